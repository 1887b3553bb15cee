import { poissonAtMost } from '../numeric/poisson.ts';

/** Items that stand in for an item: whoever has one of them is not offered it (TRUTH 21). */
export type Substitutes = ReadonlyMap<number, ReadonlySet<number>>;

/** Chance, shared out over all pairs looked at, of calling two items substitutes that have nothing to do with each other. */
const ALPHA = 0.05;
/** Fewer buyers of an item say nothing of what they do without. */
const FEWEST_BUYERS = 10;
/** Pairs are counted among the items of the most buyers: for the others too few would have both by chance. */
const MOST_ITEMS = 1500;

/**
 * Which items replace which, of those that may be offered: clearly fewer customers have both than by chance (Poisson, Bonferroni),
 * or their names differ in numbers and sizes only and no more customers have both than by chance.
 * @param bought what each customer ever bought, ascending  @param offered items that may be offered  @param names by item
 */
export const substitutes = (
  bought: readonly Int32Array[],
  offered: readonly number[],
  names: readonly string[],
): Substitutes => {
  const buyers = new Int32Array(names.length);
  for (const own of bought) for (const item of own) buyers[item]!++;
  const known = [...buyers.keys()]
    .filter((item) => buyers[item]! >= FEWEST_BUYERS)
    .sort((a, b) => buyers[b]! - buyers[a]! || a - b)
    .slice(0, MOST_ITEMS);
  const place = new Int32Array(names.length).fill(-1);
  known.forEach((item, k) => {
    place[item] = k;
  });
  const row = new Int32Array(names.length).fill(-1);
  const rows = offered.filter((item) => place[item]! >= 0);
  rows.forEach((item, k) => {
    row[item] = k;
  });
  const both = rows.map(() => new Int32Array(known.length));
  const n = bought.filter((own) => own.length > 0).length;
  for (const own of bought)
    for (const item of own) {
      if (row[item]! < 0) continue;
      const counts = both[row[item]!]!;
      for (const other of own) if (place[other]! >= 0) counts[place[other]!]!++;
    }
  const tested = Math.max(1, rows.length * (known.length - 1));
  const model = names.map(withoutSizes);
  return new Map(
    rows.map((item, k) => [
      item,
      new Set(
        known.filter((other, j) => {
          if (other === item) return false;
          const expected = (buyers[item]! * buyers[other]!) / n;
          const seen = both[k]![j]!;
          if (seen >= expected) return false;
          return model[item] === model[other] || poissonAtMost(seen, expected) < ALPHA / tested;
        }),
      ),
    ]),
  );
};

/** A name without its numbers and units: "Kettle 2000 W" and "Kettle 1500 W" are one model. */
const withoutSizes = (name: string, item: number): string => {
  const words = name.toLowerCase().match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
  const kept = words.filter(
    (word, k) => !/^\d/.test(word) && !(UNIT.test(word) && /^\d/.test(words[k - 1] ?? '')),
  );
  return kept.length === 0 ? `item ${item}` : kept.join(' ');
};

const UNIT =
  /^(g|kg|mg|lb|lbs|oz|ml|cl|l|lt|ltr|litre|litres|liter|w|kw|v|mm|cm|m|inch|in|ft|gb|tb|pack|pcs|x)$/;
