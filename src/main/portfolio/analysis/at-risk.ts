import type { RhythmState } from '../../../shared/model/customer.ts';
import { type AtRiskList, atRiskList } from '../../analytics/retention/at-risk.ts';
import { type Gone, goneOf } from '../../analytics/retention/gone.ts';
import type { Analysis } from './analysis.ts';
import { withoutContracts } from './contracts.ts';
import { modelsOf, speaksOfCustomers } from './models/models.ts';
import { part } from './part.ts';

/**
 * Who has been silent for too long, the most to lose first: by the fitted model where it may speak of single customers,
 * else by the portfolio's own waits. Whoever is gone is not among them.
 */
export const atRiskOf = part('atRisk', (analysis): AtRiskList => {
  const models = modelsOf(analysis);
  return atRiskList(
    analysis.history,
    analysis.rhythm,
    analysis.purchases.revenue12m,
    speaksOfCustomers(models) ? models.scores.pNoPurchase : undefined,
    goneIn(analysis).gone,
  );
});

/** Who is gone (TRUTH 12): a list of its own, never among those at risk. */
export const goneIn = part('gone', (analysis): Gone => {
  const models = modelsOf(analysis);
  // whose contract has ended is told of with the contracts, not by silence
  const history = withoutContracts(analysis.history, analysis.contracts);
  return speaksOfCustomers(models)
    ? goneOf(history, models.scores.chance12m, models.yearAgo)
    : goneOf(history, null, null);
});

/** The state of a customer as every screen and list says it. */
export const rhythmStateOf = (analysis: Analysis, i: number): RhythmState | null => {
  const state = analysis.rhythm.state[i]!;
  return state === 'at-risk' && goneIn(analysis).gone[i] === 1 ? 'gone' : state;
};
