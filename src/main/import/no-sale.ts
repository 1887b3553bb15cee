import type { Issue } from '../../shared/model/importing.ts';
import type { Connection } from '../database/connection.ts';

/** The products of a file that the owner has said to be no sale: their lines come in but do not count. */
export class NoSale {
  readonly #marked: ReadonlySet<string>;
  readonly #met = new Map<number, string>();

  constructor(db: Connection) {
    this.#marked = new Set(
      db
        .prepare("SELECT kind || ' ' || value FROM product_mark WHERE role = 'not-a-sale'")
        .pluck()
        .all() as string[],
    );
  }

  met(id: number, kind: string, value: string): void {
    if (this.#marked.has(`${kind} ${value}`)) this.#met.set(id, value);
  }

  has(product: number | null): boolean {
    return product !== null && this.#met.has(product);
  }

  issue(product: number | null, row: number): Issue {
    const value = (product === null ? undefined : this.#met.get(product)) ?? '';
    const message = `You have said that "${value}" is no sale: the line is kept and does not count.`;
    return { row, column: 'product.code', code: 'not-a-sale', value, message, leftOut: false };
  }
}
