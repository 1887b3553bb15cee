import type { PurchaseSummary } from '../value/purchase-summary.ts';
import type { Rhythm } from './rhythm.ts';

/** One who stopped and one who began, who may be the same under another name; places in the history. */
export type Successor = { readonly stopped: number; readonly began: number };

/** The new name begins within this many usual gaps of the last purchase under the old one. */
const GAPS = 3;
/** Rhythm and value of a purchase may differ by this factor. */
const ALIKE = 2;
/** Shorter words join anybody. */
const SHORTEST_WORD = 4;
/** A word that more customers bear says nothing. */
const MOST_BEARERS = 3;

/**
 * Pairs whose names share a rare word, one of whom goes on where the other stopped, in the same rhythm and size.
 * @param stopped places of those who have been silent for too long, the most worth first
 * @returns in that order
 */
export const successors = (
  names: readonly string[],
  purchases: PurchaseSummary,
  rhythm: Rhythm,
  stopped: readonly number[],
): readonly Successor[] => {
  if (stopped.length === 0) return [];
  const wanted = new Set(stopped.flatMap((i) => wordsOf(names[i]!)));
  const bearers = new Map<string, number[]>();
  names.forEach((name, i) => {
    for (const word of wordsOf(name)) {
      if (!wanted.has(word)) continue;
      const known = bearers.get(word);
      if (known) known.push(i);
      else bearers.set(word, [i]);
    }
  });
  const silent = new Set(stopped);
  return stopped.flatMap((i) => {
    const began = wordsOf(names[i]!)
      .flatMap((word) => {
        const all = bearers.get(word)!;
        return all.length > MOST_BEARERS ? [] : all;
      })
      .find((j) => j !== i && !silent.has(j) && goesOn(purchases, rhythm, i, j));
    return began === undefined ? [] : [{ stopped: i, began }];
  });
};

const goesOn = (purchases: PurchaseSummary, rhythm: Rhythm, i: number, j: number): boolean => {
  if (purchases.purchaseDays[j]! < 3) return false;
  const pause = purchases.firstDay[j]! - purchases.lastDay[i]!;
  const gap = rhythm.ownGap[i]!;
  return (
    pause > 0 &&
    pause <= GAPS * gap &&
    alike(gap, rhythm.ownGap[j]!) &&
    alike(purchases.zbar[i]!, purchases.zbar[j]!)
  );
};

const alike = (a: number, b: number): boolean => a <= ALIKE * b && b <= ALIKE * a;

const wordsOf = (name: string): string[] => [
  ...new Set(
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= SHORTEST_WORD),
  ),
];
