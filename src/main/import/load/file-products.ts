import type { Connection } from '../../database/connection.ts';
import { productHash } from '../../database/line-digest.ts';
import type { FileTail } from '../check/row-check.ts';
import { NameTable } from './name-table.ts';

/** The products a file of sales names, in its own numbering: row id, and the hash that digests of lines are made with. */
export class FileProducts {
  readonly #table: NameTable;
  readonly #products: { readonly id: number; readonly hash: number }[] = [];

  constructor(db: Connection) {
    this.#table = new NameTable(db, 'product');
  }

  /** @returns its row id, new or known */
  add(kind: string, value: string): number {
    const id = this.#table.number('', kind, value);
    this.#products.push({ id, hash: productHash(kind, value) });
    return id;
  }

  /** The product with the file's number; undefined for −1, a line without one. */
  at(number: number): { readonly id: number; readonly hash: number } | undefined {
    return number < 0 ? undefined : this.#products[number]!;
  }

  /** The products with what the whole file calls them. */
  named(tail: FileTail): { readonly id: number; readonly value: string; readonly name: string }[] {
    return tail.products.map(({ value, name }, index) => ({ id: this.#products[index]!.id, value, name }));
  }

  /** Writes new products, and what the batch says of each. */
  write(db: Connection, batch: number, tail: FileTail): void {
    const insert = db.prepare(
      'INSERT OR IGNORE INTO product (id, kind, value, name, category) VALUES (?, ?, ?, ?, ?)',
    );
    const claim = db.prepare(
      'INSERT INTO product_claim (product_id, batch_id, name, category) VALUES (?,?,?,?)',
    );
    tail.products.forEach((product, index) => {
      const { id } = this.#products[index]!;
      insert.run(id, product.kind, product.value, product.name || product.value, product.category || null);
      claim.run(id, batch, product.name || null, product.category || null);
    });
  }
}
