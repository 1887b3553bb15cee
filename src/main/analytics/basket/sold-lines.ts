import { medianOfSorted } from '../numeric/order-statistics.ts';

/** Sold lines, columnar. Money in minor units. */
export type SoldLines = {
  /** products, or categories, 0 .. items − 1 */
  readonly item: Int32Array;
  /** 0 .. customers − 1; negative for nobody in particular */
  readonly customer: Int32Array;
  /** the lines of one order have one number, 0 .. orders − 1 */
  readonly order: Int32Array;
  /** day number */
  readonly day: Int32Array;
  readonly net: Float64Array;
  /** what the goods cost; NaN where unknown */
  readonly cost: Float64Array;
  readonly items: number;
};

/** The first day of the lines and how many days there are to the last: what makes one number of customer and day. */
export const daySpan = ({ day }: SoldLines): { readonly first: number; readonly days: number } => {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const one of day) {
    if (one < first) first = one;
    if (one > last) last = one;
  }
  return day.length > 0 ? { first, days: last - first + 1 } : { first: 0, days: 1 };
};

/** Indices of lines group by group: those of group g are `line[start[g]]` .. `line[start[g + 1] - 1]`, in their order. */
export type GroupedLines = { readonly start: Int32Array; readonly line: Int32Array };

/** Puts lines into groups by counting, in linear time. @param groupOf per line, 0 .. groups − 1, negative to leave it out */
export const groupLines = (groupOf: Int32Array, groups: number): GroupedLines => {
  const start = new Int32Array(groups + 1);
  for (const group of groupOf) if (group >= 0) start[group + 1]!++;
  for (let g = 0; g < groups; g++) start[g + 1]! += start[g]!;
  const next = start.slice(0, groups);
  const line = new Int32Array(start[groups]!);
  for (let k = 0; k < groupOf.length; k++) if (groupOf[k]! >= 0) line[next[groupOf[k]!]!++] = k;
  return { start, line };
};

/** The different items of each group of lines, each once, ascending: those of group g are `item[start[g]]` .. `item[start[g + 1] - 1]`. */
export const itemsOfGroups = (
  lines: SoldLines,
  { start, line }: GroupedLines,
): { readonly start: Int32Array; readonly item: Int32Array } => {
  const groups = start.length - 1;
  const from = new Int32Array(groups + 1);
  const item = new Int32Array(line.length);
  const seenIn = new Int32Array(lines.items).fill(-1);
  let size = 0;
  for (let g = 0; g < groups; g++) {
    for (let k = start[g]!; k < start[g + 1]!; k++) {
      const one = lines.item[line[k]!]!;
      if (seenIn[one] === g) continue;
      seenIn[one] = g;
      item[size++] = one;
    }
    item.subarray(from[g]!, size).sort();
    from[g + 1] = size;
  }
  return { start: from, item: item.slice(0, size) };
};

/** What each of `customers` ever bought, ascending. */
export const itemsEverBought = (lines: SoldLines, customers: number): readonly Int32Array[] => {
  const buyer = lines.customer.map((customer, k) => (lines.net[k]! > 0 ? customer : -1));
  const { start, item } = itemsOfGroups(lines, groupLines(buyer, customers));
  return Array.from({ length: customers }, (_, i) => item.subarray(start[i]!, start[i + 1]!));
};

/**
 * What a purchase of each item typically leaves: the median over the lines of its category of revenue less the goods' cost,
 * or of revenue alone where costs are not known. 0 for what was never sold. Minor units.
 * @param categoryOf per item, 0 .. categories − 1
 */
export const typicalMargins = (
  lines: SoldLines,
  categoryOf: Int32Array,
  categories: number,
): Float64Array => {
  const sold = lines.item.map((one, k) => (lines.net[k]! > 0 ? categoryOf[one]! : -1));
  const { start, line } = groupLines(sold, categories);
  const left = new Float64Array(line.length);
  for (let j = 0; j < line.length; j++) {
    const cost = lines.cost[line[j]!]!;
    left[j] = lines.net[line[j]!]! - (Number.isNaN(cost) ? 0 : cost);
  }
  const medians = Float64Array.from({ length: categories }, (_, c) =>
    start[c] === start[c + 1] ? 0 : medianOfSorted(left.subarray(start[c]!, start[c + 1]!).sort()),
  );
  return Float64Array.from(categoryOf, (category) => medians[category]!);
};
