import { BulkInsert } from '../../database/bulk-insert.ts';
import type { Connection } from '../../database/connection.ts';
import { nextId } from '../../database/next-id.ts';
import { IdentityColumns } from '../check/identity-columns.ts';
import type { IdentityName } from '../check/names.ts';
import type { FileTail } from '../check/row-check.ts';
import type { KnownIdentity } from '../identities/resolve-identities.ts';
import { NameTable } from './name-table.ts';

/** The identities of customers that a file of sales names, in its own numbering, with their row ids. */
export class FileIdentities {
  readonly #table: NameTable;
  readonly #firstFresh: number;
  readonly #names: IdentityName[] = [];
  /** row ids by the file's numbers, new or known */
  readonly ids: number[] = [];

  constructor(db: Connection) {
    this.#table = new NameTable(db, 'customer_identity');
    this.#firstFresh = nextId(db, 'customer_identity');
  }

  add(identity: IdentityName): void {
    this.#names.push(identity);
    this.ids.push(this.#table.find(identity.source, identity.kind, identity.value) ?? this.#table.next());
  }

  /** how many are new, and how many the portfolio knows */
  get counts(): { readonly fresh: number; readonly known: number } {
    const fresh = this.ids.filter((id) => id >= this.#firstFresh).length;
    return { fresh, known: this.ids.length - fresh };
  }

  /**
   * Writes what the file says of its customers as claims of the batch.
   * @returns the new identities, which are written when their customers are resolved
   */
  claim(db: Connection, batch: number, tail: FileTail): KnownIdentity[] {
    const facts = new IdentityColumns(tail.identities);
    const claims = new BulkInsert(db, 'identity_claim', ['identity_id', ...facts.said], { batch_id: batch });
    const fresh: KnownIdentity[] = [];
    this.#names.forEach(({ source, kind, value }, at) => {
      const id = this.ids[at]!;
      claims.add(id, ...facts.said.map((fact) => facts.of(at, fact) || null));
      if (id < this.#firstFresh) return;
      fresh.push({
        id,
        customer: null,
        source,
        kind,
        value,
        name: facts.of(at, 'name'),
        email: facts.of(at, 'email'),
        phone: facts.of(at, 'phone'),
        company: facts.of(at, 'company'),
        street: facts.of(at, 'street'),
        city: facts.of(at, 'city'),
        postcode: facts.of(at, 'postcode'),
        country: facts.of(at, 'country'),
      });
    });
    claims.flush();
    return fresh;
  }
}
