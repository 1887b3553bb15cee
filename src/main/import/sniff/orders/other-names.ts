import { partsOfHeader } from '../columns/header-parts.ts';
import { headerWords } from '../columns/header-words.ts';
import type { Places } from '../columns/places.ts';
import { isStaff } from '../columns/staff.ts';
import type { Table } from '../table/dialect.ts';

/** Further columns that name the customer, such as the recipient's, where the first one is blank here and there. */
export const otherNames = (table: Table, at: Places): readonly number[] => {
  const name = at['customer.name'];
  if (name === undefined) return [];
  const isBlank = (row: readonly string[]): boolean => (row[name] ?? '').trim() === '';
  if (!table.sample.some(isBlank)) return [];
  return table.header.flatMap((heading, column) => {
    const meaning = headerWords(heading) ?? partsOfHeader(heading);
    const isName =
      column !== name &&
      !Object.values(at).includes(column) &&
      meaning?.field === 'customer.name' &&
      !isStaff(heading) &&
      table.sample.some((row) => isBlank(row) && /\p{L}/u.test(row[column] ?? ''));
    return isName ? [column] : [];
  });
};
