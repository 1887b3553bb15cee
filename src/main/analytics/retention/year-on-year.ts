/** What became of a customer from one year to the next (MODELS 16); fifths are ranks, never growth. */
export type YearClass = 'new' | 'back' | 'up' | 'same' | 'down' | 'not-this-year' | 'earlier-only';

export const YEAR_CLASSES: readonly YearClass[] = [
  'new',
  'back',
  'up',
  'same',
  'down',
  'not-this-year',
  'earlier-only',
];

/** One entry per customer: purchase days and net revenue in the later window P1 and the earlier P2, days in all before them. */
export type YearInputs = {
  readonly days1: ArrayLike<number>;
  readonly days2: ArrayLike<number>;
  readonly daysBefore: ArrayLike<number>;
  /** minor units */
  readonly revenue1: ArrayLike<number>;
  readonly revenue2: ArrayLike<number>;
};

export type YearGroup = { readonly customers: number; readonly revenue1: number; readonly revenue2: number };

export type YearOnYear = {
  /** null for who bought in neither window nor before */
  readonly classOf: readonly (YearClass | null)[];
  readonly classes: readonly (YearGroup & { readonly class: YearClass })[];
  /** fifth of P2 × fifth of P1, 1 the least, 5 the most; null where a customer did not buy in that window */
  readonly cells: readonly (YearGroup & { readonly fifth2: number | null; readonly fifth1: number | null })[];
};

const FIFTHS = 5;

/**
 * Attrition and migration between two years: classes exhaustive and exclusive, and the table of fifths with money in every
 * cell, whose sums close to both years' revenue. Fifths by rank among that window's buyers, ties by place.
 */
export const yearOnYear = (inputs: YearInputs): YearOnYear => {
  const { days1, days2, daysBefore, revenue1, revenue2 } = inputs;
  const n = days1.length;
  const fifth1 = fifths(days1, revenue1);
  const fifth2 = fifths(days2, revenue2);
  const classOf = Array.from({ length: n }, (_, i): YearClass | null => {
    const [now, then, before] = [days1[i]! > 0, days2[i]! > 0, daysBefore[i]! > 0];
    if (now && !then) return before ? 'back' : 'new';
    if (now) return fifth1[i]! > fifth2[i]! ? 'up' : fifth1[i]! < fifth2[i]! ? 'down' : 'same';
    return then ? 'not-this-year' : before ? 'earlier-only' : null;
  });
  const groups = new Map<string, { customers: number; revenue1: number; revenue2: number }>();
  const add = (key: string, i: number): void => {
    const group = groups.get(key) ?? { customers: 0, revenue1: 0, revenue2: 0 };
    group.customers++;
    group.revenue1 += revenue1[i]!;
    group.revenue2 += revenue2[i]!;
    groups.set(key, group);
  };
  for (let i = 0; i < n; i++) {
    if (classOf[i] === null) continue;
    add(classOf[i]!, i);
    if (fifth1[i]! > 0 || fifth2[i]! > 0) add(`${fifth2[i]} ${fifth1[i]}`, i);
  }
  const ranks = [null, 1, 2, 3, 4, 5] as const;
  return {
    classOf,
    classes: YEAR_CLASSES.map((name) => ({
      class: name,
      ...(groups.get(name) ?? { customers: 0, revenue1: 0, revenue2: 0 }),
    })),
    cells: ranks.flatMap((two) =>
      ranks.flatMap((one) => {
        const group = groups.get(`${two ?? 0} ${one ?? 0}`);
        return group ? [{ fifth2: two, fifth1: one, ...group }] : [];
      }),
    ),
  };
};

/** 1 to 5 by rank among those who bought, 0 for the others. */
const fifths = (days: ArrayLike<number>, revenue: ArrayLike<number>): Int8Array => {
  const buyers = Array.from(days, (_, i) => i).filter((i) => days[i]! > 0);
  buyers.sort((a, b) => revenue[a]! - revenue[b]! || a - b);
  const fifth = new Int8Array(days.length);
  buyers.forEach((i, rank) => {
    fifth[i] = Math.floor((FIFTHS * rank) / buyers.length) + 1;
  });
  return fifth;
};

/** A window's buyers, purchase days and revenue in minor units. */
export type WindowTotals = { readonly buyers: number; readonly days: number; readonly revenue: number };

/** The change of revenue in three parts that add up to it. */
export type Bridge = {
  readonly customers: number;
  readonly frequency: number;
  readonly orderValue: number;
  readonly total: number;
};

/**
 * Shapley's decomposition over buyers × (purchase days ÷ buyers) × (revenue ÷ purchase days): each factor's part is the mean
 * over all orders in which the three may change (Shapley 1953; Shorrocks 2013). A window without buyers: all is customers.
 */
export const bridge = (before: WindowTotals, after: WindowTotals): Bridge => {
  const total = after.revenue - before.revenue;
  if ([before, after].some(({ buyers, days }) => buyers === 0 || days === 0))
    return { customers: total, frequency: 0, orderValue: 0, total };
  const factors = (w: WindowTotals): [number, number, number] => [
    w.buyers,
    w.days / w.buyers,
    w.revenue / w.days,
  ];
  const [a1, b1, c1] = factors(before);
  const [a2, b2, c2] = factors(after);
  const part = (x1: number, x2: number, y1: number, y2: number, z1: number, z2: number): number =>
    (x2 - x1) * ((y1 * z1 + y2 * z2) / 3 + (y1 * z2 + y2 * z1) / 6);
  return {
    customers: part(a1, a2, b1, b2, c1, c2),
    frequency: part(b1, b2, a1, a2, c1, c2),
    orderValue: part(c1, c2, a1, a2, b1, b2),
    total,
  };
};
