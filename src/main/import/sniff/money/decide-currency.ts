import type { ColumnMatch, ImportOptions, ImportQuestion } from '../../../../shared/model/importing.ts';
import { Problem } from '../../../../shared/model/problem.ts';
import type { Field } from '../../../../shared/model/sale-field.ts';
import type { Home } from '../../plan/home.ts';
import {
  currencyIn,
  currencyNamed,
  currencyOfCell,
  currencyOfLocale,
  isCurrency,
  sharedMeanings,
} from '../../values/currency.ts';
import type { Table } from '../table/dialect.ts';
import { currencyOfLand, currencyOfZone } from './land.ts';

/** Where a file may say its currency: the columns of money with their signs, and what else it tells of a sale. */
export type CurrencyColumns = {
  readonly money: readonly number[];
  readonly fields: Partial<Record<Field, number>>;
};

/** What the money of a file is in. Where nothing says it, the question, and a currency to go on with until it is answered. */
export type CurrencyDecision = { readonly currency: string; readonly question: ImportQuestion | null };

/**
 * Option, else the portfolio's own, else a code, sign or country in the file, else what the country of a locale that was
 * named pays with. Never the machine's: what is not known is asked. A file without money says none and is asked nothing.
 * @throws Problem for a code that is none, or another one than the portfolio is kept in
 */
export const decideCurrency = (
  table: Table,
  columns: readonly ColumnMatch[],
  at: CurrencyColumns,
  options: ImportOptions,
  home: Home,
): CurrencyDecision => {
  if (options.currency && !isCurrency(options.currency))
    throw new Problem(`${options.currency} is not a currency; use a code such as EUR, GBP or USD.`);
  if (home.currency && options.currency && options.currency !== home.currency)
    throw new Problem(
      `This portfolio is kept in ${home.currency}; it cannot take an import in ${options.currency}.`,
    );
  const told = home.currency ?? options.currency ?? said(table, columns, at, options.locale ?? null);
  if (told !== null) return { currency: told, question: null };
  return {
    currency: currencyOfLocale(home.locale) ?? 'EUR',
    question: at.money.length === 0 ? null : questionOf(table, at.money, home.locale),
  };
};

/** What the file itself says, with the help of a locale that somebody named. */
const said = (
  table: Table,
  columns: readonly ColumnMatch[],
  { money, fields }: CurrencyColumns,
  locale: string | null,
): string | null => {
  const code = fields['order.currency'] ?? columnOfCodes(table, columns);
  const named = code === undefined ? null : commonest(filled(table, code).flatMap(orNone(currencyNamed)));
  if (named) return named;
  const local = locale === null ? null : currencyOfLocale(locale);
  const signs = [...(code === undefined ? [] : [code]), ...money].flatMap((index) => [
    columns[index]?.header ?? '',
    ...filled(table, index).slice(0, 200).filter(isSigned),
  ]);
  const plain = commonest(
    signs.filter((text) => sharedMeanings(text).length === 0).flatMap(orNone(currencyIn)),
  );
  if (plain) return plain;
  const land = currencyOfLand(table, columns, fields);
  const shared = signs.find((text) => sharedMeanings(text).length > 0);
  if (shared === undefined) return local ?? land;
  const homes = sharedMeanings(shared);
  const home = [local, land, currencyOfZone(table)].find((each) => each !== null && homes.includes(each));
  return home ? currencyOfCell(shared, home) : null;
};

/** A plain number says no currency. */
const isSigned = (cell: string): boolean => /[^\d\s.,'’+-]/.test(cell);

const orNone =
  (read: (text: string) => string | null) =>
  (text: string): string[] => {
    const found = read(text);
    return found === null ? [] : [found];
  };

const filled = (table: Table, column: number): string[] =>
  table.sample.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');

/** A column in which every filled cell is a code of a currency says it, whatever its heading is. */
const columnOfCodes = (table: Table, columns: readonly ColumnMatch[]): number | undefined => {
  const found = columns.findIndex(({ field }, index) => {
    if (field !== null) return false;
    const cells = filled(table, index);
    return cells.length > 0 && cells.every((cell) => /^[A-Z]{3}$/.test(cell) && isCurrency(cell));
  });
  return found < 0 ? undefined : found;
};

const COMMON = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD', 'AUD', 'JPY'];

/** @param money columns of it, the most important first */
const questionOf = (table: Table, money: readonly number[], locale: string): ImportQuestion => {
  const header = table.header[money[0]!] ?? '';
  const texts = money.flatMap((column) => [...filled(table, column), table.header[column] ?? '']);
  const example = texts.find((text) => sharedMeanings(text).length > 0);
  const shared = example === undefined ? [] : sharedMeanings(example);
  const own = currencyOfLocale(locale);
  const choices = shared.length > 0 ? shared : [...new Set([...(own ? [own] : []), ...COMMON])];
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  return {
    id: 'currency',
    column: header === '' ? null : header,
    question:
      shared.length > 0
        ? `${example} may be in ${shared.slice(0, -1).join(', ')} or ${shared.at(-1)}. Which currency is it?`
        : 'Nothing in the file says which currency its amounts are in. Which is it?',
    choices: choices.map((value) => ({ value, label: value, reading: names.of(value) ?? value })),
  };
};

const commonest = (values: readonly string[]): string | null => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, count] of counts) if (best === null || count > counts.get(best)!) best = value;
  return best;
};
