import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { formats } from '../../../../shared/format.ts';
import { minorDigits } from '../../../../shared/model/money.ts';
import { firstDayOf } from '../../../analytics/history.ts';
import { type CustomerModels, customerModels } from '../../../analytics/value/customer-models.ts';
import { type PurchaseSummary, purchaseSummary } from '../../../analytics/value/purchase-summary.ts';
import { atPresentLevel, type ValueTrend, valueTrend } from '../../../analytics/value/value-trend.ts';
import type { Analysis } from '../analysis.ts';
import { withoutContracts } from '../contracts.ts';
import { valueTermsOf } from '../costs/value-terms.ts';
import { part } from '../part.ts';

/** The repeat-buying models of one analysis, fitted when they are first asked for. */
export const modelsOf = part('models', (analysis): CustomerModels => customerModels(...modelled(analysis)));

/** What the models are fitted to. */
const modelled = (analysis: Analysis): Parameters<typeof customerModels> => {
  const trend = valueTrendOf(analysis);
  const history = withoutContracts(atPresentLevel(analysis.history, trend), analysis.contracts);
  return [
    history,
    {
      ...withHorizon(valueTermsOf(analysis) ?? {}, horizonWeeks(analysis)),
      minorUnits: 10 ** minorDigits(analysis.currency),
      ...(trend
        ? { purchases: purchaseSummary(history), asPaid: withoutContractsSummary(analysis) }
        : { purchases: withoutContractsSummary(analysis) }),
      notes: trend ? [trendSentence(analysis, trend)] : [],
      groupOf: analysis.segmentation.planned.segmentOf,
      usualGaps: { shop: analysis.rhythm.shopGap, days: analysis.rhythm.usualGap },
    },
  ];
};

const withoutContractsSummary = ({ history, purchases, contracts }: Analysis): PurchaseSummary =>
  contracts === null ? purchases : purchaseSummary(withoutContracts(history, contracts));

/** A clear trend of order values since the latest price list (TRUTH 11); null where there is none. */
export const valueTrendOf = part('valueTrend', (analysis): ValueTrend | null =>
  valueTrend(analysis.history, analysis.calendar.beforePrices ?? undefined),
);

const trendSentence = ({ settings, currency }: Analysis, { perYear }: ValueTrend): string =>
  `Orders of the same customers have ${perYear > 0 ? 'risen' : 'fallen'} by ${formats(settings.locale, currency).shareRounded(Math.abs(perYear))} a year: what lies ahead starts from the present level.`;

/** What lies ahead is told for at most two thirds of the time seen, and for a year at most (TRUTH 10); whole weeks. */
export const horizonWeeks = ({ history }: Analysis): number => {
  const first = firstDayOf(history);
  const seen = first === null ? 0 : (history.asOf - first) / 7;
  return Math.max(1, Math.min(YEAR_WEEKS, Math.round((2 * seen) / 3)));
};

const YEAR_WEEKS = 52;

type Terms = Pick<NonNullable<Parameters<typeof customerModels>[1]>, 'terms' | 'ownTerms'>;

const withHorizon = (own: Terms, weeks: number): Terms => ({
  ...own,
  terms: { ...own.terms, horizonWeeks: Math.min(own.terms?.horizonWeeks ?? YEAR_WEEKS, weeks) },
});

/** "in the next 12 months", or for how long else it is told. */
export const aheadWords = (analysis: Analysis): string => {
  const weeks = horizonWeeks(analysis);
  return weeks === YEAR_WEEKS ? 'in the next 12 months' : `in the next ${weeks} weeks`;
};

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
