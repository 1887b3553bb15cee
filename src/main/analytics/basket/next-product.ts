import type { AffinityPair } from './affinity.ts';
import { appealOf, openTo, type Prospect, whiteSpaceOf } from './white-space.ts';

/** What to offer a customer next, and because of which item bought before. */
export type NextProduct = {
  readonly customer: number;
  readonly item: number;
  /** white-space score × lift, minor units */
  readonly score: number;
  /** the item bought before that goes with it most; null where none does and only people alike speak for it */
  readonly because: number | null;
  readonly lift: number;
};

type Partner = { readonly item: number; readonly lift: number };

/**
 * The best next item of each customer: white space times the greatest lift from anything bought before (1 where nothing goes
 * with it). Customers who opted out, or who bought everything, have none.
 * @param pairs items that go together (see affinity)  @param margin per item, minor units
 */
export const nextProducts = (
  customers: readonly Prospect[],
  margin: ArrayLike<number>,
  pairs: readonly AffinityPair[],
): NextProduct[] => {
  const appeal = appealOf(customers, margin);
  const partners = partnersOf(pairs);
  return customers.flatMap((customer): NextProduct[] => {
    // without a partner the first of the ranking is best; with one, only partners of what was bought can be better
    const [first] = openTo(customer, appeal, 1);
    if (!first) return [];
    let best: NextProduct = {
      customer: customer.id,
      item: first.item,
      score: first.score,
      because: null,
      lift: 1,
    };
    for (const bought of [...customer.bought].sort((a, b) => a - b))
      for (const { item, lift } of partners.get(bought) ?? []) {
        if (customer.bought.has(item) || !(margin[item]! > 0)) continue;
        const score = whiteSpaceOf(customer, item, appeal).score * lift;
        if (score > best.score || (score === best.score && item < best.item))
          best = { customer: customer.id, item, score, because: bought, lift };
      }
    return [best];
  });
};

const partnersOf = (pairs: readonly AffinityPair[]): ReadonlyMap<number, readonly Partner[]> => {
  const partners = new Map<number, Partner[]>();
  const add = (one: number, partner: Partner): void => {
    const known = partners.get(one);
    if (known) known.push(partner);
    else partners.set(one, [partner]);
  };
  for (const { from, to, lift } of pairs) {
    add(from, { item: to, lift });
    add(to, { item: from, lift });
  }
  return partners;
};
