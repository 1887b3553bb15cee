import type { ColumnMatch, ImportOptions } from '../../../../shared/model/importing.ts';
import { Problem } from '../../../../shared/model/problem.ts';
import type { Home } from '../../plan/home.ts';
import { currencyIn, currencyOfCell, currencyOfLocale, isCurrency } from '../../values/currency.ts';
import type { Table } from '../table/dialect.ts';

/** Where a file may say its currency: a column of codes, and the columns of money with their signs. */
export type CurrencyColumns = { readonly code: number | undefined; readonly money: readonly number[] };

/**
 * Option, else the portfolio's own, else a code or sign in the file, else what the locale's country pays with.
 * @throws Problem for a code that is none, or another one than the portfolio is kept in
 */
export const decideCurrency = (
  table: Table,
  columns: readonly ColumnMatch[],
  { code, money }: CurrencyColumns,
  options: ImportOptions,
  home: Home,
): string => {
  if (options.currency && !isCurrency(options.currency))
    throw new Problem(`${options.currency} is not a currency; use a code such as EUR, GBP or USD.`);
  if (home.currency) {
    if (options.currency && options.currency !== home.currency)
      throw new Problem(
        `This portfolio is kept in ${home.currency}; it cannot take an import in ${options.currency}.`,
      );
    return home.currency;
  }
  if (options.currency) return options.currency;
  if (code !== undefined) {
    const named = commonest(
      table.sample.map((row) => row[code]?.trim().toUpperCase() ?? '').filter(isCurrency),
    );
    if (named) return named;
  }
  const local = currencyOfLocale(options.locale ?? home.locale);
  for (const index of money) {
    const found =
      currencyIn(columns[index]!.header) ??
      commonest(
        table.sample
          .slice(0, 200)
          .flatMap((row) => currencyOfCell(row[index] ?? '', local) ?? [])
          .filter(isCurrency),
      );
    if (found) return found;
  }
  return local ?? 'EUR';
};

const commonest = (values: readonly string[]): string | null => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};
