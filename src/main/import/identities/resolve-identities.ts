import { BulkInsert } from '../../database/bulk-insert.ts';
import type { Connection } from '../../database/connection.ts';
import { readSetting, writeSetting } from '../../database/settings.ts';
import type { IdentityKind } from '../check/names.ts';
import { nameKey } from '../values/name-key.ts';
import { spellingKey } from '../values/name-parts.ts';
import { groupIdentities, type Identity } from './group-identities.ts';

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

export type KnownIdentity = Identity & Facts;

export type ResolvedIdentities = {
  readonly created: number;
  /** customers whose orders or identities changed hands and whose summaries are therefore stale */
  readonly touched: readonly number[];
  readonly possibleDuplicates: number;
};

/**
 * Resolves the identities of the portfolio to customers: which of them are one customer, and what it is called.
 * Runs inside the transaction of an import or an undo. Customers keep their number as long as one of their
 * identities stays.
 * @param fresh identities an import brings; they are written here, when their customer is known
 */
export const resolveIdentities = (
  db: Connection,
  fresh: readonly KnownIdentity[] = [],
): ResolvedIdentities => {
  const known = knownIdentities(db);
  const identities = fresh.length === 0 ? known : known.concat(fresh);
  const groups: KnownIdentity[][] = [];
  const groupOf = new Int32Array(identities.length);
  groupIdentities(identities).forEach((root, index) => {
    const identity = identities[index]!;
    if (root === index) groupOf[index] = groups.push([identity]) - 1;
    else groups[groupOf[root]!]!.push(identity);
  });
  return writeCustomers(db, groups, identities, known.at(-1)?.id ?? 0);
};

type ExistingCustomer = { readonly id: number } & Readonly<Record<(typeof FIELDS)[number], string | null>>;

/** @param lastKnown identities with a higher id are not written yet */
const writeCustomers = (
  db: Connection,
  groups: readonly (readonly KnownIdentity[])[],
  identities: readonly KnownIdentity[],
  lastKnown: number,
): ResolvedIdentities => {
  const existing = new Map(
    db.rows<ExistingCustomer>(`SELECT id, ${FIELDS.join(', ')} FROM customer`).map((row) => [row.id, row]),
  );
  const given = lastNumber(db);
  let next = given + 1;
  const said = FIELDS.filter((field) => field === 'name' || identities.some((each) => each[field] !== ''));
  const insert = new BulkInsert(db, 'customer', ['id', ...said]);
  const place = new BulkInsert(db, 'customer_identity', ['id', 'customer_id', 'source', 'kind', 'value']);
  const update = db.prepare(
    `UPDATE customer SET ${FIELDS.map((field) => `${field} = ?`).join(', ')} WHERE id = ?`,
  );
  const move = db.prepare('UPDATE customer_identity SET customer_id = ? WHERE id = ?');
  const used = new Set<number>();
  const touched = new Set<number>();
  const bearers = new Set<string>();
  let created = 0;
  let possibleDuplicates = 0;
  for (const group of groups) {
    const facts = factsOf(group);
    const keys = [spellingKey(facts.name), companyKey(facts.company)].filter((key) => key !== '');
    if (keys.some((key) => bearers.has(key))) possibleDuplicates++;
    for (const key of keys) bearers.add(key);
    let id = keptId(group, existing, used);
    if (id === null) {
      id = next++;
      created++;
      insert.add(id, ...said.map((field) => facts[field] || null));
      touched.add(id);
    } else {
      const values = FIELDS.map((field) => facts[field] || null);
      if (FIELDS.some((field, at) => existing.get(id!)![field] !== values[at])) update.run(...values, id);
      used.add(id);
    }
    for (const identity of group) {
      if (identity.customer === id) continue;
      if (identity.id > lastKnown) place.add(identity.id, id, identity.source, identity.kind, identity.value);
      else move.run(id, identity.id);
      touched.add(id);
      if (identity.customer !== null) touched.add(identity.customer);
    }
  }
  insert.flush();
  place.flush();
  if (next - 1 > given) writeSetting(db, LAST_CUSTOMER, next - 1);
  const gone = [...existing.keys()].filter((id) => !used.has(id));
  for (const id of gone) {
    for (const table of ['customer_summary', 'customer_day'])
      db.execute(`DELETE FROM ${table} WHERE customer_id = ?`, id);
    db.execute('DELETE FROM customer WHERE id = ?', id);
    touched.delete(id);
  }
  return { created, touched: [...touched], possibleDuplicates };
};

/** Contacts of one company may be one account; a company is no person of the same name. */
const companyKey = (company: string): string => (company === '' ? '' : `company ${nameKey(company)}`);

/** The smallest number among the customers a group's identities belonged to that no earlier group has kept. */
const keptId = (
  group: readonly KnownIdentity[],
  existing: ReadonlyMap<number, unknown>,
  used: ReadonlySet<number>,
): number | null => {
  let kept: number | null = null;
  for (const { customer } of group) {
    if (customer === null || !existing.has(customer) || used.has(customer)) continue;
    if (kept === null || customer < kept) kept = customer;
  }
  return kept;
};

const KIND_RANK: Readonly<Record<IdentityKind, number>> = { id: 0, email: 1, phone: 2, name: 3 };

/** What a customer is called: from the identities in the order of their strength, the first that says it. */
const factsOf = (group: readonly KnownIdentity[]): Facts => {
  if (group.length === 1) return named(group[0]!, group[0]!);
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
  return named(facts, ranked[0]!);
};

/** A customer without a name is called by company, or by what the source knows it by. */
const named = (facts: Facts, first: KnownIdentity): Facts =>
  facts.name !== ''
    ? facts
    : { ...facts, name: facts.company || (first.kind === 'id' ? `Customer ${first.value}` : first.value) };

/** All identities with what the latest import that says something says of them. */
const knownIdentities = (db: Connection): KnownIdentity[] => {
  const known = new Map<number, KnownIdentity>();
  const order: KnownIdentity[] = [];
  const rows = db.eachCells<[number, number, string, IdentityKind, string]>(
    'SELECT id, customer_id, source, kind, value FROM customer_identity ORDER BY id',
  );
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
  if (order.length === 0) return order;
  const claims = db.eachCells<[number, ...(string | null)[]]>(
    'SELECT identity_id, name, email, phone, company, street, city, postcode, country FROM identity_claim ORDER BY identity_id, batch_id',
  );
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

/** The highest number a customer ever had: none is given twice, so what was kept of one never speaks of another. */
const lastNumber = (db: Connection): number =>
  Math.max(
    readSetting(db, LAST_CUSTOMER, 0),
    db.row<{ id: number | null }>('SELECT max(id) AS id FROM customer')?.id ?? 0,
  );

const LAST_CUSTOMER = 'lastCustomer';
