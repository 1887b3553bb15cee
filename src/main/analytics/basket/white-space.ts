/** A customer as far as offers go. */
export type Prospect = {
  readonly id: number;
  /** segment, negative for none: then only the shop's rates count */
  readonly segment: number;
  /** P(at least one purchase in the horizon) */
  readonly pActive: number;
  /** items ever bought, ascending */
  readonly bought: Int32Array;
  /** items that are not to be offered, ascending: those bought, and what would replace one of them */
  readonly closed: Int32Array;
  /** may not be contacted, or not for offers */
  readonly optedOut: boolean;
};

/** An item a customer has never bought, though people alike do. */
export type WhiteSpace = {
  readonly customer: number;
  readonly item: number;
  /** share of the customer's segment who bought it, drawn to the shop's */
  readonly penetration: number;
  /** penetration × P(active) × margin, minor units */
  readonly score: number;
};

/** As many of the shop count as this in every segment's share. */
const PRIOR_CUSTOMERS = 10;

/** Whether an item is not to be offered to a customer, by halving. */
export const isClosed = ({ closed }: Prospect, item: number): boolean => {
  let low = 0;
  let high = closed.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = closed[middle]!;
    if (one === item) return true;
    if (one < item) low = middle + 1;
    else high = middle - 1;
  }
  return false;
};

/** What each segment takes to. */
export type Appeal = {
  /** share of the segment who ever bought the item: (buyers + 10·shop rate) ÷ (customers + 10) */
  readonly share: (segment: number, item: number) => number;
  /** items by share × margin, the highest first, equal ones by item; those without any, or with too little appeal, left out */
  readonly ranked: (segment: number) => Int32Array;
  readonly margin: ArrayLike<number>;
  readonly least: LeastAppeal;
};

/** What an item must have to be offered to anybody. */
export type LeastAppeal = {
  /** bought by at least this share of those alike, raised by what goes with it */
  readonly share: number;
  /** and by this many customers: one buyer is no taste */
  readonly buyers: number;
};

const ANY: LeastAppeal = { share: 0, buyers: 0 };

/** @param margin what a purchase of each item 0, 1 … typically leaves, minor units: the median of its category */
export const appealOf = (
  customers: readonly Prospect[],
  margin: ArrayLike<number>,
  least: LeastAppeal = ANY,
): Appeal => {
  const items = margin.length;
  const shop = new Float64Array(items);
  const segments = new Map<number, { n: number; buyers: Float64Array }>();
  for (const { segment, bought } of customers) {
    let own = segments.get(segment);
    if (!own) {
      own = { n: 0, buyers: new Float64Array(items) };
      segments.set(segment, own);
    }
    own.n++;
    for (const item of bought) {
      shop[item]!++;
      own.buyers[item]!++;
    }
  }
  const share = (segment: number, item: number): number => {
    const own = segment < 0 ? undefined : segments.get(segment);
    const rate = customers.length > 0 ? shop[item]! / customers.length : 0;
    return own ? (own.buyers[item]! + PRIOR_CUSTOMERS * rate) / (own.n + PRIOR_CUSTOMERS) : rate;
  };
  const rankings = new Map<number, Int32Array>();
  const ranked = (segment: number): Int32Array => {
    const known = rankings.get(segment);
    if (known) return known;
    const worth = Float64Array.from({ length: items }, (_, item) => share(segment, item) * margin[item]!);
    const offered = (item: number): boolean =>
      worth[item]! > 0 && shop[item]! >= least.buyers && share(segment, item) >= least.share;
    const order = Int32Array.from([...worth.keys()].filter(offered)).sort(
      (a, b) => worth[b]! - worth[a]! || a - b,
    );
    rankings.set(segment, order);
    return order;
  };
  return { share, ranked, margin, least };
};

/** Penetration × P(active) × margin of one item for one customer. */
export const whiteSpaceOf = (customer: Prospect, item: number, appeal: Appeal): WhiteSpace => {
  const penetration = appeal.share(customer.segment, item);
  const score = penetration * customer.pActive * appeal.margin[item]!;
  return { customer: customer.id, item, penetration, score };
};

/** The items that may be offered to a customer, the highest score first; none for those who opted out. */
export const openTo = (customer: Prospect, appeal: Appeal, most: number): WhiteSpace[] => {
  const open: WhiteSpace[] = [];
  if (customer.optedOut || !(customer.pActive > 0)) return open;
  for (const item of appeal.ranked(customer.segment)) {
    if (open.length === most) break;
    if (!isClosed(customer, item)) open.push(whiteSpaceOf(customer, item, appeal));
  }
  return open;
};

/** White space of every customer, at most `most` items each (MODELS 10). @param margin as in `appealOf` */
export const whiteSpace = (
  customers: readonly Prospect[],
  margin: ArrayLike<number>,
  most = 3,
): WhiteSpace[] => {
  const appeal = appealOf(customers, margin);
  return customers.flatMap((customer) => openTo(customer, appeal, most));
};

/** Every item that some segment might be offered, ascending. */
export const offeredAtAll = (customers: readonly Prospect[], appeal: Appeal): number[] => {
  const segments = new Set(customers.map(({ segment }) => segment));
  return [...new Set([...segments].flatMap((segment) => [...appeal.ranked(segment)]))].sort((a, b) => a - b);
};
