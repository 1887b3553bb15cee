import type { Connection } from '../../../database/connection.ts';
import { ClaimRanges } from '../../../import/load/orders/line-claims.ts';
import { numberOf } from './cell-text.ts';
import { headingsOf, IMPORTS, type Reference } from './tables.ts';

type CellOf = (heading: string) => string;

/** Tables whose rows get a new number, with the columns that name them. */
const NUMBERED: Readonly<Record<string, readonly string[]>> = {
  customer_identity: ['source', 'kind', 'value'],
  product: ['kind', 'value'],
  sales_order: ['source', 'key'],
  kept_identity: ['source', 'kind', 'value'],
  order_line: [],
};

const TABLE_OF: Readonly<Record<Exclude<Reference, 'line'>, string>> = {
  identity: 'customer_identity',
  product: 'product',
  order: 'sales_order',
  kept: 'kept_identity',
};

/** New row numbers by natural key, as they are given; the cells are compared as they are in the CSV. */
export class RowKeys {
  readonly #db: Connection;
  readonly #ids = new Map<string, Map<string, number>>();
  readonly #next = new Map<string, number>();
  readonly #claims = new Map<number, ClaimRanges>();

  constructor(db: Connection) {
    this.#db = db;
  }

  numbers(table: string): boolean {
    return Object.hasOwn(NUMBERED, table);
  }

  /** The number of the next row of a table. @throws RangeError for a key that is there already */
  number(table: string, cell: CellOf): number {
    const id = (this.#next.get(table) ?? 0) + 1;
    this.#next.set(table, id);
    const columns = NUMBERED[table]!;
    if (table === 'order_line') this.#claim(id, cell(IMPORTS));
    else {
      const ids = this.#ids.get(table) ?? new Map<string, number>();
      this.#ids.set(table, ids);
      const key = columns.map(cell).join('\u0001');
      if (ids.has(key)) throw new RangeError(`${table} has a key twice`);
      ids.set(key, id);
    }
    return id;
  }

  /** @returns null for a reference to nothing  @throws RangeError for one that leads nowhere */
  find(reference: Reference, cell: CellOf): number | null {
    const cells = headingsOf(reference).map(cell);
    if (cells.every((each) => each === '')) return null;
    if (reference === 'line') return this.#line(cells);
    return this.#find(TABLE_OF[reference], cells);
  }

  /** Which imports brought which lines. */
  writeClaims(): void {
    for (const [batch, ranges] of this.#claims) ranges.write(this.#db, batch);
  }

  #find(table: string, cells: readonly string[]): number {
    const id = this.#ids.get(table)?.get(cells.join('\u0001'));
    if (id === undefined) throw new RangeError(`${table} has no such row`);
    return id;
  }

  #line([source = '', key = '', place = '']: readonly string[]): number {
    const order = this.#find('sales_order', [source, key]);
    const line = this.#db.row<{ id: number }>(
      'SELECT id FROM order_line WHERE order_id = ? ORDER BY id LIMIT 1 OFFSET ?',
      order,
      (numberOf(place) ?? 0) - 1,
    );
    if (!line) throw new RangeError('an order has no such line');
    return line.id;
  }

  #claim(line: number, imports: string): void {
    for (const text of imports.split(' ').filter((each) => each !== '')) {
      const batch = numberOf(text)!;
      const ranges = this.#claims.get(batch) ?? new ClaimRanges();
      this.#claims.set(batch, ranges);
      ranges.add(line);
    }
  }
}
