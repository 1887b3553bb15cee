import type { Connection } from '../../database/connection.ts';
import { nextId } from '../../database/next-id.ts';

/** Row ids of products or identities by natural key: known ones are looked up, new ones numbered in advance. */
export class NameTable {
  readonly #find: ((source: string, kind: string, value: string) => number | null) | null;
  #next: number;

  constructor(db: Connection, table: 'product' | 'customer_identity') {
    this.#next = nextId(db, table);
    const bySource = table === 'customer_identity' ? ' AND source = ?' : '';
    const select = db.prepare(`SELECT id FROM ${table} WHERE value = ? AND kind = ?${bySource}`).pluck();
    this.#find =
      this.#next === 1
        ? null
        : (source, kind, value) =>
            ((bySource ? select.get(value, kind, source) : select.get(value, kind)) as number | undefined) ??
            null;
  }

  find(source: string, kind: string, value: string): number | null {
    return this.#find?.(source, kind, value) ?? null;
  }

  /** The id of a new key that is asked for once. */
  next(): number {
    return this.#next++;
  }

  /** The id of a key, which is asked for once: the known one, else a new one. */
  number(source: string, kind: string, value: string): number {
    return this.find(source, kind, value) ?? this.next();
  }
}
