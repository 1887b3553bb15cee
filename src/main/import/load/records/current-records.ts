import type { Connection } from '../../../database/connection.ts';
import type { Cell, RecordRow } from '../../records/record-set.ts';

/** Row ids of the customers and products a file names; null for those the portfolio does not know. */
export type KnownIds = {
  readonly identity: (number: number) => number | null;
  readonly product: (number: number) => number | null;
};

type Row = Readonly<Record<string, Cell>>;

/** Whether the portfolio already says just this. */
export class CurrentRecords {
  readonly #db: Connection;
  readonly #ids: KnownIds;

  constructor(db: Connection, ids: KnownIds) {
    this.#db = db;
    this.#ids = ids;
  }

  holds(said: RecordRow, facts: Row): boolean {
    const identity = said.identity < 0 ? null : this.#ids.identity(said.identity);
    if (said.identity >= 0 && identity === null) return false;
    switch (said.table) {
      case 'identity_claim':
        return agrees(facts, this.#claims('identity_claim', 'identity_id', identity!));
      case 'customer_trait':
        return agrees(said.values, this.#claims('customer_trait', 'identity_id', identity!));
      case 'product_claim': {
        const product = this.#ids.product(said.product);
        return product !== null && agrees(said.values, this.#claims('product_claim', 'product_id', product));
      }
      case 'consent': {
        const row = this.#db.row<Row>(
          'SELECT granted, decided_on FROM consent WHERE identity_id = ? AND channel = ? ORDER BY batch_id DESC LIMIT 1',
          identity,
          said.values.channel ?? null,
        );
        return (
          row !== undefined &&
          row.granted === said.values.granted &&
          row.decided_on === said.values.decided_on
        );
      }
      default: {
        const row = this.#db.row<Row>(`SELECT * FROM ${said.table}_now WHERE key = ?`, said.key);
        if (!row || (row.identity_id !== undefined && row.identity_id !== identity)) return false;
        return Object.entries(said.values).every(([column, value]) => row[column] === value);
      }
    }
  }

  /** All that imports have said of a customer or product, the latest first. */
  #claims(table: string, column: string, id: number): Row[] {
    return this.#db.rows<Row>(`SELECT * FROM ${table} WHERE ${column} = ? ORDER BY batch_id DESC`, id);
  }
}

/** Whether what is said is what was said last of each thing; what is not said agrees with all. */
const agrees = (said: Row, claims: readonly Row[]): boolean =>
  claims.length > 0 &&
  Object.entries(said).every(
    ([column, value]) =>
      value === null || value === '' || claims.find((claim) => claim[column] != null)?.[column] === value,
  );
