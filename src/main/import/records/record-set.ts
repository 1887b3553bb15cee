import type { RecordTable } from '../../../shared/model/import-kind.ts';

export type Cell = string | number | null;

/** Where a row is kept: a table of records, or claims on a customer or a product. */
export type RowTable = RecordTable | 'customer_trait' | 'consent' | 'product_claim' | 'identity_claim';

/** A row of one table that a record of a file comes to. */
export type RecordRow = {
  readonly table: RowTable;
  /** names it among those of its table */
  readonly key: string;
  /** the file's number of the customer it is about, −1 for none */
  readonly identity: number;
  /** the file's number of the product it is about, −1 for none */
  readonly product: number;
  readonly sourceRow: number;
  values: Readonly<Record<string, Cell>>;
};

type NewRow = Omit<RecordRow, 'identity' | 'product'> & Partial<Pick<RecordRow, 'identity' | 'product'>>;

/** The rows a file of another kind than sales comes to, each key once. */
export class RecordSet {
  readonly #rows = new Map<string, RecordRow>();
  readonly #times = new Map<string, number>();

  /** A later row of the same key supersedes the earlier one. */
  put(row: NewRow): RecordRow {
    const whole: RecordRow = { identity: -1, product: -1, ...row };
    const known = this.#rows.get(nameOf(whole));
    if (known) {
      known.values = whole.values;
      return known;
    }
    this.#rows.set(nameOf(whole), whole);
    return whole;
  }

  /** As {@link put}, but values that are null keep what was there before. */
  merge(row: NewRow): RecordRow {
    const known = this.#rows.get(nameOf(row));
    if (!known) return this.put(row);
    const told = Object.entries(row.values).filter(([, value]) => value !== null);
    known.values = { ...known.values, ...Object.fromEntries(told) };
    return known;
  }

  /**
   * Names a record that has no number of its own by its content and its count within the file: two equal lines of a
   * log can both be true.
   */
  keyOf(content: readonly Cell[]): string {
    const text = JSON.stringify(content);
    const times = (this.#times.get(text) ?? 0) + 1;
    this.#times.set(text, times);
    return `${text}#${times}`;
  }

  all(): Iterable<RecordRow> {
    return this.#rows.values();
  }

  find(table: RowTable, key: string): RecordRow | undefined {
    return this.#rows.get(nameOf({ table, key }));
  }

  /** The file's numbers of those anything is said of; a record that is left out names nobody. */
  named(what: 'identity' | 'product'): ReadonlySet<number> {
    return new Set([...this.all()].map((said) => said[what]).filter((number) => number >= 0));
  }
}

const nameOf = ({ table, key }: Pick<RecordRow, 'table' | 'key'>): string => `${table}\u0000${key}`;
