import type { ColumnMatch } from '../../../../shared/model/importing.ts';
import type { Field } from '../../../../shared/model/sale-field.ts';
import { type Decimal, type DecimalMark, readDecimal } from '../../values/decimal.ts';
import { isNothing } from '../../values/nothing.ts';
import { plainHeader } from '../columns/header-words.ts';
import type { Table } from '../table/dialect.ts';
import { isFee, isTaxWord, type MoneyName, moneyName } from './money-words.ts';

/** A column of money; its values by row of the sample, NaN where a cell is blank or no number. */
export type MoneyColumn = {
  readonly at: number;
  readonly name: MoneyName;
  readonly values: Float64Array;
  /** a column of taxes that may as well hold their rates */
  readonly likeRates: boolean;
};

const LOOKED_AT = 1500;
/** Words for a sum of money, which a rate is not called. */
const SUM = /\b(amount|total|sum|montant|importe|importo|bedrag|valor)\b|betrag|summe/;
/** A share of filled cells that must be numbers. */
const NUMBERS = 0.7;
/** A share of rows in which columns must add up. */
const HOLDS = 0.9;
const scratch: Decimal = { mantissa: 0, scale: 0 };

/** Beside what a shop pays its maker, what its own customers pay is no money of the sale. */
const WHOLESALE = /\b(wholesale|trade|dealer|mayorista|ingrosso|grosshandel\w*|handlerpreis|prix de gros)\b/;
const RETAIL = /\b(retail|rrp|msrp|uvp|pvp|recommended|suggested|public|minorista|consumer)\b/;

/** All columns of a table that hold money by their words and their values. */
export const moneyColumns = (table: Table, mark: DecimalMark): MoneyColumn[] => {
  const rows = table.sample.slice(0, LOOKED_AT);
  const toTrade = table.header.some((header) => WHOLESALE.test(plainHeader(header)));
  const found = table.header.flatMap((header, at) => {
    const name = moneyName(header);
    if (name.role === 'other') return [];
    if (toTrade && RETAIL.test(plainHeader(header))) return [];
    const values = valuesOf(rows, at, mark);
    const filled = rows.filter((row) => !isNothing(row[at] ?? '')).length;
    const numbers = values.filter((value) => !Number.isNaN(value)).length;
    if (numbers === 0 || numbers < filled * NUMBERS) return [];
    if (name.role === 'tax' && rows.some((row) => (row[at] ?? '').includes('%'))) return [];
    return [
      {
        at,
        name,
        values,
        likeRates: name.role === 'tax' && !SUM.test(plainHeader(header)) && areRates(values),
      },
    ];
  });
  return withoutPayouts(found, table, mark);
};

/** What is left of a payment after its fee is no sale: another amount less a column of fees. */
const withoutPayouts = (found: MoneyColumn[], table: Table, mark: DecimalMark): MoneyColumn[] => {
  const rows = table.sample.slice(0, LOOKED_AT);
  const fees = table.header.flatMap((header, at) => (isFee(header) ? [valuesOf(rows, at, mark)] : []));
  const isPayout = (column: MoneyColumn): boolean =>
    fees.some((fee) =>
      found.some(
        (whole) =>
          whole !== column && whole.name.role === 'amount' && isLess(column.values, whole.values, fee),
      ),
    );
  return found.filter((column) => column.name.role !== 'amount' || !isPayout(column));
};

const isLess = (less: Float64Array, whole: Float64Array, off: Float64Array): boolean => {
  const rows = [...off.keys()].filter((row) => off[row] && !Number.isNaN(less[row] ?? Number.NaN));
  // a fee that goes back with a refund is written with the refund's own sign
  const right = rows.filter((row) =>
    [Math.abs(off[row] ?? 0), off[row] ?? 0].some(
      (fee) => Math.abs((whole[row] ?? 0) - fee - (less[row] ?? 0)) < 0.0151,
    ),
  );
  const sizeOf = (values: Float64Array): number =>
    rows.reduce((all, row) => all + Math.abs(values[row] || 0), 0);
  // where fees are written with a minus, the payment is as far from the payout: it is the larger of the two
  return rows.length > 0 && right.length >= rows.length * HOLDS && sizeOf(less) < sizeOf(whole);
};

/** The places of all columns that hold money by their words, to vote on how numbers are written. */
export const moneyPlaces = (table: Table): number[] =>
  table.header.flatMap((header, at) => (moneyName(header).role === 'other' ? [] : [at]));

const valuesOf = (
  rows: readonly (readonly string[])[],
  at: number | undefined,
  mark: DecimalMark,
): Float64Array =>
  Float64Array.from(rows, (row) =>
    at !== undefined && readDecimal((row[at] ?? '').trim(), mark, scratch)
      ? scratch.mantissa / 10 ** scratch.scale
      : Number.NaN,
  );

/** `19` and `7` in a column called VAT are rates, not what was paid, unless they add up: few values, whatever the amounts are. */
const areRates = (values: Float64Array): boolean => {
  const distinct = new Set(values.filter((value) => !Number.isNaN(value) && value !== 0));
  const known = [...distinct].every(
    (value) => RATES.has(value) || RATES.has(Math.round(value * 10_000) / 100),
  );
  return distinct.size > 0 && known && (distinct.size === 1 ? values.length > 1 : distinct.size <= 4);
};

