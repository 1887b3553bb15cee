import type { Connection } from '../database/connection.ts';
import type { IdentityKind } from './check/names.ts';
import { nameKey } from './check/names.ts';
import { type Identity, resolveCustomers } from './resolve-customers.ts';

type Facts = {
  name: string;
  email: string;
  phone: string;
  company: string;
  street: string;
  city: string;
  postcode: string;
  country: string;
};
const FIELDS = ['name', 'email', 'phone', 'company', 'street', 'city', 'postcode', 'country'] as const;

type KnownIdentity = Identity & Facts;

export type Recognised = {
  readonly created: number;
  /** customers whose orders or identities changed hands and whose summaries are therefore stale */
  readonly touched: readonly number[];
  readonly possibleDuplicates: number;
};

/**
 * Brings customers in step with the identities of the portfolio: who is one customer, and what each is called.
 * Runs inside the transaction of an import or an undo. Customers keep their number as long as one of their
 * identities stays.
 */
export const recogniseCustomers = (db: Connection): Recognised => {
  const identities = knownIdentities(db);
  const roots = resolveCustomers(identities);
  const members = new Map<number, number[]>();
  roots.forEach((root, index) => {
    const list = members.get(root);
    if (list) list.push(index);
    else members.set(root, [index]);
  });
  return writeCustomers(db, identities, [...members.values()]);
};

const writeCustomers = (
  db: Connection,
  identities: readonly KnownIdentity[],
  groups: readonly number[][],
): Recognised => {
  const existing = new Map(
    db
      .rows<{ id: number } & Record<(typeof FIELDS)[number], string | null>>(
        'SELECT id, name, email, phone, company, street, city, postcode, country FROM customer',
      )
      .map((row) => [row.id, row]),
  );
  let next = Math.max(0, ...existing.keys()) + 1;
  const insert = db.prepare(
    'INSERT INTO customer (id, name, email, phone, company, street, city, postcode, country) VALUES (?,?,?,?,?,?,?,?,?)',
  );
  const update = db.prepare(
    'UPDATE customer SET name=?, email=?, phone=?, company=?, street=?, city=?, postcode=?, country=? WHERE id=?',
  );
  const move = db.prepare('UPDATE customer_identity SET customer_id = ? WHERE id = ?');
  const used = new Set<number>();
  const touched = new Set<number>();
  const names = new Map<string, number>();
  let created = 0;
  let duplicates = 0;
  for (const group of groups) {
    const facts = factsOf(group.map((index) => identities[index]!));
    const values = FIELDS.map((field) => facts[field] || null);
    const candidates = group
      .flatMap((index) => identities[index]!.customer ?? [])
      .filter((id) => existing.has(id) && !used.has(id));
    let id = candidates.length > 0 ? Math.min(...candidates) : null;
    if (id === null) {
      id = next++;
      created++;
      insert.run(id, ...values);
      touched.add(id);
    } else {
      const old = existing.get(id)!;
      if (FIELDS.some((field, at) => old[field] !== values[at])) update.run(...values, id);
    }
    used.add(id);
    for (const index of group) {
      const identity = identities[index]!;
      if (identity.customer === id) continue;
      move.run(id, identity.id);
      touched.add(id);
      if (identity.customer !== null && identity.customer > 0) touched.add(identity.customer);
    }
    if (FIELDS.some((field) => field === 'name' && facts.name !== '')) {
      const key = nameKey(facts.name);
      if (names.has(key)) duplicates++;
      names.set(key, id);
    }
  }
  const remove = db.prepare('DELETE FROM customer WHERE id = ?');
  const forget = db.prepare('DELETE FROM customer_summary WHERE customer_id = ?');
  const forgetDays = db.prepare('DELETE FROM customer_day WHERE customer_id = ?');
  for (const id of existing.keys()) {
    if (used.has(id)) continue;
    forget.run(id);
    forgetDays.run(id);
    remove.run(id);
    touched.delete(id);
  }
  return { created, touched: [...touched], possibleDuplicates: duplicates };
};

const KIND_RANK: Readonly<Record<IdentityKind, number>> = { id: 0, email: 1, phone: 2, name: 3 };

/** What a customer is called: from the identities in the order of their strength, the first that says it. */
const factsOf = (group: readonly KnownIdentity[]): Facts => {
  const ranked = [...group].sort(
    (a, b) =>
      KIND_RANK[a.kind] - KIND_RANK[b.kind] ||
      (a.source < b.source ? -1 : a.source > b.source ? 1 : 0) ||
      (a.value < b.value ? -1 : 1),
  );
  const facts: Facts = {
    name: '',
    email: '',
    phone: '',
    company: '',
    street: '',
    city: '',
    postcode: '',
    country: '',
  };
  for (const field of FIELDS) facts[field] = ranked.find((identity) => identity[field] !== '')?.[field] ?? '';
  const first = ranked[0]!;
  facts.name ||= facts.company || (first.kind === 'id' ? `Customer ${first.value}` : first.value);
  return facts;
};

/** All identities with what the latest import that says something says of them. */
const knownIdentities = (db: Connection): KnownIdentity[] => {
  const known = new Map<number, KnownIdentity>();
  const order: KnownIdentity[] = [];
  const rows = db
    .prepare('SELECT id, customer_id, source, kind, value FROM customer_identity ORDER BY id')
    .raw()
    .iterate() as Iterable<[number, number, string, IdentityKind, string]>;
  for (const [id, customer, source, kind, value] of rows) {
    const identity = {
      id,
      customer: customer > 0 ? customer : null,
      source,
      kind,
      value,
      name: '',
      email: kind === 'email' ? value : '',
      phone: kind === 'phone' ? value : '',
      company: '',
      street: '',
      city: '',
      postcode: '',
      country: '',
    };
    known.set(id, identity);
    order.push(identity);
  }
  const claims = db
    .prepare(
      'SELECT identity_id, name, email, phone, company, street, city, postcode, country FROM identity_claim ORDER BY identity_id, batch_id',
    )
    .raw()
    .iterate() as Iterable<[number, ...(string | null)[]]>;
  for (const [id, ...values] of claims) {
    const identity = known.get(id) as Record<(typeof FIELDS)[number], string> | undefined;
    if (identity)
      FIELDS.forEach((field, at) => {
        const value = values[at];
        if (value) identity[field] = value;
      });
  }
  return order;
};
