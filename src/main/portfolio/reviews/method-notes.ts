import { metrics } from '../../../shared/metrics/index.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { atRiskOf } from '../analysis/at-risk.ts';
import { isTillMode } from '../analysis/till.ts';

/** The notes at the end of a review, from the same catalogue the screens explain their figures with. */
export const methodNotes = (analysis: Analysis): string[] => {
  if (isTillMode(analysis))
    return [
      `Revenue: ${metrics.revenue.formula}.`,
      `Average sale: ${metrics.averageSale.formula}.`,
      `Forecast: ${metrics.forecast.definition} ${metrics.forecast.limits}`,
    ];
  const { growth, rfm } = analysis;
  const notes = [
    `Revenue: ${metrics.revenue.formula}.`,
    'A purchase day is a customer and a calendar day with more bought than given back; all figures about customers count purchase days.',
    `Usual gap and silence: ${metrics.overdueRatio.definition}`,
    `At risk: ${metrics.atRisk.definition} ${metrics.atRisk.limits}`,
  ];
  if (growth.windows)
    notes.push(`Growth: ${metrics.growth.definition} "Unclear" means the 80 % interval includes no change.`);
  return [...notes, ...growth.warnings, ...rfm.warnings, ...atRiskOf(analysis).warnings];
};
