import { growthTitle } from '../../shared/growth-title.ts';
import { metrics } from '../../shared/metrics/index.ts';
import type { Result } from '../../shared/model/result.ts';

const isMetric = (metric: string): metric is keyof typeof metrics => Object.hasOwn(metrics, metric);

/** Titles of the catalogue that are too long for a line beside their figure. */
const SHORT: Readonly<Partial<Record<keyof typeof metrics, string>>> = {
  revenue12m: 'Revenue, last 12 months',
  contribution12m: 'Contribution, last 12 months',
  top10Share: 'From the ten biggest, 12 months',
};

/**
 * A metric's title as the catalogue has it. One that is not in there is shown by its own name, spelled out
 * ("medianGapDays", "median-gap_days" → "Median gap days"): a review made by a later version may carry it.
 */
export const figureTitle = ({ metric, method }: Pick<Result, 'metric' | 'method'>): string => {
  if (metric === 'portfolioGrowth') return growthTitle({ method });
  if (isMetric(metric)) return SHORT[metric] ?? metrics[metric].title;
  if (/\s/.test(metric)) return metric;
  const words = metric
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[-_.]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
