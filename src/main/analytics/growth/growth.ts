import type { Growth } from '../../../shared/model/customer.ts';
import type { Grade } from '../../../shared/model/result.ts';
import { sum } from '../../../shared/sum.ts';
import { firstDayOf, type PurchaseHistory } from '../history.ts';
import { closedApart, MOST_CLOSED_APART } from './closed-apart.ts';
import { collapsePairs, fitRateGrowth, type Posterior, type RateFit, ratePosterior } from './rate-growth.ts';
import { fitValueGrowth, type ValueChange, type ValueFit, valuePosterior } from './value-growth.ts';
import { valueChange, type WindowActivity, windowActivity } from './window-activity.ts';
import { type GrowthWindows, growthWindows } from './windows.ts';

/** Half-width of an 80 % interval in standard deviations. */
export const Z80 = 1.2815515655446004;
/** A group with fewer comparable customers takes the shop's distribution (MODELS 5). */
export const FEWEST_FOR_OWN_GROUP = 30;
/** Fewer comparable customers in the whole shop give no distribution to lean on. */
export const FEWEST_FOR_GROWTH = 5;
/** A customer needs this many purchase days in both windows together. */
export const FEWEST_PURCHASE_DAYS = 2;
/** Sales wanted before twice 12 months, or hardly anybody is known long enough to be compared. */
export const LEAD_IN_DAYS = 30;

export type GrowthStatus =
  | 'estimated'
  | 'no-windows'
  | 'closed'
  | 'never-bought'
  | 'new'
  | 'too-few-purchases'
  | 'too-few-customers';

const REASONS: Readonly<Record<Exclude<GrowthStatus, 'estimated'>, string>> = {
  'no-windows': 'Growth needs at least 12 months of sales.',
  closed: 'The shop was closed for longer in one of the periods than in the other: they are not compared.',
  'never-bought': 'No purchase yet.',
  new: 'New: first bought within the periods that are compared.',
  'too-few-purchases': 'Fewer than 2 purchases in the periods that are compared.',
  'too-few-customers': `Fewer than ${FEWEST_FOR_GROWTH} customers can be compared.`,
};

/** Growth of every customer of the history, on the log scale of e^growth. */
export type CustomerGrowth = {
  readonly windows: GrowthWindows | null;
  readonly status: readonly GrowthStatus[];
  /** g + δ, and √(V_g + V_δ); NaN where it is not estimated */
  readonly log: Float64Array;
  readonly sd: Float64Array;
  /** 1 clearly rising, −1 clearly declining, 0 not clear (TRUTH 1) */
  readonly direction: Int8Array;
  /** customers with an estimate */
  readonly n: number;
  /** the distributions leaned on; those of the shop are at −1 */
  readonly rateFits: ReadonlyMap<number, RateFit>;
  readonly valueFits: ReadonlyMap<number, ValueFit>;
  readonly grade: Grade;
  readonly warnings: readonly string[];
};

export type GrowthOptions = {
  /** a group per customer, negative for none: a segment whose customers are thought alike */
  readonly groupOf?: ArrayLike<number>;
  /** windows to compare; from the history where left out */
  readonly windows?: GrowthWindows | null;
  /** the growth line, a fraction: directions are told against it */
  readonly line?: number;
};

const SHOP = -1;

/**
 * Empirical-Bayes growth of revenue per customer (MODELS 5): a rate part from the purchase days of two equal windows
 * and a value part from the purchase values, each leaning on its distribution over the group. Only customers first
 * seen before the first window, with at least 2 purchase days in both together.
 */
