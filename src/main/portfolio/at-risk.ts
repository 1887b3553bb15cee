import { type AtRiskList, atRiskList } from '../analytics/retention/at-risk.ts';
import type { Analysis } from './analysis.ts';
import { derived } from './derived.ts';

/** Who has been silent for too long, the most to lose first. */
export const atRiskOf = (analysis: Analysis): AtRiskList =>
  derived(analysis, 'atRisk', () =>
    atRiskList(analysis.history, analysis.rhythm, analysis.purchases.revenue12m),
  );
