import type { IsoDay } from '../../shared/model/day.ts';
import type { Connection } from '../database/connection.ts';

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

type Row = [number, string, string | null, string | null, string | null];

/** @param ids ascending */
export const customerNames = (db: Connection, ids: Int32Array, asOf: IsoDay): CustomerNames => {
  const rows = new Map(
    (db.prepare('SELECT id, name, email, phone, city FROM customer').raw().all() as Row[]).map((row) => [
      row[0],
      row,
    ]),
  );
  const keys = new Map(
    db
      .prepare(
        `SELECT customer_id, value, min(CASE kind WHEN 'id' THEN 0 WHEN 'email' THEN 1 WHEN 'phone' THEN 2 ELSE 3 END * 1000000000 + id)
         FROM customer_identity GROUP BY customer_id`,
      )
      .raw()
      .all()
      .map((row) => (row as [number, string]).slice(0, 2) as [number, string]),
  );
  const orders = new Map(
    db
      .prepare('SELECT customer_id, sum(orders) FROM customer_day WHERE known_on <= ? GROUP BY customer_id')
      .raw()
      .all(asOf) as [number, number][],
  );
  const list = [...ids].map((id) => rows.get(id) ?? ([id, `Customer ${id}`, null, null, null] as Row));
  return {
    name: list.map((row) => row[1]),
    key: list.map((row) => keys.get(row[0]) ?? String(row[0])),
    email: list.map((row) => row[2]),
    phone: list.map((row) => row[3]),
    city: list.map((row) => row[4]),
    orders: ids.map((id) => orders.get(id) ?? 0),
  };
};

/** "Anna M. Berg" as a review shows her to others: A. M. B. A name of one word keeps its first letter. */
export const initials = (name: string): string =>
  name
    .split(/[\s\-–.,/&]+/u)
    .filter((word) => word !== '')
    .slice(0, 4)
    .map((word) => (/^\d+$/.test(word) ? word : `${[...word][0]!.toLocaleUpperCase()}.`))
    .join(' ') || '–';
