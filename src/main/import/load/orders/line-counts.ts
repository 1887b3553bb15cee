import type { Issue } from '../../../../shared/model/importing.ts';
import { Problem } from '../../../../shared/model/problem.ts';
import { withoutTax } from '../../../../shared/model/tax.ts';
import type { Connection } from '../../../database/connection.ts';
import { nameKey } from '../../values/name-key.ts';
import { ProductSums } from '../product-sums.ts';

/** A product by its natural key. */
export type ProductKey = { readonly kind: string; readonly value: string };

/** What the owner has said of the products of a file: that they are no sale, or have a tax rate of their own. */
export class LineCounts {
  readonly #noSale: ReadonlySet<string>;
  /** products somebody has said something of, by natural key */
  readonly #roles: ReadonlySet<string>;
  /** what was said with this import, as a code or a name and as the key it means */
  readonly #wanted: ReadonlyMap<string, string>;
  readonly #metWanted = new Map<string, ProductKey>();
  readonly #answered = new Set<number>();
  readonly #sums = new ProductSums();
  readonly #rates: ReadonlyMap<string, number>;
  readonly #tax: number | null;
  readonly #metNoSale = new Map<number, string>();
  readonly #metRates = new Map<number, number>();

  /**
   * @param tax millionths in the amounts of the file; null where none is to be taken off
   * @param notASale codes, or names of products without one, that the owner says with this import are no sale
   */
  constructor(db: Connection, tax: number | null, notASale: readonly string[] = []) {
    const marks = db.rows<{ key: string; role: string | null; tax: number | null }>(
      "SELECT kind || ' ' || value AS key, role, tax_micro AS tax FROM product_mark",
    );
    this.#wanted = new Map(
      notASale.flatMap((said) => [
        [`code ${said}`, said],
        [`name ${nameKey(said)}`, said],
      ]),
    );
    this.#roles = new Set(marks.flatMap(({ key, role }) => (role === null ? [] : [key])));
    this.#noSale = new Set(marks.flatMap(({ key, role }) => (role === 'not-a-sale' ? [key] : [])));
    this.#rates = new Map(marks.flatMap(({ key, tax: own }) => (own === null ? [] : [[key, own] as const])));
    this.#tax = tax;
  }

  met(id: number, kind: string, value: string): void {
    const key = `${kind} ${value}`;
    if (this.#roles.has(key)) this.#answered.add(id);
    const said = this.#wanted.get(key);
    if (said !== undefined) this.#metWanted.set(said, { kind, value });
    if (said !== undefined || this.#noSale.has(key)) this.#metNoSale.set(id, value);
    const rate = this.#rates.get(key);
    if (rate !== undefined) this.#metRates.set(id, rate);
  }

  /** Whether the portfolio has an answer to what the product is. */
  isAnswered(product: number): boolean {
    return this.#answered.has(product);
  }

  /** Products that this import is the first to call no sale. @throws Problem where the file has no product of a name that was given */
  get saidWithImport(): readonly ProductKey[] {
    const missing = [...new Set(this.#wanted.values())].find((said) => !this.#metWanted.has(said));
    if (missing !== undefined)
      throw new Problem(
        `No product of the file has the code "${missing}", or without codes that name; nothing was imported. See how the file writes it.`,
      );
    return [...this.#metWanted.values()].filter(({ kind, value }) => !this.#noSale.has(`${kind} ${value}`));
  }

  /** Adds a line that is taken in. @param amount minor units */
  add(product: number, amount: number): void {
    this.#sums.add(product, amount);
  }

  /** What the lines of a product that were taken in come to, minor units. */
  sumOf(product: number): { readonly amount: number; readonly lines: number } {
    return this.#sums.of(product);
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
