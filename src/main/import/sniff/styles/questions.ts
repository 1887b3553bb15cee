import type { ImportQuestion } from '../../../../shared/model/importing.ts';
import { type DateOrder, dateParts, dayOf, describeDateFormat } from '../../values/date.ts';
import { type Decimal, type DecimalMark, readDecimal } from '../../values/decimal.ts';
import type { Table } from '../table/dialect.ts';

const scratch: Decimal = { mantissa: 0, scale: 0 };

const READINGS: Readonly<Record<DateOrder, string>> = {
  dmy: 'day first',
  mdy: 'month first',
  ymd: 'year first',
};

/** Both readings of a date that fits two orders. */
export const dateQuestion = (
  column: string,
  example: string,
  orders: readonly DateOrder[],
): ImportQuestion => ({
  id: 'dateFormat',
  column,
  question: `Dates in "${column}" can be read in two ways. What is ${example}?`,
  choices: orders.map((order) => ({
    value: describeDateFormat(example, order),
    label: READINGS[order],
    reading: readingOf(example, order),
  })),
});

/** "3 April 2025", or "March 4, 2025" where the month comes first. */
const readingOf = (example: string, order: DateOrder): string => {
  const parts = dateParts(example);
  const day = parts ? dayOf(parts, order) : null;
  if (day === null) return describeDateFormat(example, order);
  const locale = order === 'mdy' ? 'en-US' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day * 86_400_000);
};

/** Both readings of an amount that fits two decimal marks. */
export const decimalQuestion = (
  example: string,
  table: Table,
  columns: readonly number[],
): ImportQuestion => {
  const column = columns.find((index) => table.sample.some((row) => row[index] === example)) ?? columns[0]!;
  const header = table.header[column] ?? '';
  const reading = (mark: DecimalMark): string =>
    readDecimal(example, mark, scratch)
      ? new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }).format(
          scratch.mantissa / 10 ** scratch.scale,
        )
      : example;
  return {
    id: 'decimal',
    column: header,
    question: `Amounts in "${header}" can be read in two ways. How much is ${example}?`,
    choices: [
      { value: '.', label: 'the point is the decimal mark', reading: reading('.') },
      { value: ',', label: 'the comma is the decimal mark', reading: reading(',') },
    ],
  };
};
