import { type Decimal, type DecimalMark, readDecimal } from '../../values/decimal.ts';
import { plainHeader } from '../columns/header-words.ts';
import type { Places } from '../columns/places.ts';
import { moneyName } from '../money/money-words.ts';
import type { Table } from '../table/dialect.ts';

/** How something was paid: the means, and what was paid by each. */
const TENDER =
  /\b(tender\w*|payments?|paid|pay|card|cash|paying|mop|zahlart|paiement|reglement|paye|pago|pagado|pagamento|pagato|pago por|betaal\w*|betaling\w*|betalt|betalning\w*|betal\w*|maksu\w*|platnosc\w*|zaplac\w*|platb\w*|uhrad\w*|odeme|odenen)\b|zahlung|zahlart|gezahlt|bezahlt|支払|決済|入金/;
const FEWEST_UNTOLD = 3;

/**
 * The columns that say how an order was paid, where its row occurs once for each means of payment: rows of one order
 * that are the same but for these. Empty where there are none, or where the amount is what was paid by each.
 */
export const splitPayments = (table: Table, at: Places, mark: DecimalMark): readonly number[] => {
  const [number, amount] = [at['order.id'], at['line.amount'] ?? at['line.unitPrice']];
  if (number === undefined || amount === undefined) return [];
  const tender = table.header.flatMap((name, column) =>
    column !== amount && column !== number && column !== at['order.date'] && TENDER.test(plainHeader(name))
      ? [column]
      : [],
  );
  if (tender.length === 0) return [];
  const orders = new Map<string, (readonly string[])[]>();
  for (const row of table.sample) {
    const order = (row[number] ?? '').trim();
    if (order === '') continue;
    const key = withoutColumns(row, [...tender, amount]);
    orders.set(key, [...(orders.get(key) ?? []), row]);
  }
  const told = (row: readonly string[]): string =>
    tender.map((column) => (row[column] ?? '').trim()).join('\u0001');
  const split = [...orders.values()].filter((rows) => new Set(rows.map(told)).size > 1);
  const value: Decimal = { mantissa: 0, scale: 0 };
  const numberIn = (row: readonly string[], column: number): number =>
    readDecimal((row[column] ?? '').trim(), mark, value) ? value.mantissa / 10 ** value.scale : Number.NaN;
  const repeats = split.filter((rows) => new Set(rows.map((row) => numberIn(row, amount))).size === 1);
  if (repeats.length === 0 || repeats.length < split.length) return [];
  const addsUp = tender.some((column) =>
    repeats.every((rows) => {
      const paid = rows.reduce((sum, row) => sum + numberIn(row, column), 0);
      return Math.abs(paid - numberIn(rows[0] ?? [], amount)) < 0.0051;
    }),
  );
  const said = moneyName(table.header[amount] ?? '');
  const isSure =
    addsUp ||
    said.isTotal ||
    said.of === 'order' ||
    at['product.name'] !== undefined ||
    repeats.length >= FEWEST_UNTOLD;
  return isSure ? tender : [];
};

/** What a row says beside these columns, as one text. */
export const withoutColumns = (row: readonly string[], columns: readonly number[]): string =>
  row.flatMap((cell, column) => (columns.includes(column) ? [] : [cell.trim()])).join('\u0001');
