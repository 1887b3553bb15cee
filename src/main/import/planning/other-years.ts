import type { Table } from '../sniff/table/dialect.ts';
import { otherYearOf } from '../values/date.ts';

const LOOKED_AT = 300;

/** What to say of a column of days that are counted in another calendar and do not say in which; null where they are not. */
export const otherYears = (table: Table, column: number | undefined): string | null => {
  if (column === undefined) return null;
  const cells = table.sample
    .slice(0, LOOKED_AT)
    .map((row) => row[column]?.trim() ?? '')
    .filter((cell) => cell !== '');
  const others = cells.flatMap((cell) => otherYearOf(cell) ?? []);
  if (others.length * 2 <= cells.length) return null;
  return `The days in "${table.header[column]}" have years such as ${others[0]}, which are counted in another calendar. Export them with years of the common calendar, or write the era beside them (BE 2569, 令和8年).`;
};
