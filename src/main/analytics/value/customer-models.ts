import type { Grade } from '../../../shared/model/result.ts';
import { counted } from '../../../shared/words.ts';
import { monthsBefore } from '../calendar/months.ts';
import { firstDayOf, type PurchaseHistory } from '../history.ts';
import { type UsualGaps, usualGaps } from '../retention/usual-gap.ts';
import { type BackTest, backTest } from './back-test.ts';
import { type BgNbd, probabilityOfPurchase, type Variant } from './bgnbd.ts';
import { bgNbdInformation, fitBgNbd } from './bgnbd-fit.ts';
import { type CustomerScores, customerScores, emptyScores } from './customer-scores.ts';
import { DEFAULT_TERMS, type OwnTerms, type ValueTerms } from './customer-value.ts';
import { type Fit, paramsOf } from './fit.ts';
import type { Fitted } from './forecast-total.ts';
import type { GammaGamma } from './gamma-gamma.ts';
import { fitGammaGamma } from './gamma-gamma-fit.ts';
import { type GroupForecast, groupForecasts } from './group-forecast.ts';
import { holdOut } from './hold-out.ts';
import { leftTruncation } from './left-truncation.ts';
import { gradeModel } from './model-grade.ts';
import { parameterDraws } from './parameter-draws.ts';
import { type ModelInputs, modelInputs, type PurchaseSummary, purchaseSummary } from './purchase-summary.ts';
import { FEWEST_ORIGINS, type QuarterlyError, quarterlyErrors, rangeLevel } from './quarterly-errors.ts';
import { type RepeatPurchases, repeatPurchasesOf } from './repeat-purchases.ts';
import { type SpendModel, spendModel } from './spend.ts';

export type CustomerModelsOptions = {
  /** minor units in a unit of the currency, 100 for cents: parameters and log-likelihood of spend are in whole units */
  readonly minorUnits?: number;
  /** horizon, discount, margin, costs; costs in whole units of the currency */
  readonly terms?: Partial<ValueTerms>;
  /** margin and standing cost of each customer in the history, where they differ; costs in whole units of the currency */
  readonly ownTerms?: OwnTerms | undefined;
  /** confidence of the intervals of single customers */
  readonly level?: number;
  /** whether the owner says that all customers of a period were exported from their first purchase on */
  readonly cohort?: boolean;
  /** group per customer (a segment), negative for none: for totals, and for the usual gap where that is not given */
  readonly groupOf?: ArrayLike<number>;
  /** usual gaps that are shown elsewhere, so that a horizon of twice the gap means the same everywhere */
  readonly usualGaps?: Pick<UsualGaps, 'shop' | 'days'>;
  readonly seed?: number;
  /** what else is to be said with every figure of the models */
  readonly notes?: readonly string[];
  readonly purchases?: PurchaseSummary;
  /** purchases at the prices of their days, where the history has them at the present level: the fit that is compared with the literature is of these */
  readonly asPaid?: PurchaseSummary;
};

/** Maximum likelihood for comparison with the literature, and the estimate that is used. */
export type FitPair<P> = { readonly ml: Fit<P>; readonly map: Fit<P> };

/** The repeat-buying models of a portfolio and what they say of every customer. */
export type CustomerModels = {
  readonly inputs: ModelInputs;
  readonly bgnbd: FitPair<BgNbd>;
  readonly mbgnbd: FitPair<BgNbd>;
  readonly gammaGamma: { readonly ml: Fit<GammaGamma> };
  readonly spend: SpendModel;
  readonly chosen: Variant | null;
  readonly grade: Grade;
  readonly backtest: BackTest | null;
  readonly leftTruncated: {
    readonly n: number;
    readonly cohort: boolean;
    readonly excluded: boolean;
    readonly flag: Uint8Array;
  };
  /** back-tests at the ends of the last quarters, by which ranges of totals are widened; empty at grade D */
  readonly quarters: readonly QuarterlyError[];
  /** P(≥ 1 purchase in 12 months) as the model would have given it a year before, by customer of the history; null with less than 24 months */
  readonly yearAgo: Float64Array | null;
  readonly scores: CustomerScores;
  /** the whole portfolio first, then the groups in order; empty at grade D */
  readonly forecasts: readonly GroupForecast[];
  readonly terms: ValueTerms;
  readonly level: number;
  readonly warnings: readonly string[];
};

