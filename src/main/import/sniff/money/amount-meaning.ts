import type { Field } from '../../../../shared/model/sale-field.ts';
import { type Decimal, type DecimalMark, readDecimal } from '../../values/decimal.ts';
import { plainHeader } from '../columns/header-words.ts';
import type { Table } from '../table/dialect.ts';

const scratch: Decimal = { mantissa: 0, scale: 0 };

/**
 * Whether the amount column is before or after discount and tax: the header says it, else the sample's arithmetic
 * does (quantity × price against amount); left open, an amount counts unchanged.
 */
export const amountMeaning = (
  table: Table,
  at: Partial<Record<Field, number>>,
  mark: DecimalMark,
): { amountIncludesTax: boolean; amountBeforeDiscount: boolean } => {
  const amount = at['line.amount'];
  const tax = at['line.tax'];
  const discount = at['line.discount'];
  if (amount === undefined) return { amountIncludesTax: false, amountBeforeDiscount: discount !== undefined };
  const words = plainHeader(table.header[amount] ?? '');
  const saysGross =
    /\b(incl|inclusive|including|gross|brutto|ttc|inkl|ivato|bruto)\b/.test(words) &&
    !/gross sales/.test(words);
  const saysNet = /\b(net|netto|excl|excluding|ht|exkl|zzgl|neto)\b/.test(words);
  const quantity = at['line.quantity'];
  const price = at['line.unitPrice'];
  let gross = 0;
  let net = 0;
  let before = 0;
  let after = 0;
  if (price !== undefined && (tax !== undefined || discount !== undefined)) {
    for (const row of table.sample.slice(0, 2000)) {
      const value = (index: number | undefined, missing: number): number =>
        index === undefined ? missing : number(row[index] ?? '', mark);
      const list = value(quantity, 1) * value(price, Number.NaN);
      const a = value(amount, Number.NaN);
      const d = Math.abs(value(discount, 0) || 0);
      const t = value(tax, 0) || 0;
      if (d !== 0 && near(a, list)) before++;
      else if (d !== 0 && (near(a, list - d) || near(a, list - d + t))) after++;
      if (t !== 0 && near(a, list - d + t)) gross++;
      else if (t !== 0 && near(a, list - d)) net++;
    }
  }
  return {
    amountIncludesTax: tax !== undefined && (saysGross || (!saysNet && gross > net)),
    amountBeforeDiscount: discount !== undefined && before > after,
  };
};

const number = (text: string, mark: DecimalMark): number =>
  readDecimal(text, mark, scratch) ? scratch.mantissa / 10 ** scratch.scale : Number.NaN;
const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.006;
