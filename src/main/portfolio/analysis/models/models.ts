import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { dayFromNumber } from '../../../../shared/model/day.ts';
import { minorDigits } from '../../../../shared/model/money.ts';
import { type Retention, retentionOf } from '../../../analytics/retention/retention.ts';
import { type CustomerModels, customerModels } from '../../../analytics/value/customer-models.ts';
import { paramsOf } from '../../../analytics/value/fit.ts';
import type { Analysis } from '../analysis.ts';
import { valueTermsOf } from '../costs/value-terms.ts';
import { dataPart, part } from '../part.ts';
import { anonymousBetween } from '../totals.ts';

/** The repeat-buying models of one analysis, fitted when they are first asked for. */
export const modelsOf = part('models', (analysis): CustomerModels => customerModels(...modelled(analysis)));

/** What the models are fitted to. */
const modelled = (analysis: Analysis): Parameters<typeof customerModels> => [
  analysis.history,
  {
    ...(valueTermsOf(analysis) ?? {}),
    minorUnits: 10 ** minorDigits(analysis.currency),
    purchases: analysis.purchases,
    groupOf: analysis.segmentation.planned.segmentOf,
    usualGaps: { shop: analysis.rhythm.shopGap, days: analysis.rhythm.usualGap },
  },
];

/** Has the models of an analysis fitted in a thread of their own, so that its reader can go on meanwhile. */
export const fitModelsApart = async (analysis: Analysis): Promise<void> => {
  const worker = new Worker(new URL('./models-thread.ts', import.meta.url), {
    workerData: modelled(analysis),
  });
  const [models] = (await once(worker, 'message')) as [CustomerModels];
  modelsOf.keep(analysis, models);
};

/** Whether the models may say something of single customers (MODELS 2.5: A and B). */
export const speaksOfCustomers = ({ grade }: CustomerModels): boolean => grade === 'A' || grade === 'B';

/** Retention of one analysis; lapses are judged by the chosen model where there is one. */
export const retentionIn = dataPart('retention', (db, analysis): Retention => {
  const { chosen, bgnbd, mbgnbd } = modelsOf(analysis);
  const params = chosen === null ? null : paramsOf((chosen === 'bg' ? bgnbd : mbgnbd).map);
  return retentionOf(analysis.history, {
    params,
    purchases: analysis.purchases,
    rhythm: analysis.rhythm,
    anonymousRevenue: (after, upTo) => anonymousBetween(db, dayFromNumber(after), dayFromNumber(upTo)),
  });
});
