import type { IsoDay } from '../../../shared/model/day.ts';
import type { Readable } from '../../database/connection.ts';

/** What customers are called and how they are reached, by the place of their id in a given list. */
export type CustomerNames = {
  readonly name: readonly string[];
  /** identifier in the source; for a customer without one, e-mail, phone or name */
  readonly key: readonly string[];
  readonly email: readonly (string | null)[];
  readonly phone: readonly (string | null)[];
  readonly city: readonly (string | null)[];
  /** sales documents with positive revenue up to the day */
  readonly orders: Int32Array;
};

type Row = [number, string, string | null, string | null, string | null, number];

/** @param ids ascending */
export const customerNames = (db: Readable, ids: Int32Array, asOf: IsoDay): CustomerNames => {
  const found = db.cells<Row>(
    `SELECT c.id, c.name, c.email, c.phone, c.city, coalesce(d.orders, 0)
       FROM customer c LEFT JOIN (
         SELECT customer_id, sum(orders) AS orders FROM customer_day WHERE known_on <= ? GROUP BY customer_id
       ) d ON d.customer_id = c.id ORDER BY c.id`,
    asOf,
  );
  const rows = alongside(ids, found, (id): Row => [id, `Customer ${id}`, null, null, null, 0]);
  const keys = db.cells<[number, string, number]>(
    `SELECT customer_id, value, min(CASE kind WHEN 'id' THEN 0 WHEN 'email' THEN 1 WHEN 'phone' THEN 2 ELSE 3 END * 1000000000 + id)
       FROM customer_identity GROUP BY customer_id ORDER BY customer_id`,
  );
  return {
    name: rows.map((row) => row[1]),
    key: alongside(ids, keys, (id): [number, string, number] => [id, String(id), 0]).map((row) => row[1]),
    email: rows.map((row) => row[2]),
    phone: rows.map((row) => row[3]),
    city: rows.map((row) => row[4]),
    orders: Int32Array.from(rows, (row) => row[5]),
  };
};

/** Of each id its row, or what is said of one without. Both are ascending by the id, which a row has first. */
const alongside = <T extends readonly [number, ...unknown[]]>(
  ids: Int32Array,
  rows: readonly T[],
  without: (id: number) => T,
): T[] => {
  let at = 0;
  return Array.from(ids, (id) => {
    while (at < rows.length && rows[at]![0] < id) at++;
    return rows[at]?.[0] === id ? rows[at]! : without(id);
  });
};

/** "Anna M. Berg" as a review shows her to others: A. M. B. A name of one word keeps its first letter. */
export const initials = (name: string): string =>
  name
    .split(/[\s\-–.,/&]+/u)
    .filter((word) => word !== '')
    .slice(0, 4)
    .map((word) => (/^\d+$/.test(word) ? word : `${[...word][0]!.toLocaleUpperCase()}.`))
    .join(' ') || '–';

/**
 * How a review names customers: in full, or by initials, numbered where two of those it names have the same.
 * @param full names by place  @param places all customers the review names, in its order
 */
export const namesOnPaper = (
  full: readonly string[],
  ownersCopy: boolean,
  places: readonly number[],
): ((place: number) => string) => {
  const nameOf = (place: number): string => (ownersCopy ? full[place]! : initials(full[place]!));
  const alike = new Map<string, number[]>();
  for (const place of new Set(places)) {
    const name = nameOf(place);
    alike.set(name, [...(alike.get(name) ?? []), place]);
  }
  return (place) => {
    const name = nameOf(place);
    const same = alike.get(name) ?? [];
    return same.length > 1 ? `${name} (${same.indexOf(place) + 1})` : name;
  };
};
