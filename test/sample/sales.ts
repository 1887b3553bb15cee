import type { Sample } from '../../src/main/sample/truth.ts';
import { cents, readNaively } from './naive-csv.ts';

/** A record that can be imported, read by the naive reader; money in cents, without VAT where the kind includes it. */
export type Sale = {
  readonly order: string;
  readonly day: string;
  readonly time: string;
  readonly customer: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly article: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly discount: number;
  readonly amount: number;
  readonly vat: number;
  readonly revenue: number;
};

export type Reading = {
  readonly records: number;
  readonly blankLines: number;
  readonly sales: readonly Sale[];
  readonly leftOut: Readonly<Record<string, number>>;
  readonly leftOutAmount: number;
  readonly total: number | null;
};

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** Counts the file as a careful person with a spreadsheet would: by position, with no help from the generator. */
export const readSales = (sample: Sample): Reading => {
  const file = readNaively(sample.csv);
  const leftOut: Record<string, number> = {};
  const leave = (reason: string): void => {
    leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  };
  const sales: Sale[] = [];
  let leftOutAmount = 0;
  let total: number | null = null;
  for (const cells of file.records) {
    const [order = '', day = '', time = '', customer = '', name = '', email = '', phone = '', code = ''] =
      cells;
    const [quantity = '', unitPrice = '', discount = '', amountText = '', vatText = '', , status = ''] =
      cells.slice(10);
    const amount = cents(amountText);
    if (order === 'TOTAL') {
      leave('footer-row');
      total = amount;
    } else if (cells.length !== file.header.length) leave('record-ragged');
    else if (status === 'Cancelled' || !isDay(day)) {
      leave(status === 'Cancelled' ? 'status-left-out' : 'date-unreadable');
      leftOutAmount += amount ?? 0;
    } else if (amount === null) leave('amount-unreadable');
    else {
      const vat = cents(vatText) ?? Number.NaN;
      sales.push({
        order,
        day,
        time,
        customer,
        name,
        email,
        phone,
        article: code,
        quantity: Number(quantity),
        unitPrice,
        discount: cents(discount) ?? Number.NaN,
        amount,
        vat,
        revenue: amount - (sample.truth.amountsIncludeVat ? vat : 0),
      });
    }
  }
  return { records: file.records.length, blankLines: file.blankLines, sales, leftOut, leftOutAmount, total };
};

export const sumOf = <T>(items: Iterable<T>, value: (item: T) => number): number => {
  let sum = 0;
  for (const item of items) sum += value(item);
  return sum;
};
