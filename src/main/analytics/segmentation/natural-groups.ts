import type { Measure } from '../../../shared/model/segment.ts';
import { sum } from '../../../shared/sum.ts';
import { quantileOfSorted } from '../numeric/order-statistics.ts';
import { seededRandom } from '../numeric/random.ts';
import { FEW_CUSTOMERS, SMALL_SHARE } from './advice.ts';
import { kMeans } from './k-means.ts';
import { distanceTable, kMedoids } from './k-medoids.ts';
import type { Measures } from './measures.ts';
import { groupWords } from './natural-words.ts';
import { type Clustering, nearestCentre, type Points, sizesOf } from './points.ts';
import { meanSilhouettes } from './silhouette.ts';

/** A measure as the groups see it: ln(1 + value ÷ unit), values beyond low and high drawn in, then (… − mean) ÷ sd. */
export type Feature = {
  readonly measure: Measure;
  readonly unit: number;
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  /** 0 where all customers are alike: the measure then counts for nothing */
  readonly sd: number;
};

/**
 * Natural groups as they are kept: who belongs to which is decided by the nearest typical customer, so that customers
 * move as they change while the groups stay what they were when they were found.
 */
export type NaturalGroups = {
  readonly method: 'k-means' | 'k-medoids';
  readonly seed: number;
  readonly silhouette: number;
  /** customers the groups were found in, and of how many */
  readonly sample: number;
  readonly of: number;
  readonly features: readonly Feature[];
  readonly groups: readonly {
    readonly name: string;
    readonly whatToDo: string;
    /** values of the typical customer, in the order of the features */
    readonly typical: readonly number[];
  }[];
  readonly warnings: readonly string[];
};

export type NaturalOutcome =
  | { readonly kind: 'found'; readonly groups: NaturalGroups }
  | { readonly kind: 'none'; readonly silhouette: number | null; readonly sentence: string };

/** A mean silhouette below this is no structure worth naming (MODELS 9; Kaufman & Rousseeuw 1990). */
export const LEAST_SILHOUETTE = 0.25;
const MEASURES = ['revenue', 'purchaseDays', 'daysSinceLast'] as const satisfies readonly Measure[];
const [FEWEST_GROUPS, MOST_GROUPS] = [2, 8];
/** Distances between all customers are looked at: more than these are sampled. */
const SAMPLE = 2000;
/** Standard deviations from which on a customer is an outlier. */
const OUTLIER = 4;
const WINSOR = 0.01;

/**
 * Looks for groups among the customers who bought, by revenue, purchase days and silence. The same customers in any order give
 * the same groups. A few seconds at most, however many customers.
 * @param minorUnits of money in one unit of the currency
 */
export const naturalGroups = (measures: Measures, minorUnits: number, seed = 1): NaturalOutcome => {
  const bought = placesOfBuyers(measures);
  if (bought.length < 2 * FEW_CUSTOMERS)
    return {
      kind: 'none',
      silhouette: null,
      sentence: `Natural groups need at least ${2 * FEW_CUSTOMERS} customers who bought; there are ${bought.length}. Use rules.`,
    };
  const features = MEASURES.map((measure) => featureOf(measure, measures[measure], bought, minorUnits));
  const all = inOrder(scaledPoints(features, measures, bought));
  const sample = sampled(all, seed);
  const method = bought.length <= SAMPLE || hasOutliers(features, measures, bought) ? 'k-medoids' : 'k-means';
  const table = method === 'k-medoids' ? distanceTable(sample) : null;
  const tried: Clustering[] = [];
  for (let k = FEWEST_GROUPS; k <= MOST_GROUPS; k++)
    tried.push(table ? kMedoids(sample, k, seed, table) : kMeans(sample, k, seed));
  const silhouettes = meanSilhouettes(sample, tried);
  const best = tried
    .map((clustering, i) => ({ clustering, silhouette: silhouettes[i]! }))
    .sort((a, b) => b.silhouette - a.silhouette || a.clustering.k - b.clustering.k)
    .find(({ clustering }) => everyOneIsLargeEnough(all, clustering));
  if (!best || best.silhouette < LEAST_SILHOUETTE)
    return {
      kind: 'none',
      silhouette: best?.silhouette ?? null,
      sentence: best
        ? `There are no natural groups in these sales (silhouette ${best.silhouette.toFixed(2)}, at least ${LEAST_SILHOUETTE} is needed): customers shade into one another. Use rules.`
        : 'There are no natural groups in these sales: every division leaves a group below 5 % of customers. Use rules.',
    };
  const typical = rowsOf(best.clustering.centres, features.length)
    .map((row) => row.map((z, d) => unscaled(features[d]!, z)))
    .sort((a, b) => b[0]! - a[0]! || b[1]! - a[1]! || a[2]! - b[2]!);
  const words = groupWords(typical, terciles(features, measures, bought));
  return {
    kind: 'found',
    groups: {
      method,
      seed,
      silhouette: best.silhouette,
      sample: sample.n,
      of: bought.length,
      features,
      groups: typical.map((values, i) => ({ ...words[i]!, typical: values })),
      warnings:
        sample.n < bought.length
          ? [
              `The groups were found in an even sample of ${sample.n} of ${bought.length} customers; all are put to the nearest group.`,
            ]
          : [],
    },
  };
};

