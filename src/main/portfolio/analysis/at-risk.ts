import { type AtRiskList, atRiskList } from '../../analytics/retention/at-risk.ts';
import type { Analysis } from './analysis.ts';
import { derived } from './derived.ts';
import { modelsOf, speaksOfCustomers } from './models/models.ts';

/**
 * Who has been silent for too long, the most to lose first: by the fitted model where it may speak of single customers,
 * else by the portfolio's own waits.
 */
export const atRiskOf = (analysis: Analysis): AtRiskList =>
  derived(analysis, 'atRisk', () => {
    const models = modelsOf(analysis);
    return atRiskList(
      analysis.history,
      analysis.rhythm,
      analysis.purchases.revenue12m,
      speaksOfCustomers(models) ? models.scores.pNoPurchase : undefined,
    );
  });