/** Draws of the parameters that single customers' intervals are mixed from. */
const DRAWS_FOR_CUSTOMERS = 16;
/** With this many the parameters are known so well that a few draws show their noise. */
const MANY_CUSTOMERS = 10_000;
const DRAWS_FOR_MANY = 4;

const inUnits = (minor: Float64Array, minorUnits: number): Float64Array => minor.map((z) => z / minorUnits);

/**
 * Fits, compares, tests and applies the models to one portfolio: chances, expected purchases and values of every customer.
 * Runs in a few seconds for 100,000 customers.
 * @param history identified customers as of a day (DEFINITIONS 13)
 */
export const customerModels = (
  history: PurchaseHistory,
  options: CustomerModelsOptions = {},
): CustomerModels => {
  const { minorUnits = 100, level = 0.8, seed = 1 } = options;
  const terms = { ...DEFAULT_TERMS, ...options.terms };
  const purchases = options.purchases ?? purchaseSummary(history);
  const gaps = options.usualGaps ?? usualGaps(history, options.groupOf);
  const data = repeatPurchasesOf(purchases);
  const truncation = leftTruncation(history, purchases, gaps.shop, options.cohort);
  const mayExclude = !truncation.cohort && truncation.n > 0;
  const test = backTest(history, seed, mayExclude ? truncation.truncated : undefined);
  const excluded = mayExclude && (test?.leftTruncatedExcluded ?? false);
  const kept = excluded ? repeatPurchasesOf(purchases, (i) => truncation.truncated[i] === 0) : data;
  const bgnbd = fitPair('bg', data, kept);
  const mbgnbd = fitPair('mbg', data, kept);
  const chosen = choice(test, bgnbd, mbgnbd);
  const params = chosen === null ? null : paramsOf((chosen === 'bg' ? bgnbd : mbgnbd).map);
  const spend = spendModel(
    purchases.x,
    inUnits(purchases.zbar, minorUnits),
    firstValues(purchases, minorUnits),
  );
  const weeks = (history.asOf - (firstDayOf(history) ?? history.asOf)) / 7;
  const { grade, warnings } = gradeModel(data.repeaters, weeks, params !== null, test);
  const common = {
    inputs: modelInputs(purchases),
    bgnbd,
    mbgnbd,
    gammaGamma: {
      ml: options.asPaid
        ? fitGammaGamma(options.asPaid.x, inUnits(options.asPaid.zbar, minorUnits))
        : spend.fit,
    },
    spend,
    backtest: test,
    leftTruncated: { n: truncation.n, cohort: truncation.cohort, excluded, flag: truncation.truncated },
    terms,
    level,
    grade,
  };
  if (grade === 'D' || chosen === null || params === null)
    return {
      ...common,
      chosen: null,
      quarters: [],
      yearAgo: null,
      scores: emptyScores(history.customer.length),
      forecasts: [],
      warnings,
    };
  const fitted: Fitted = {
    variant: chosen,
    params,
    information: bgNbdInformation(chosen, kept, 'map', params),
  };
  const scores = customerScores(
    {
      variant: chosen,
      params,
      draws: parameterDraws(
        params,
        fitted.information,
        data.n > MANY_CUSTOMERS ? DRAWS_FOR_MANY : DRAWS_FOR_CUSTOMERS,
        seed,
      ),
      spend,
      minorUnits,
      terms,
      ownTerms: options.ownTerms,
      bias: Math.abs(test?.error ?? 0),
      level,
    },
    purchases,
    data,
    gaps.days,
  );
  const quarters = quarterlyErrors(history, chosen, params, spend, minorUnits);
  const forecasts = groupForecasts(
    fitted,
    data,
    scores,
    terms,
    quarters,
    seed,
    rangeLevel(history),
    options.groupOf,
  );
  return {
    ...common,
    chosen,
    quarters,
    yearAgo: chancesAYearAgo(history, chosen, params),
    scores: grade === 'C' ? bandsOnly(scores) : scores,
    forecasts,
    warnings: [
      ...(options.notes ?? []),
      ...(quarters.length < FEWEST_ORIGINS ? [NO_RANGE] : []),
      ...warnings,
      ...spend.warnings,
      ...(excluded
        ? [
            `${counted(truncation.n, 'customer')} bought at the very beginning of the data and may have begun before; they did not take part in the fit. Many of the others may have too: true rates can be 11–17 % higher.`,
          ]
        : []),
    ],
  };
};

