import { BulkInsert } from '../../../database/bulk-insert.ts';
import type { Connection } from '../../../database/connection.ts';
import type { IdentityFacts } from '../../check/names.ts';
import type { KnownIdentity } from '../../identities/resolve-identities.ts';
import type { NameTable } from '../name-table.ts';

/** What a batch may say of a customer, in the columns of its claim. */
const CONTACT_FIELDS = [
  'name',
  'email',
  'phone',
  'company',
  'street',
  'city',
  'postcode',
  'country',
] as const;

/**
 * Writes what a batch says of each customer its file names.
 * @param fresh receives those the portfolio does not know yet, to be written with their customers
 * @returns row ids by the file's number of an identity
 */
export const claimIdentities = (
  db: Connection,
  table: NameTable,
  batch: number,
  identities: readonly IdentityFacts[],
  fresh: KnownIdentity[],
): Int32Array => {
  const claims = new BulkInsert(db, 'identity_claim', ['identity_id', 'batch_id', ...CONTACT_FIELDS]);
  const ids = Int32Array.from(identities, (identity) => {
    const { source, kind, value } = identity;
    const found = table.find(source, kind, value);
    const id = found ?? table.next();
    if (found === null) fresh.push({ id, customer: null, ...identity });
    claims.add(id, batch, ...CONTACT_FIELDS.map((field) => identity[field] || null));
    return id;
  });
  claims.flush();
  return ids;
};
