import type { ColumnMatch } from '../../../shared/model/importing.ts';
import { DECIDED } from '../sniff/columns/match-columns.ts';
import { ratesOf } from '../sniff/money/money-columns.ts';
import { isTaxWord, moneyName } from '../sniff/money/money-words.ts';
import type { Table } from '../sniff/table/dialect.ts';
import { type Decimal, type DecimalMark, readDecimal } from '../values/decimal.ts';
import type { FieldColumns } from './plan-parts.ts';

/** Discounts below one beside prices of at least this are parts of the price rather than cents. */
const PRICE = 2;
const scratch: Decimal = { mantissa: 0, scale: 0 };

/** What to say of a column of discounts that holds rates, where it would be taken off as money; null where it does not. */
export const doubtfulDiscount = (
  table: Table,
  columns: readonly ColumnMatch[],
  at: FieldColumns,
  mark: DecimalMark,
): string | null => {
  const column = at['line.discount'];
  if (column === undefined) return percentsAside(table, columns, at);
  if (columns[column]?.reason === DECIDED) return null;
  const numbers = (index: number | undefined): number[] =>
    index === undefined
      ? []
      : table.sample.flatMap((row) =>
          readDecimal((row[index] ?? '').trim(), mark, scratch) && scratch.mantissa !== 0
            ? [Math.abs(scratch.mantissa) / 10 ** scratch.scale]
            : [],
        );
  const money = at['line.amount'] ?? at['line.unitPrice'];
  const discounts = numbers(column);
  const prices = numbers(money);
  const isRate =
    discounts.length > 0 && discounts.every((value) => value <= 1) && prices.every((price) => price >= PRICE);
  const isPercent =
    discounts.length > 0 &&
    discounts.every((value) => value <= 100) &&
    money !== undefined &&
    filled(table, column).every((cell) => !cell.includes(mark)) &&
    filled(table, money).every((cell) => cell.includes(mark));
  if (!isRate && !isPercent) return null;
  const { header } = columns[column]!;
  return `The discounts in "${header}" are numbers such as ${discounts[0]}, which may be parts of the price or money. Map "${header}" to line.discount if they are money, or to nothing if the amounts have them taken off.`;
};

const filled = (table: Table, column: number): string[] =>
  table.sample.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');

const DISCOUNT = /discount|rabatt?|remise|descuento|sconto|korting|desconto|alennus|sleva|indirim|割引/i;
const PERCENT = /%|percent|pct|prozent|procent|pourcent|％|率/i;

/** Discounts in per cent that nothing takes off where an amount is quantity × price. */
const percentsAside = (table: Table, columns: readonly ColumnMatch[], at: FieldColumns): string | null => {
  if (at['line.amount'] !== undefined) return null;
  const column = columns.findIndex(
    ({ header, reason }) => reason !== DECIDED && DISCOUNT.test(header) && PERCENT.test(header),
  );
  if (column < 0 || !filled(table, column).some((cell) => /[1-9]/.test(cell))) return null;
  return `"${table.header[column]}" holds discounts in per cent, which are in no amount of the file. Export a column with the amounts, or map "${table.header[column]}" to nothing if the prices have them taken off.`;
};

/** What to say of a column with the rate of tax in each row, beside amounts that say they include it and no column of the tax itself. */
export const untakenTax = (table: Table, at: FieldColumns, mark: DecimalMark): string | null => {
  const amount = table.header[at['line.amount'] ?? -1];
  if (amount === undefined || at['line.tax'] !== undefined || moneyName(amount).basis !== 'gross')
    return null;
  const rates = ratesOf(table, mark);
  if (!rates?.some((rate) => rate > 0)) return null;
  const header = table.header.find((name) => isTaxWord(name) && name !== amount) ?? '';
  return `The amounts in "${amount}" include tax, and "${header}" holds only its rates. Export a column with the tax or with net amounts, or say how much tax is in the prices (--prices-include-tax yes --tax-rate), or name the columns in a mapping.`;
};
