import type { Connection } from '../../database/connection.ts';
import type { Analysis } from './analysis.ts';

export type TraitName = 'industry' | 'size' | 'customer_group' | 'acquired_by';

/** What imports last said of each customer, by place; null where nothing is known. */
export const traitOf = (
  db: Connection,
  { placeOf, history }: Analysis,
  name: TraitName,
): readonly (string | null)[] => {
  const found = new Array<string | null>(history.customer.length).fill(null);
  const rows = db.rows<{ customer: number; value: string }>(
    `SELECT i.customer_id AS customer, t.${name} AS value FROM customer_trait t JOIN customer_identity i ON i.id = t.identity_id
     WHERE t.${name} IS NOT NULL ORDER BY t.batch_id, t.identity_id`,
  );
  for (const { customer, value } of rows) {
    const place = placeOf.get(customer);
    if (place !== undefined) found[place] = value;
  }
  return found;
};

/** The commonest value among some customers, with how many have it and how many have any; null without any. */
export const commonest = (
  values: readonly (string | null)[],
  members: Iterable<number>,
): { readonly value: string; readonly n: number; readonly of: number } | null => {
  const counts = new Map<string, number>();
  let of = 0;
  for (const i of members) {
    const value = values[i];
    if (value == null) continue;
    of++;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first ? { value: first[0], n: first[1], of } : null;
};