const NO_RANGE =
  'Fewer than three quarters can be looked back at, so totals are told without a range: they may be off by half.';

/** The model as it would have been fitted a year before, and what it would have said of every customer. */
const chancesAYearAgo = (history: PurchaseHistory, variant: Variant, near: BgNbd): Float64Array | null => {
  const origin = monthsBefore(history.asOf, 12);
  const first = firstDayOf(history);
  if (first === null || first > monthsBefore(history.asOf, 24) + SLACK) return null;
  const all = holdOut(history, origin, history.asOf - origin);
  const every = Math.ceil(history.customer.length / MOST_FITTED);
  const params = paramsOf(
    fitBgNbd(variant, every > 1 ? holdOut(history, origin, 1, every).data : all.data, 'map', near),
  );
  if (params === null) return null;
  const chances = new Float64Array(history.customer.length).fill(Number.NaN);
  all.index.forEach((i, k) => {
    const customer = { x: all.x[k]!, tx: all.tx[k]!, T: all.T[k]! };
    chances[i] = probabilityOfPurchase(variant, params, customer, all.weeks);
  });
  return chances;
};

/** Sales may begin this many days late: a shop is closed at New Year. */
const SLACK = 7;
const MOST_FITTED = 2000;

const fitPair = (variant: Variant, all: RepeatPurchases, kept: RepeatPurchases): FitPair<BgNbd> => ({
  ml: fitBgNbd(variant, all, 'ml'),
  map: fitBgNbd(variant, kept, 'map'),
});

/** What the back-test chose; without one MBG/NBD, which does not call one-time buyers certain. */
const choice = (test: BackTest | null, bg: FitPair<BgNbd>, mbg: FitPair<BgNbd>): Variant | null => {
  const usable = (pair: FitPair<BgNbd>): boolean => paramsOf(pair.map) !== null;
  if (test && usable(test.variant === 'bg' ? bg : mbg)) return test.variant;
  return usable(mbg) ? 'mbg' : usable(bg) ? 'bg' : null;
};

const firstValues = (purchases: PurchaseSummary, minorUnits: number): number[] => {
  const values: number[] = [];
  for (let i = 0; i < purchases.customer.length; i++)
    if (purchases.purchaseDays[i] === 1 && purchases.revenue[i]! > 0)
      values.push(purchases.revenue[i]! / minorUnits);
  return values;
};

/** With so few who came back single figures would be made up: the band remains. */
const bandsOnly = (scores: CustomerScores): CustomerScores => ({
  ...emptyScores(scores.band.length),
  band: scores.band,
});

/** The models without what is said of single customers, in the shape of `analyze` (CLI.md): plain data. */
export const modelsSummary = (models: CustomerModels) => ({
  inputs: models.inputs,
  bgnbd: models.bgnbd,
  mbgnbd: models.mbgnbd,
  gammaGamma: models.gammaGamma,
  chosen: models.chosen,
  grade: models.grade,
  backtest: models.backtest,
  quarters: models.quarters,
  leftTruncated: {
    n: models.leftTruncated.n,
    cohort: models.leftTruncated.cohort,
    excluded: models.leftTruncated.excluded,
  },
  spendMethod: models.spend.method,
  spendCorrelation: models.spend.correlation,
  forecasts: models.forecasts,
  warnings: models.warnings,
});