export const customerGrowth = (history: PurchaseHistory, options: GrowthOptions = {}): CustomerGrowth => {
  const n = history.customer.length;
  const log = new Float64Array(n).fill(Number.NaN);
  const sd = new Float64Array(n).fill(Number.NaN);
  const direction = new Int8Array(n);
  const line = Math.log1p(options.line ?? 0);
  const firstDay = firstDayOf(history);
  const windows =
    options.windows !== undefined
      ? options.windows
      : firstDay === null
        ? null
        : growthWindows(firstDay, history.asOf, LEAD_IN_DAYS);
  const without = (status: readonly GrowthStatus[], warnings: readonly string[]): CustomerGrowth => ({
    windows,
    status,
    log,
    sd,
    direction,
    n: 0,
    rateFits: new Map(),
    valueFits: new Map(),
    grade: 'D',
    warnings,
  });
  if (windows === null)
    return without(new Array<GrowthStatus>(n).fill('no-windows'), [REASONS['no-windows']]);

  if (
    closedApart(
      history.closed ?? [],
      { from: windows.start, to: windows.middle },
      { from: windows.middle, to: windows.end },
    ) > MOST_CLOSED_APART
  )
    return without(new Array<GrowthStatus>(n).fill('closed'), [REASONS.closed]);

  const activity = windowActivity(history, windows);
  const status = Array.from({ length: n }, (_, i) => statusOf(activity, i));
  const estimated: number[] = [];
  for (let i = 0; i < n; i++) if (status[i] === 'estimated') estimated.push(i);
  if (estimated.length < FEWEST_FOR_GROWTH)
    return without(
      status.map((s) => (s === 'estimated' ? 'too-few-customers' : s)),
      [REASONS['too-few-customers']],
    );

  const groups = groupsOf(estimated, options.groupOf);
  const rateFits = new Map<number, RateFit>();
  const valueFits = new Map<number, ValueFit>();
  const variance = activity.pooledVariance ?? assumedVariance(activity, estimated);
  const changesOf = (who: readonly number[]): ValueChange[] =>
    who.map((i) => valueChange(activity, i, variance)).filter((change) => change !== null);
  const shopValueFit = fitValueGrowth(changesOf(estimated));
  for (const [group, who] of groups) {
    rateFits.set(group, fitRateGrowth(collapsePairs(activity.n1, activity.n2, who))!);
    const changes = group === SHOP ? null : changesOf(who);
    const own = changes !== null && changes.length >= FEWEST_FOR_OWN_GROUP;
    valueFits.set(group, own ? fitValueGrowth(changes) : shopValueFit);
  }
  if (rateFits.has(SHOP)) {
    // the shop's rate distribution is that of all its customers, also of those in groups of their own
    rateFits.set(SHOP, fitRateGrowth(collapsePairs(activity.n1, activity.n2, estimated))!);
  }
  for (const [group, who] of groups) {
    const rateFit = rateFits.get(group)!;
    const valueFit = valueFits.get(group)!;
    const known = new Map<number, { readonly fitted: Posterior; readonly doubting: Posterior }>();
    const doubt = aroundTheLine(rateFit, line);
    // the line is one of rate and value together: centred on it twice, the doubt would expect twice as much
    const doubtOfValue = aroundTheLine(valueFit, 0);
    for (const i of who) {
      const key = activity.n1[i]! * 65_536 + activity.n2[i]!;
      let rate = known.get(key);
      if (rate === undefined) {
        rate = {
          fitted: ratePosterior(activity.n1[i]!, activity.n2[i]!, rateFit),
          doubting: ratePosterior(activity.n1[i]!, activity.n2[i]!, doubt),
        };
        known.set(key, rate);
      }
      const change = valueChange(activity, i, variance);
      const value = valuePosterior(change, valueFit);
      log[i] = rate.fitted.mean + value.mean;
      sd[i] = Math.hypot(rate.fitted.sd, value.sd);
      const doubted = valuePosterior(change, doubtOfValue);
      direction[i] = clearDirection(
        { mean: log[i]! - line, sd: sd[i]! },
        { mean: rate.doubting.mean + doubted.mean - line, sd: Math.hypot(rate.doubting.sd, doubted.sd) },
        activity.n2[i]! - activity.n1[i]!,
        activity.revenue2[i]! - activity.revenue1[i]!,
      );
    }
  }
  return {
    windows,
    status,
    log,
    sd,
    direction,
    n: estimated.length,
    rateFits,
    valueFits,
    grade: 'B',
    warnings: warningsOf(windows, activity, status, estimated.length),
  };
};

