import { acquisitionMetrics } from './acquisition.ts';
import { concentrationMetrics } from './concentration.ts';
import { costsMetrics } from './costs.ts';
import { customersMetrics } from './customers.ts';
import { listeningMetrics } from './listening.ts';
import type { Metrics } from './metric.ts';
import { modelsMetrics } from './models.ts';
import { productsMetrics } from './products.ts';
import { retentionMetrics } from './retention.ts';
import { salesMetrics } from './sales.ts';
import { segmentsMetrics } from './segments.ts';

export type { Metric } from './metric.ts';

/** Every figure of the app by its id. */
export const metrics = {
  ...salesMetrics,
  ...customersMetrics,
  ...concentrationMetrics,
  ...retentionMetrics,
  ...modelsMetrics,
  ...productsMetrics,
  ...segmentsMetrics,
  ...costsMetrics,
  ...acquisitionMetrics,
  ...listeningMetrics,
} as const satisfies Metrics;

export type MetricId = keyof typeof metrics;
