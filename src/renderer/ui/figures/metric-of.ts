import { type Metric, metrics } from '../../../shared/metrics/index.ts';

const known: Readonly<Record<string, Metric>> = metrics;

/** What the catalogue says of a figure; undefined for one that another version has kept. */
export const metricOf = (id: string): Metric | undefined => known[id];

/** The catalogue's title of a figure, or its id. */
export const titleOf = (id: string): string => known[id]?.title ?? id;
