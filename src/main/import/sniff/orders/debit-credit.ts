import type { SignColumn } from '../../plan/order-shape.ts';
import { type Decimal, type DecimalMark, readDecimal } from '../../values/decimal.ts';
import { plainHeader } from '../columns/header-words.ts';
import type { Places } from '../columns/places.ts';
import type { Table } from '../table/dialect.ts';

/** The two sides of an account as ledgers write them: what a customer owes first, what is credited second. */
const SIDES: readonly (readonly [debit: readonly string[], credit: readonly string[]])[] = [
  [
    ['d', 'dr', 'db', 'deb', 'debit', 'debet', 'debe', 'dare', 'soll', 's', 'af'],
    ['c', 'cr', 'k', 'kr', 'cred', 'credit', 'kredit', 'haber', 'h', 'avere', 'haben', 'a', 'bij'],
  ],
  [
    ['wn', 'winien', 'md', 'ma dati', 'borc', 'b', '借方'],
    ['ma', 'd', 'dal', 'alacak', 'a', '貸方'],
  ],
  [
    ['+', 'plus', '1'],
    ['-', '−', 'minus', '-1'],
  ],
];
const NAMED =
  /\b(debit|credit|debet|kredit|dr|cr|d c|c d|s h|soll|haben|sign|sens|signo|segno|dare|avere|debe|haber|af bij|wn ma|md d|borc|alacak|vorzeichen|teken|fortegn|tecken|znak|znamenko|isaret)\b|debet|credit|kredit|kennzeichen|借方|貸方|貸借/;
const MOST_SHARE = 0.5;

/**
 * A column in which a letter or a word stands for the sign of the amount: D and C, S and H, debit and credit. Sales are
 * the side with more money: of an account of a customer the debit, of an account of sales the credit.
 */
export const signColumn = (table: Table, at: Places, mark: DecimalMark): SignColumn | null => {
  const amount = at['line.amount'];
  if (amount === undefined) return null;
  for (const [column, name] of table.header.entries()) {
    const heading = plainHeader(name);
    if (column === amount || !(NAMED.test(heading) || column === at['order.type'])) continue;
    const found = sidesOf(table, column, amount, mark);
    if (found) return { at: column, minus: found };
  }
  return null;
};

const sidesOf = (
  table: Table,
  column: number,
  amount: number,
  mark: DecimalMark,
): readonly string[] | null => {
  const value: Decimal = { mantissa: 0, scale: 0 };
  const rows = table.sample.map((row) => ({
    word: plainHeader(row[column] ?? '') || (row[column] ?? '').trim(),
    amount: readDecimal((row[amount] ?? '').trim(), mark, value)
      ? value.mantissa / 10 ** value.scale
      : Number.NaN,
  }));
  const words = new Set(rows.flatMap(({ word }) => (word === '' ? [] : [word])));
  if (words.size === 0 || words.size > 2) return null;
  const sides = SIDES.find(([debit, credit]) =>
    [...words].every((word) => debit.includes(word) || credit.includes(word)),
  );
  if (!sides) return null;
  // amounts with signs of their own say already what the letter says
  const own = rows.filter(({ amount: money }) => money < 0).length;
  if (own > 0) return null;
  const sum = (side: readonly string[]): number =>
    rows.reduce((all, row) => all + (side.includes(row.word) && row.amount > 0 ? row.amount : 0), 0);
  const [debit, credit] = [sum(sides[0]), sum(sides[1])];
  if (debit + credit === 0) return null;
  return debit / (debit + credit) >= MOST_SHARE ? sides[1] : sides[0];
};
