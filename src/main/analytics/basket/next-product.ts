import type { AffinityPair } from './affinity.ts';
import { type Appeal, appealOf, isClosed, openTo, type Prospect, whiteSpaceOf } from './white-space.ts';

/** What to offer a customer next, and because of which item bought before. */
export type NextProduct = {
  readonly customer: number;
  readonly item: number;
  /** share of people alike who bought it */
  readonly penetration: number;
  /** white-space score × lift, minor units */
  readonly score: number;
  /** the item bought before that goes with it most; null where none does and only people alike speak for it */
  readonly because: number | null;
  readonly lift: number;
};

/** An item with the customers it might be offered to, the highest score first, equal ones by customer. */
export type Openings = { readonly item: number; readonly customers: readonly NextProduct[] };

/** Turns what is best for each customer into whom each item is best for: most customers first, equal ones by item. */
export const openingsOf = (next: readonly NextProduct[]): Openings[] => {
  const byItem = new Map<number, NextProduct[]>();
  for (const one of next) {
    const known = byItem.get(one.item);
    if (known) known.push(one);
    else byItem.set(one.item, [one]);
  }
  return [...byItem]
    .map(([item, customers]) => ({
      item,
      customers: customers.sort((a, b) => b.score - a.score || a.customer - b.customer),
    }))
    .sort((a, b) => b.customers.length - a.customers.length || a.item - b.item);
};

type Pair = Pick<AffinityPair, 'from' | 'to' | 'lift'>;

type Partner = { readonly item: number; readonly lift: number };

/** Items that go with each item. */
export type Partners = ReadonlyMap<number, readonly Partner[]>;

/**
 * The best next items of each customer, the best first: white space times the greatest lift from anything bought before (1
 * where nothing goes with it). Customers who opted out, or who bought everything, have none.
 * @param pairs items that go together (see affinity)  @param margin per item, minor units  @param most items per customer
 */
export const nextProducts = (
  customers: readonly Prospect[],
  margin: ArrayLike<number>,
  pairs: readonly Pair[],
  most = 1,
): NextProduct[] => {
  const appeal = appealOf(customers, margin);
  const partners = partnersOf(pairs);
  return customers.flatMap((customer) => nextProductsOf(customer, appeal, partners, most));
};

/** The same for one customer, from what is worked out for all. */
export const nextProductsOf = (
  customer: Prospect,
  appeal: Appeal,
  partners: Partners,
  most: number,
): NextProduct[] => {
  if (customer.optedOut || !(customer.pActive > 0)) return [];
  const best = new Map<number, NextProduct>();
  // what goes with nothing bought keeps its place in the ranking: only the first of it can be among the best
  for (const { item, penetration, score } of openTo(customer, appeal, most))
    best.set(item, { customer: customer.id, item, penetration, score, because: null, lift: 1 });
  for (const bought of customer.bought)
    for (const { item, lift } of partners.get(bought) ?? []) {
      if (lift <= (best.get(item)?.lift ?? 1) || !(appeal.margin[item]! > 0) || isClosed(customer, item))
        continue;
      const { penetration, score } = whiteSpaceOf(customer, item, appeal);
      if (penetration * lift < appeal.least.share) continue;
      best.set(item, {
        customer: customer.id,
        item,
        penetration,
        score: score * lift,
        because: bought,
        lift,
      });
    }
  return [...best.values()].sort((a, b) => b.score - a.score || a.item - b.item).slice(0, most);
};

export const partnersOf = (pairs: readonly Pair[]): Partners => {
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
