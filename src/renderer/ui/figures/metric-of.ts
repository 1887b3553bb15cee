import { growthTitle } from '../../../shared/growth-title.ts';
import { type Metric, metrics } from '../../../shared/metrics/index.ts';

const known: Readonly<Record<string, Metric>> = metrics;

/** What the catalogue says of a figure; undefined for one that another version has kept. */
export const metricOf = (id: string): Metric | undefined => known[id];

/** The catalogue's title of a figure, or its id. @param method what tells growth of six months from that of a year */
export const titleOf = (id: string, method?: string): string =>
  id === 'portfolioGrowth' && method !== undefined ? growthTitle({ method }) : (known[id]?.title ?? id);
