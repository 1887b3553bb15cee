import type { Issue } from '../../../../shared/model/importing.ts';
import { withoutTax } from '../../../../shared/model/tax.ts';
import type { Connection } from '../../../database/connection.ts';

/** What the owner has said of the products of a file: that they are no sale, or have a tax rate of their own. */
export class LineCounts {
  readonly #noSale: ReadonlySet<string>;
  readonly #rates: ReadonlyMap<string, number>;
  readonly #tax: number | null;
  readonly #metNoSale = new Map<number, string>();
  readonly #metRates = new Map<number, number>();

  /** @param tax millionths in the amounts of the file; null where none is to be taken off */
  constructor(db: Connection, tax: number | null) {
    const marks = db.rows<{ key: string; role: string | null; tax: number | null }>(
      "SELECT kind || ' ' || value AS key, role, tax_micro AS tax FROM product_mark",
    );
    this.#noSale = new Set(marks.flatMap(({ key, role }) => (role === 'not-a-sale' ? [key] : [])));
    this.#rates = new Map(marks.flatMap(({ key, tax: own }) => (own === null ? [] : [[key, own] as const])));
    this.#tax = tax;
  }

  met(id: number, kind: string, value: string): void {
    const key = `${kind} ${value}`;
    if (this.#noSale.has(key)) this.#metNoSale.set(id, value);
    const rate = this.#rates.get(key);
    if (rate !== undefined) this.#metRates.set(id, rate);
  }

  isSale(product: number | null): boolean {
    return product === null || !this.#metNoSale.has(product);
  }

  /** The tax in an amount, minor units. */
  taxIn(product: number | null, amount: number): number {
    if (this.#tax === null) return 0;
    const rate = (product === null ? undefined : this.#metRates.get(product)) ?? this.#tax;
    return amount - withoutTax(amount, rate);
  }

  issue(product: number | null, row: number): Issue {
    const value = (product === null ? undefined : this.#metNoSale.get(product)) ?? '';
    const message = `You have said that "${value}" is no sale: the line is kept and does not count.`;
    return { row, column: 'product.code', code: 'not-a-sale', value, message, leftOut: false };
  }
}