/** Rates of value-added and sales taxes of Europe and the Anglo-Saxon countries. */
const RATES = new Set([
  2.1, 2.5, 2.6, 3, 3.8, 4, 4.8, 5, 5.5, 6, 7, 7.7, 8, 8.1, 9, 9.5, 10, 12, 13, 13.5, 14, 15, 16, 17, 18, 19,
  20, 21, 22, 23, 24, 25, 25.5, 27,
]);

/** The rate of tax of each row, in percent, where a column tells it; null where none does. */
export const ratesOf = (table: Table, mark: DecimalMark): Float64Array | null => {
  const rows = table.sample.slice(0, LOOKED_AT);
  const at = table.header.findIndex(
    (header, column) =>
      isTaxWord(header) &&
      (header.includes('%') ||
        /\b(rate|satz|taux|aliquota|tipo|tarief)\b|(?<!um)satz/.test(plainHeader(header)) ||
        rows.some((row) => (row[column] ?? '').includes('%'))),
  );
  if (at < 0) return null;
  const bare = rows.map((row) => [(row[at] ?? '').replace('%', '').trim()]);
  return valuesOf(bare, 0, mark);
};

/** Quantity × price of each row; the price alone where there is no quantity. */
export const quantityTimesPrice = (
  table: Table,
  at: Partial<Record<Field, number>>,
  mark: DecimalMark,
): Float64Array | null => {
  const rows = table.sample.slice(0, LOOKED_AT);
  if (at['line.unitPrice'] === undefined) return null;
  const prices = valuesOf(rows, at['line.unitPrice'], mark);
  if (at['line.quantity'] === undefined) return prices;
  return valuesOf(rows, at['line.quantity'], mark).map((count, row) => count * (prices[row] ?? 0));
};

/** Where columns relate to each other as `total = part + tax + shipping − discount + tip`, with these terms in it. */
export type Relation = {
  readonly total: MoneyColumn;
  /** null is quantity × price */
  readonly part: MoneyColumn | null;
  readonly tax: MoneyColumn | null;
  readonly shipping: MoneyColumn | null;
  readonly discount: MoneyColumn | null;
  readonly tip: MoneyColumn | null;
};

const MOST = 12;

/**
 * Every relation of that form that holds in nearly all rows and has a term that is not nothing.
 * @param product quantity × price by row, null without them
 */
export const relations = (columns: readonly MoneyColumn[], product: Float64Array | null): Relation[] => {
  const of = (role: MoneyName['role']): MoneyColumn[] =>
    columns.filter(
      ({ name, values }) => name.role === role && values.some((v) => v !== 0 && !Number.isNaN(v)),
    );
  const amounts = of('amount').slice(0, MOST);
  const choices = (role: MoneyName['role']): (MoneyColumn | null)[] => [null, ...of(role).slice(0, 3)];
  const [taxes, shippings, discounts, tips] = [
    choices('tax'),
    choices('shipping'),
    choices('discount'),
    choices('tip'),
  ] as const;
  const found: Relation[] = [];
  for (const total of amounts)
    for (const part of [...amounts, ...(product ? [null] : [])]) {
      if (part === total) continue;
      for (const tax of taxes)
        for (const shipping of shippings)
          for (const discount of discounts)
            for (const tip of tips) {
              const relation = { total, part, tax, shipping, discount, tip };
              const bare = !tax && !shipping && !discount && !tip;
              if (bare && part !== null) continue;
              if (holds(relation, part?.values ?? product ?? new Float64Array())) found.push(relation);
            }
    }
  return found;
};

const holds = ({ total, tax, shipping, discount, tip }: Relation, part: Float64Array): boolean => {
  let rows = 0;
  let right = 0;
  const telling = { tax: 0, shipping: 0, discount: 0, tip: 0 };
  for (let row = 0; row < part.length; row++) {
    const all = total.values[row] ?? Number.NaN;
    const base = part[row] ?? Number.NaN;
    if (Number.isNaN(all) || Number.isNaN(base)) continue;
    const sign = base < 0 || (base === 0 && all < 0) ? -1 : 1;
    const term = (column: MoneyColumn | null): number => column?.values[row] || 0;
    const [t, s, d, p] = [term(tax), term(shipping), Math.abs(term(discount)), term(tip)];
    rows++;
    if (Math.abs(base + t + s - sign * d + p - all) > 0.0151) continue;
    right++;
    if (t !== 0) telling.tax++;
    if (s !== 0) telling.shipping++;
    if (d !== 0) telling.discount++;
    if (p !== 0) telling.tip++;
  }
  return (
    rows > 0 &&
    right >= rows * HOLDS &&
    (!tax || telling.tax > 0) &&
    (!shipping || telling.shipping > 0) &&
    (!discount || telling.discount > 0) &&
    (!tip || telling.tip > 0)
  );
};

export const isMoneyField = (field: ColumnMatch['field']): boolean =>
  field === 'line.amount' || field === 'line.tax' || field === 'line.discount' || field === 'line.shipping';