/** The prior of somebody who does not take what all others did for granted: centred on the line, as wide as the fitted one is far. */
const aroundTheLine = (
  { m, tau }: { readonly m: number; readonly tau: number },
  line: number,
): { readonly m: number; readonly tau: number } => ({ m: line, tau: Math.hypot(tau, m - line) });

/**
 * Clear only where the 80 % interval excludes the line under both priors, and not where purchase days and revenue of the
 * customer both went the other way (TRUTH 1). Means are measured from the line.
 */
const clearDirection = (fitted: Posterior, doubting: Posterior, days: number, revenue: number): number => {
  const side = Math.sign(fitted.mean);
  const clear = [fitted, doubting].every(({ mean, sd }) => side * mean > Z80 * sd);
  return clear && !(side * days < 0 && side * revenue < 0) ? side : 0;
};

const statusOf = (activity: WindowActivity, i: number): GrowthStatus => {
  if (!activity.everBought[i]) return 'never-bought';
  if (!activity.established[i]) return 'new';
  return activity.n1[i]! + activity.n2[i]! < FEWEST_PURCHASE_DAYS ? 'too-few-purchases' : 'estimated';
};

/** Groups of at least 30 by themselves; all others together lean on the shop. */
const groupsOf = (estimated: readonly number[], groupOf?: ArrayLike<number>): Map<number, number[]> => {
  const groups = new Map<number, number[]>();
  const add = (group: number, i: number): void => {
    const who = groups.get(group);
    if (who) who.push(i);
    else groups.set(group, [i]);
  };
  for (const i of estimated) add(groupOf === undefined ? SHOP : Math.max(SHOP, groupOf[i]!), i);
  const small = [...groups].filter(([group, who]) => group !== SHOP && who.length < FEWEST_FOR_OWN_GROUP);
  for (const [group, who] of small) {
    groups.delete(group);
    for (const i of who) add(SHOP, i);
  }
  return groups;
};

/**
 * Where nobody bought twice in one window, the spread of values cannot be told from that of their growth. Half of the
 * variance of the differences is what values alone would give if nothing had changed.
 */
const assumedVariance = (activity: WindowActivity, estimated: readonly number[]): number => {
  const differences = estimated
    .map((i) => valueChange(activity, i, 0)?.difference)
    .filter((d) => d !== undefined);
  const mean = sum(differences) / Math.max(1, differences.length);
  return differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / Math.max(1, differences.length) / 2;
};

const warningsOf = (
  windows: GrowthWindows,
  activity: WindowActivity,
  status: readonly GrowthStatus[],
  estimated: number,
): string[] => {
  const warnings: string[] = [];
  if (windows.maybeSeasonal)
    warnings.push('The last 6 months are compared with the 6 before: a change may be seasonal.');
  let active = 0;
  for (let i = 0; i < status.length; i++) if (activity.n1[i]! + activity.n2[i]! > 0) active++;
  if (estimated < active / 2)
    warnings.push(
      `Growth is known for ${estimated} of the ${active} customers who bought in the periods that are compared; the others are new or bought once.`,
    );
  if (activity.pooledVariance === null)
    warnings.push('Nobody bought twice in one period: how purchase values vary is assumed.');
  return warnings;
};

/**
 * Growth of customer i as the screens show it: a fraction (0.08 = 8 % more than the period before) with its 80 %
 * interval, and its direction against the line it was worked out with. Over 12-month windows it is a fraction a year.
 */
export const growthOf = (growth: CustomerGrowth, i: number): Growth => {
  const status = growth.status[i]!;
  if (status !== 'estimated') return noGrowth(REASONS[status]);
  const log = growth.log[i]!;
  const reach = Z80 * growth.sd[i]!;
  const way = growth.direction[i]!;
  return {
    value: Math.expm1(log),
    lo: Math.expm1(log - reach),
    hi: Math.expm1(log + reach),
    direction: way === 0 ? 'unclear' : way > 0 ? 'rising' : 'declining',
    reason: null,
  };
};

/** Growth that is not available, and why (grade D). */
export const noGrowth = (reason: string): Growth => ({
  value: null,
  lo: null,
  hi: null,
  direction: 'not-available',
  reason,
});
