import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { minorDigits } from '../../../../shared/model/money.ts';
import { type CustomerModels, customerModels } from '../../../analytics/value/customer-models.ts';
import type { Analysis } from '../analysis.ts';
import { valueTermsOf } from '../costs/value-terms.ts';
import { derived, keepDerived } from '../derived.ts';

/** The repeat-buying models of one analysis, fitted when they are first asked for. */
export const modelsOf = (analysis: Analysis): CustomerModels =>
  derived(analysis, 'models', () => customerModels(...modelled(analysis)));

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
  const [models] = await once(worker, 'message');
  keepDerived(analysis, 'models', models);
};

/** Whether the models may say something of single customers (MODELS 2.5: A and B). */
export const speaksOfCustomers = ({ grade }: CustomerModels): boolean => grade === 'A' || grade === 'B';
