import type { NotAvailable } from '../../../shared/model/result.ts';
import { growthOf } from '../../analytics/growth/growth.ts';
import { placeRiskValue, type RiskValuePlacement } from '../../analytics/retention/risk-value.ts';
import { goneIn, rhythmStateOf } from './at-risk.ts';
import { modelsOf } from './models/models.ts';
import { part } from './part.ts';
import { linesOf } from './placement.ts';
import { worthOf } from './worth.ts';

/** The class of every customer of an analysis, or why there is none. */
export const riskPlacement = part('riskPlacement', (analysis): RiskValuePlacement | NotAvailable => {
  const { purchases, rhythm, contracts } = analysis;
  if (purchases.purchaseDays.every((days) => days === 0))
    return {
      grade: 'D',
      reason: 'No sale carries a customer.',
      needed: 'Sales with a customer number, name, e-mail or phone.',
    };
  if (rhythm.shopGap === null)
    return {
      grade: 'D',
      reason: 'Nobody has bought twice yet, so it cannot be said who is still engaged.',
      needed: 'Sales of customers who come back.',
    };
  const { scores, grade } = modelsOf(analysis);
  return placeRiskValue({
    value: worthOf(analysis).year,
    valueLine: linesOf(analysis, 'customers').value,
    // who has a contract will pay again, as far as silence goes
    pNoPurchase: scores.pNoPurchase.map((chance, i) => (contracts?.state[i] === 'active' ? 0 : chance)),
    atRisk: rhythm.state.map((_, i) => (rhythmStateOf(analysis, i) === 'at-risk' ? 1 : 0)),
    gone: goneIn(analysis).gone.map((gone, i) => (contracts?.state[i] === 'ended' ? 1 : gone)),
    growthFrom: purchases.revenue12m.map((_, i) => growthOf(analysis.growth, i).lo ?? Number.NaN),
    purchaseDays: purchases.purchaseDays,
    daysSinceFirst: purchases.knownFrom.map((day) => purchases.asOf - day),
    modelGrade: grade,
  });
});
