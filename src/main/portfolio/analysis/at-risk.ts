import { type AtRiskList, atRiskList } from '../../analytics/retention/at-risk.ts';
import { modelsOf, speaksOfCustomers } from './models/models.ts';
import { part } from './part.ts';

/**
 * Who has been silent for too long, the most to lose first: by the fitted model where it may speak of single customers,
 * else by the portfolio's own waits.
 */
export const atRiskOf = part('atRisk', (analysis): AtRiskList => {
  const models = modelsOf(analysis);
  return atRiskList(
    analysis.history,
    analysis.rhythm,
    analysis.purchases.revenue12m,
    speaksOfCustomers(models) ? models.scores.pNoPurchase : undefined,
  );
});
