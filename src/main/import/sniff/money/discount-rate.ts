import type { Field } from '../../../../shared/model/sale-field.ts';
import { type Decimal, type DecimalMark, readDecimal } from '../../values/decimal.ts';
import type { Table } from '../table/dialect.ts';

const LOOKED_AT = 1500;
/** Sums below this could themselves be discounts of cents. */
const LEAST_MEDIAN = 2;
/** A share of the discounts that stand for a round part of the price: 5 %, 12.5 %, 20 %. */
const ROUND = 0.9;

/**
 * Whether a column of discounts holds parts of the price (0.2 for 20 %) instead of money: none above 1, nearly all
 * a multiple of half a per cent, few different ones, beside amounts of whole units.
 */
export const discountIsFraction = (
  table: Table,
  at: Partial<Record<Field, number>>,
  mark: DecimalMark,
): boolean => {
  const discount = at['line.discount'];
  const amount = at['line.amount'] ?? at['line.unitPrice'];
  if (discount === undefined || amount === undefined) return false;
  const rows = table.sample.slice(0, LOOKED_AT);
  const given = valuesOf(rows, discount, mark);
  const parts = given.filter((value) => value !== 0);
  if (parts.length === 0 || given.some((value) => value < 0 || value > 1)) return false;
  if (parts.every((value) => value === 1)) return false;
  const round = parts.filter((value) => Math.abs(value * 200 - Math.round(value * 200)) < 1e-6);
  const levels = new Set(parts);
  const sums = valuesOf(rows, amount, mark)
    .map(Math.abs)
    .sort((a, b) => a - b);
  const typical = sums[Math.floor(sums.length / 2)] ?? 0;
  return (
    typical >= LEAST_MEDIAN &&
    round.length >= ROUND * parts.length &&
    levels.size <= Math.max(3, Math.min(20, parts.length / 2))
  );
};

const scratch: Decimal = { mantissa: 0, scale: 0 };

const valuesOf = (rows: Table['sample'], at: number, mark: DecimalMark): number[] =>
  rows.flatMap((row) =>
    readDecimal(row[at] ?? '', mark, scratch) ? [scratch.mantissa / 10 ** scratch.scale] : [],
  );
