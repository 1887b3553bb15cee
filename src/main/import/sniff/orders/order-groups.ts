import { sumRowKind } from '../../values/total-rows.ts';
import type { Places } from '../columns/places.ts';
import type { Table } from '../table/dialect.ts';

/** The orders of a sample that have several rows which tell different articles. */
export type OrderGroups = {
  /** their later rows leave the day blank */
  readonly carries: boolean;
  /** a value is only on the first row, or on each row the same, in every one of these orders */
  readonly isOfOrder: (values: Float64Array) => boolean;
  /** values of orders that are near the sums of these values of their lines */
  readonly areSumsOf: (totals: Float64Array, lines: Float64Array) => boolean;
  /** the same value, not 0, is on each row */
  readonly isRepeated: (values: Float64Array) => boolean;
  /**
   * What is repeated is no price of the articles: in enough orders most articles that come again come with other values,
   * or, where none comes again, the orders have values of their own.
   */
  readonly isNoPrice: (values: Float64Array) => boolean;
};

const LOOKED_AT = 1500;
const MANY = 5;
const MERGED = 0.15;
/** How far an order's total may be from the sum of its lines, for tax, shipping and discounts. */
const NEAR = { least: 0.6, most: 1.8 };

export const orderGroups = (table: Table, at: Places): OrderGroups | null => {
  const number = at['order.id'];
  const day = at['order.date'];
  const who = at['customer.name'] ?? at['customer.id'];
  if (number === undefined && (day === undefined || who === undefined)) return null;
  const rows = table.sample.slice(0, LOOKED_AT);
  const told = [at['product.name'], at['product.code'], at['line.unitPrice'], at['line.quantity']].filter(
    (column) => column !== undefined,
  );
  const content = (row: number): string =>
    told.map((column) => rows[row]?.[column]?.trim() ?? '').join('\u0001');
  const all: number[][] = [];
  let current = '';
  rows.forEach((record, row) => {
    const own = number === undefined ? '' : (record[number] ?? '').trim();
    const blankDay = day !== undefined && (record[day] ?? '').trim() === '';
    const blankWho = number !== undefined || (record[who ?? -1] ?? '').trim() === '';
    const says = content(row).replaceAll('\u0001', '') !== '' && sumRowKind(record) === null;
    const continued =
      all.length > 0 && ((own !== '' && own === current) || (own === '' && blankDay && blankWho && says));
    if (continued) all.at(-1)?.push(row);
    else all.push([row]);
    if (own !== '') current = own;
  });
  const groups = all.filter((group) => group.length > 1 && new Set(group.map(content)).size === group.length);
  if (groups.length === 0 || told.length === 0) return null;
  const later = groups.flatMap((group) => group.slice(1));
  // without numbers a day that is missing here and there is a gap, and only many of them are merged cells
  if (number === undefined && later.length < rows.length * MERGED) return null;
  const blank = later.filter((row) => day !== undefined && (rows[row]?.[day] ?? '').trim() === '');
  const same = (group: readonly number[], values: Float64Array): boolean =>
    group.every((row) => values[row] === values[group[0] ?? 0]);
  const firstOnly = (group: readonly number[], values: Float64Array): boolean =>
    !Number.isNaN(values[group[0] ?? 0]) && group.slice(1).every((row) => Number.isNaN(values[row]));
  const telling = (values: Float64Array): boolean =>
    groups.some((group) => values[group[0] ?? 0] !== 0 && !Number.isNaN(values[group[0] ?? 0]));
  return {
    carries: blank.length > later.length * 0.8,
    isOfOrder: (values) =>
      telling(values) && groups.every((group) => same(group, values) || firstOnly(group, values)),
    areSumsOf: (totals, lines) => {
      const ratios = groups.flatMap((group) => {
        const sum = group.reduce((all, row) => all + (lines[row] || 0), 0);
        return sum === 0 ? [] : [(totals[group[0] ?? 0] ?? 0) / sum];
      });
      const near = ratios.filter((ratio) => ratio > NEAR.least && ratio < NEAR.most);
      return ratios.length === 0 || near.length >= ratios.length * 0.8;
    },
    isRepeated: (values) => telling(values) && groups.every((group) => same(group, values)),
    isNoPrice: (values) => {
      if (groups.length < MANY) return false;
      const prices = new Map<string, number>();
      let again = 0;
      let others = 0;
      for (const row of all.flat()) {
        const article = content(row);
        const value = values[row] ?? Number.NaN;
        const before = prices.get(article);
        if (before !== undefined) again++;
        if (before !== undefined && before !== value) others++;
        prices.set(article, value);
      }
      if (again > 0) return others > again / 2;
      return new Set(groups.map((group) => values[group[0] ?? 0])).size >= MANY;
    },
  };
};
