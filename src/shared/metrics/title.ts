import { growthTitle } from '../growth-title.ts';
import type { Result } from '../model/result.ts';
import { capital } from '../words.ts';
import { metrics } from './index.ts';
import type { Metric } from './metric.ts';

const known: Readonly<Record<string, Metric>> = metrics;

/**
 * What a figure is called where it is in a line with others: the catalogue's short title, else its title. One that
 * is not in the catalogue is shown by its own name, spelled out ("medianGapDays", "median-gap_days" → "Median gap days"):
 * a review made by a later version may carry it.
 */
export const figureTitle = ({ metric, method }: Pick<Result, 'metric' | 'method'>): string => {
  if (metric === 'portfolioGrowth') return growthTitle({ method });
  const found = Object.hasOwn(known, metric) ? known[metric] : undefined;
  if (found) return found.short ?? found.title;
  if (/\s/.test(metric)) return metric;
  const words = metric
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[-_.]+/g, ' ')
    .trim()
    .toLowerCase();
  return capital(words);
};
