import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import type { Analysis } from './analysis.ts';

export type TraitName = 'industry' | 'size' | 'customer_group' | 'acquired_by';

/** What imports last said of each customer, by place; null where nothing is known. */
export const traitOf = (
  db: Readable,
  { placeOf, history }: Analysis,
  name: TraitName,
): readonly (string | null)[] => {
  const found = new Array<string | null>(history.customer.length).fill(null);
  const rows = db.all(
    q
      .selectFrom('customer_trait as t')
      .innerJoin('customer_identity as i', 'i.id', 't.identity_id')
      .select(({ ref }) => ['i.customer_id as customer', ref(`t.${name}`).as('value')])
      .where(({ eb, ref }) => eb(ref(`t.${name}`), 'is not', null))
      .orderBy('t.batch_id')
      .orderBy('t.identity_id'),
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
