import type { Places } from '../sniff/columns/places.ts';
import type { Table } from '../sniff/table/dialect.ts';
import { namesAgree, nameWords } from '../values/name-parts.ts';

/**
 * E-mails and phones under which people of several first names buy: a household, an office. Told from the sample; a
 * single word is too little to be another person's name.
 */
export const sharedContacts = (table: Table, at: Places): readonly string[] => {
  const cell = (row: readonly string[], column: number | undefined): string =>
    column === undefined ? '' : (row[column] ?? '').trim();
  const nameOf = (row: readonly string[]): string =>
    cell(row, at['customer.name']) ||
    `${cell(row, at['customer.firstName'])} ${cell(row, at['customer.lastName'])}`.trim();
  const bearers = new Map<string, string[]>();
  for (const row of table.sample) {
    const name = nameOf(row);
    if (nameWords(name).length < 2) continue;
    for (const contact of [cell(row, at['customer.email']), cell(row, at['customer.phone'])]) {
      const key = contact.toLowerCase();
      if (key === '') continue;
      const names = bearers.get(key);
      if (!names) bearers.set(key, [name]);
      else if (!names.includes(name)) names.push(name);
    }
  }
  return [...bearers].flatMap(([contact, names]) =>
    names.some((one, i) => names.slice(i + 1).some((other) => areTwo(one, other))) ? [contact] : [],
  );
};

/** Short forms and slips of one first name ("Rob", "Robert") are no second person. */
const areTwo = (a: string, b: string): boolean => {
  if (namesAgree(a, b)) return false;
  const [one, other] = [nameWords(a), nameWords(b)];
  const differing = one.filter((word) => !other.includes(word));
  const theirs = other.filter((word) => !one.includes(word));
  return !differing.some((word) =>
    theirs.some((their) => word.slice(0, 2) === their.slice(0, 2) && one.length === other.length),
  );
};
