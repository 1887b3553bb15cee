import { FIELDS } from '../../../shared/model/sale-field.ts';
import { isAnonymous } from '../values/words.ts';
import type { Cells, SourceRecord } from './cells.ts';
import type { Names } from './names.ts';

const KEYS = ['customer.name', 'customer.lastName', 'customer.email', 'customer.phone'] as const;

/** Reads whom a record names. */
export class CustomerReader {
  readonly #cells: Cells;
  readonly #names: Names;
  readonly #onlyNumbered: boolean;
  readonly #columns: readonly number[];
  readonly #last: string[] = [];
  #lastIdentity = -1;
  readonly #shared: ReadonlySet<string>;

  /** @param shared e-mails and phones that tell nobody apart */
  constructor(cells: Cells, names: Names, shared: readonly string[] = []) {
    this.#shared = new Set(shared);
    this.#cells = cells;
    this.#names = names;
    this.#onlyNumbered = !KEYS.some((field) => cells.has(field));
    this.#columns = FIELDS.filter((field) => field.startsWith('customer.') && cells.has(field)).map((field) =>
      cells.column(field),
    );
  }

  /** @returns the file's number of the identity, −1 for an anonymous sale */
  read(record: SourceRecord): number {
    if (this.#columns.length === 0) return -1;
    if (!this.#sameAsBefore(record))
      this.#lastIdentity = this.#onlyNumbered ? this.#numbered(record) : this.#named(record);
    return this.#lastIdentity;
  }

  /** Whether every cell about the customer is that of the record before: the lines of an order repeat it. */
  #sameAsBefore(record: SourceRecord): boolean {
    let same = true;
    for (let i = 0; i < this.#columns.length; i++) {
      const cell = record[this.#columns[i]!] ?? '';
      if (cell === this.#last[i]) continue;
      this.#last[i] = cell;
      same = false;
    }
    return same;
  }

  #numbered(record: SourceRecord): number {
    const id = this.#cells.text(record, 'customer.id');
    return id === '' || isAnonymous(id) ? -1 : this.#names.identity('id', id, this.#place(record));
  }

  #named(record: SourceRecord): number {
    const text = this.#cells;
    const id = text.text(record, 'customer.id');
    const name =
      text.text(record, 'customer.name') ||
      `${text.text(record, 'customer.firstName')} ${text.text(record, 'customer.lastName')}`.trim();
    if (isAnonymous(id) || isAnonymous(name)) return -1;
    const email = text.text(record, 'customer.email').toLowerCase();
    const phone = text.text(record, 'customer.phone');
    const isShared = name !== '' && (this.#shared.has(email) || this.#shared.has(phone.toLowerCase()));
    return this.#names.identityOf(
      id,
      name,
      email.includes('@') && !this.#shared.has(email) ? email : '',
      phone,
      this.#place(record),
      isShared,
    );
  }

  #place(record: SourceRecord) {
    return {
      company: this.#cells.text(record, 'customer.company'),
      street: this.#cells.text(record, 'customer.street'),
      city: this.#cells.text(record, 'customer.city'),
      postcode: this.#cells.text(record, 'customer.postcode'),
      country: this.#cells.text(record, 'customer.country'),
    };
  }
}
