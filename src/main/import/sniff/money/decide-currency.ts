import type { ColumnMatch, ImportOptions, ImportQuestion } from '../../../../shared/model/importing.ts';
import { Problem } from '../../../../shared/model/problem.ts';
import type { Home } from '../../plan/home.ts';
import { currencyOfCountry } from '../../values/country.ts';
import {
  currencyIn,
  currencyOfCell,
  currencyOfLocale,
  isCurrency,
  sharedMeanings,
} from '../../values/currency.ts';
import type { Table } from '../table/dialect.ts';

/** Where a file may say its currency: a column of codes, the columns of money with their signs, the customers' country. */
export type CurrencyColumns = {
  readonly code: number | undefined;
  readonly money: readonly number[];
  readonly country?: number | undefined;
};

/** What the money of a file is in. Where nothing says it, the question, and a currency to go on with until it is answered. */
export type CurrencyDecision = { readonly currency: string; readonly question: ImportQuestion | null };

/**
 * Option, else the portfolio's own, else a code, sign or country in the file, else what the country of a locale that was
 * named pays with. Never the machine's: what is not known is asked.
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
  return { currency: currencyOfLocale(home.locale) ?? 'EUR', question: questionOf(table, at, home.locale) };
};

/** What the file itself says, with the help of a locale that somebody named. */
const said = (
  table: Table,
  columns: readonly ColumnMatch[],
  { code, money, country }: CurrencyColumns,
  locale: string | null,
): string | null => {
  const cells = (column: number): string[] => table.sample.map((row) => row[column]?.trim() ?? '');
  const codes = code === undefined ? columnOfCodes(table) : cells(code);
  const named = commonest(codes.map((cell) => cell.toUpperCase()).filter(isCurrency));
  if (named) return named;
  const land =
    country === undefined ? null : commonest(cells(country).flatMap((cell) => currencyOfCountry(cell) ?? []));
  const local = locale === null ? null : currencyOfLocale(locale);
  for (const index of money) {
    const found =
      currencyIn(columns[index]!.header) ??
      commonest(
        cells(index)
          .slice(0, 200)
          .flatMap((cell) => ofSign(cell, local ?? land) ?? [])
          .filter(isCurrency),
      );
    if (found) return found;
  }
  return local;
};

/** A sign that several currencies share says one only with a country beside it. */
const ofSign = (cell: string, home: string | null): string | null => {
  const shared = sharedMeanings(cell);
  if (shared.length === 0 || /[A-Za-z] ?\$/.test(cell)) return currencyIn(cell);
  return home !== null && shared.includes(home) ? currencyOfCell(cell, home) : null;
};

/** A column in which every filled cell is a code of a currency says it, whatever its heading is. */
const columnOfCodes = (table: Table): string[] => {
  const columns = table.header.map((_, column) =>
    table.sample.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== ''),
  );
  return (
    columns.find(
      (cells) => cells.length > 0 && cells.every((cell) => /^[A-Z]{3}$/.test(cell) && isCurrency(cell)),
    ) ?? []
  );
};

const COMMON = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD', 'AUD', 'JPY'];

const questionOf = (table: Table, { money }: CurrencyColumns, locale: string): ImportQuestion => {
  const column = money[0];
  const example =
    column === undefined ? '' : (table.sample.find((row) => row[column]?.trim())?.[column]?.trim() ?? '');
  const shared = sharedMeanings(example);
  const own = currencyOfLocale(locale);
  const choices = shared.length > 0 ? shared : [...new Set([...(own ? [own] : []), ...COMMON])];
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  const question =
    shared.length > 0
      ? `The amounts are in one of ${shared.join(', ')}. Which currency is ${example}?`
      : 'Nothing in the file says which currency its amounts are in. Which is it?';
  return {
    id: 'currency',
    column: column === undefined ? null : (table.header[column] ?? null),
    question,
    choices: choices.map((value) => ({ value, label: value, reading: names.of(value) ?? value })),
  };
};

const commonest = (values: readonly string[]): string | null => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};
