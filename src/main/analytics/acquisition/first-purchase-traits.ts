import { quantileOfSorted } from '../numeric/order-statistics.ts';
import { type Share, wilson } from '../numeric/wilson.ts';

/** How a customer began, and what came after. */
export type Beginning = {
  /** what the first purchase day was like, as numbers 0, 1 … of a list of traits; each once */
  readonly traits: readonly number[];
  /** net revenue of the 180 days after the first purchase day, that day left out; minor units */
  readonly later: number;
};

/** Of those who began so, how many are among the best. */
export type TraitShare = { readonly trait: number; readonly good: number; readonly share: Share };

export type FirstPurchaseTraits = {
  readonly n: number;
  /** among the best fifth, and the share of all they are */
  readonly good: number;
  readonly share: number;
  /** traits that stand out, the surest first */
  readonly standingOut: readonly TraitShare[];
  /** traits looked at: some of so many stand out by chance */
  readonly tested: number;
};

/** How long a customer is watched after the first purchase day. */
export const WATCHED_DAYS = 180;
/** Fewer comparable customers carry no comparison. */
export const FEWEST_BEGINNINGS = 50;
const FEWEST_WITH_TRAIT = 20;
const BEST = 0.8;

/**
 * Which first purchases go together with good customers: those whose revenue in the 180 days after the first purchase day is
 * above 0 and among the best fifth. A trait stands out where the lower end of its Wilson interval, at 95 % shared out over
 * all traits looked at (Bonferroni), lies above the share of all.
 * @returns null with fewer than 50 customers
 */
export const firstPurchaseTraits = (
  beginnings: readonly Beginning[],
  traits: number,
): FirstPurchaseTraits | null => {
  const n = beginnings.length;
  if (n < FEWEST_BEGINNINGS) return null;
  const cut = quantileOfSorted(Float64Array.from(beginnings, ({ later }) => later).sort(), BEST);
  const having = new Int32Array(traits);
  const goodWith = new Int32Array(traits);
  let good = 0;
  for (const { traits: own, later } of beginnings) {
    const isGood = later > 0 && later >= cut;
    if (isGood) good++;
    for (const trait of own) {
      having[trait]!++;
      if (isGood) goodWith[trait]!++;
    }
  }
  const candidates = [...having.keys()].filter(
    (trait) => having[trait]! >= FEWEST_WITH_TRAIT && having[trait]! < n,
  );
  const level = 1 - 0.05 / Math.max(1, candidates.length);
  const standingOut = candidates
    .map((trait) => ({
      trait,
      good: goodWith[trait]!,
      share: wilson(goodWith[trait]!, having[trait]!, level)!,
    }))
    .filter(({ share }) => share.lo > good / n)
    .sort((a, b) => b.share.lo - a.share.lo || a.trait - b.trait);
  return { n, good, share: good / n, standingOut, tested: candidates.length };
};