/** Place of each customer's group, −1 for those who never bought. */
export const assignToNearest = ({ features, groups }: NaturalGroups, measures: Measures): Int16Array => {
  const centres = Float64Array.from(
    groups.flatMap(({ typical }) => typical.map((v, d) => scaled(features[d]!, v))),
  );
  const bought = placesOfBuyers(measures);
  const points = scaledPoints(features, measures, bought);
  const groupOf = new Int16Array(measures.customer.length).fill(-1);
  bought.forEach((place, i) => {
    groupOf[place] = nearestCentre(points, i, centres);
  });
  return groupOf;
};

const placesOfBuyers = (measures: Measures): Int32Array =>
  Int32Array.from(measures.customer, (_, i) => i).filter((i) => measures.purchaseDays[i]! > 0);

const logOf = (unit: number, value: number): number => Math.log1p(Math.max(0, value) / unit);

const featureOf = (
  measure: Measure,
  column: ArrayLike<number>,
  bought: Int32Array,
  minorUnits: number,
): Feature => {
  const unit = measure === 'revenue' ? minorUnits : 1;
  const sorted = Float64Array.from(bought, (i) => column[i]!).sort();
  const low = quantileOfSorted(sorted, WINSOR);
  const high = quantileOfSorted(sorted, 1 - WINSOR);
  const logs = sorted.map((value) => logOf(unit, Math.min(high, Math.max(low, value))));
  const mean = sum(logs) / logs.length;
  const sd = Math.sqrt(logs.reduce((sum, v) => sum + (v - mean) ** 2, 0) / logs.length);
  return { measure, unit, low, high, mean, sd: sd > 1e-12 ? sd : 0 };
};

const scaled = ({ unit, low, high, mean, sd }: Feature, value: number): number =>
  sd === 0 ? 0 : (logOf(unit, Math.min(high, Math.max(low, value))) - mean) / sd;

const unscaled = ({ unit, mean, sd }: Feature, z: number): number => unit * Math.expm1(mean + sd * z);

const scaledPoints = (features: readonly Feature[], measures: Measures, who: Int32Array): Points => {
  const dims = features.length;
  const at = new Float64Array(who.length * dims);
  features.forEach((feature, d) => {
    const column = measures[feature.measure];
    for (let i = 0; i < who.length; i++) at[i * dims + d] = scaled(feature, column[who[i]!]!);
  });
  return { n: who.length, dims, at };
};

/** The same points by their coordinates, so that nothing depends on the order in which customers came. */
const inOrder = ({ n, dims, at }: Points): Points => {
  const order = Int32Array.from({ length: n }, (_, i) => i).sort((a, b) => {
    for (let d = 0; d < dims; d++) {
      const gap = at[a * dims + d]! - at[b * dims + d]!;
      if (gap !== 0) return gap;
    }
    return 0;
  });
  return picked({ n, dims, at }, order);
};

const picked = ({ dims, at }: Points, rows: Int32Array): Points => {
  const chosen = new Float64Array(rows.length * dims);
  rows.forEach((row, i) => {
    chosen.set(at.subarray(row * dims, (row + 1) * dims), i * dims);
  });
  return { n: rows.length, dims, at: chosen };
};

/** Every n ÷ SAMPLE-th of the ordered points from a start drawn by the seed: large and small alike are in it. */
const sampled = (points: Points, seed: number): Points => {
  if (points.n <= SAMPLE) return points;
  const step = points.n / SAMPLE;
  const start = seededRandom(seed)() * step;
  return picked(
    points,
    Int32Array.from({ length: SAMPLE }, (_, i) => Math.min(points.n - 1, Math.floor(start + i * step))),
  );
};

const hasOutliers = (features: readonly Feature[], measures: Measures, who: Int32Array): boolean =>
  features.some(({ measure, unit, mean, sd }) =>
    who.some((i) => sd > 0 && Math.abs(logOf(unit, measures[measure][i]!) - mean) > OUTLIER * sd),
  );

const everyOneIsLargeEnough = (all: Points, { k, centres }: Clustering): boolean => {
  const groupOf = Int32Array.from({ length: all.n }, (_, i) => nearestCentre(all, i, centres));
  return sizesOf(groupOf, k).every((size) => size >= SMALL_SHARE * all.n);
};

const rowsOf = (centres: Float64Array, dims: number): number[][] =>
  Array.from({ length: centres.length / dims }, (_, row) => [
    ...centres.subarray(row * dims, (row + 1) * dims),
  ]);

const terciles = (
  features: readonly Feature[],
  measures: Measures,
  who: Int32Array,
): readonly (readonly [number, number])[] =>
  features.map(({ measure }) => {
    const sorted = Float64Array.from(who, (i) => measures[measure][i]!).sort();
    return [quantileOfSorted(sorted, 1 / 3), quantileOfSorted(sorted, 2 / 3)];
  });
