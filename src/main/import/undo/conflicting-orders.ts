import type { Connection } from '../../database/connection.ts';
import { lineDigest, productHash } from '../../database/line-digest.ts';
import { expansion, LINE_COLUMNS, type LineCells } from '../load/orders/expand-totals.ts';
import { changedLines } from '../load/orders/known-orders.ts';
import { claimsOf, type IdRange, merge, subtract } from '../load/orders/line-claims.ts';
import { HEAD_COLUMNS, type Head, wholeHead } from '../load/orders/order-heads.ts';

type Line = { readonly cells: LineCells; readonly digest: number };
type KnownOrder = { readonly id: number; readonly key: string; readonly source: string };

/** A line as it is written anew, with the imports that claim it. */
type Slot = { readonly id: number; line: Line; readonly by: number[] };

/** An order as one import tells it. */
type Version = { readonly batch: number; readonly head: Head; readonly lines: Line[] };

/**
 * Orders whose versions in several imports differ: other lines, other content, another customer or time. What such an order is
 * depends on which import came first, so when one of them is undone it is rebuilt from those that remain, as if they
 * alone had been imported. Expects the orders in question in the temporary table `touched`.
 */
export class ConflictingOrders {
  readonly #db: Connection;
  readonly #batch: number;
  readonly #gone: IdRange[] = [];
  readonly #claimed = new Map<number, IdRange[]>();

  /** @param batch the import that is being undone */
  constructor(db: Connection, batch: number) {
    this.#db = db;
    this.#batch = batch;
  }

  /** @returns by how many lines the portfolio has become smaller, and the lines that are no more */
  rebuild(): { readonly removed: number; readonly gone: readonly IdRange[] } {
    const versions = this.#versions(this.#find());
    let removed = 0;
    for (const [order, told] of versions) removed += this.#rebuildOne(order, told);
    this.#writeClaims();
    return { removed, gone: this.#gone };
  }

  #find(): Set<number> {
    const found = new Set(
      this.#db
        .rows<{ id: number }>(
          `SELECT v.order_id AS id FROM order_variant v JOIN touched t ON t.order_id = v.order_id
           UNION SELECT l.order_id FROM line_variant v JOIN order_line l ON l.id = v.line_id JOIN touched t ON t.order_id = l.order_id`,
        )
        .map(({ id }) => id),
    );
    const { n } = this.#db.row<{ n: number }>('SELECT count(DISTINCT batch_id) AS n FROM line_claim')!;
    if (n < 3) return found; // with one import left, none can tell an order differently from it
    const holders = new Map<number, string>();
    for (const { order, batches } of this.#lines()) {
      const others = batches.filter((each) => each !== this.#batch).join();
      if (others === '') continue;
      const known = holders.get(order);
      if (known === undefined) holders.set(order, others);
      else if (known !== others) found.add(order);
    }
    return found;
  }

  /** The lines of the touched orders, each with the imports that claim it. */
  *#lines(): Generator<{ readonly id: number; readonly order: number; readonly batches: number[] }> {
    const claims = this.#db.rows<{ batch: number; first: number; last: number }>(
      'SELECT batch_id AS batch, first_id AS first, last_id AS last FROM line_claim ORDER BY first_id',
    );
    const lines = this.#db.rows<{ id: number; order: number }>(
      'SELECT l.id, l.order_id AS "order" FROM touched t JOIN order_line l ON l.order_id = t.order_id ORDER BY l.id',
    );
    let at = 0;
    let open: typeof claims = [];
    for (const line of lines) {
      while (at < claims.length && claims[at]!.first <= line.id) open.push(claims[at++]!);
      if (open.some(({ last }) => last < line.id)) open = open.filter(({ last }) => last >= line.id);
      yield { ...line, batches: open.map(({ batch }) => batch).sort((a, b) => a - b) };
    }
  }

  /** What each remaining import says of the orders, the earliest import first. */
  #versions(orders: ReadonlySet<number>): Map<number, Version[]> {
    const told = new Map<number, Map<number, Version>>();
    for (const order of orders) told.set(order, new Map());
    const versionOf = (order: number, batch: number): Version => {
      const versions = told.get(order)!;
      const version = versions.get(batch) ?? { batch, head: this.#head(order, batch), lines: [] };
      versions.set(batch, version);
      return version;
    };
    if (orders.size > 0) {
      for (const { id, order, batches } of this.#lines()) {
        if (!orders.has(order)) continue;
        const variants = new Map(this.#variants(id));
        for (const batch of [...variants.keys(), ...batches.filter((each) => !variants.has(each))]) {
          if (batch === this.#batch) continue;
          versionOf(order, batch).lines.push(variants.get(batch) ?? this.#line(id));
        }
      }
    }
    return new Map(
      [...told].map(([order, versions]) => [order, [...versions.values()].sort((a, b) => a.batch - b.batch)]),
    );
  }

  #head(order: number, batch: number): Head {
    const own = this.#db
      .prepare(`SELECT ${HEAD_COLUMNS} FROM order_variant WHERE order_id = ? AND batch_id = ?`)
      .raw()
      .get(order, batch) as Head | undefined;
    return (
      own ??
      (this.#db.prepare(`SELECT ${HEAD_COLUMNS} FROM sales_order WHERE id = ?`).raw().get(order) as Head)
    );
  }

  #line(id: number): Line {
    return lineOf(
      this.#db
        .prepare(`${LINE('order_line')} WHERE l.id = ?`)
        .raw()
        .get(id) as Read,
    );
  }

  #variants(line: number): [number, Line][] {
    const rows = this.#db
      .prepare(`${LINE('line_variant', ', l.batch_id')} WHERE l.line_id = ?`)
      .raw()
      .all(line) as [...Read, number][];
    return rows.map((row) => [row.at(-1) as number, lineOf(row.slice(0, -1) as unknown as Read)]);
  }

  /** @returns by how many lines the order has become shorter */
  #rebuildOne(order: number, versions: readonly Version[]): number {
    const db = this.#db;
    const old = db.rows<{ id: number }>('SELECT id FROM order_line WHERE order_id = ?', order);
    for (const { id } of old) {
      this.#gone.push({ first: id, last: id });
      db.execute('DELETE FROM line_variant WHERE line_id = ?', id);
    }
    db.execute('DELETE FROM order_line WHERE order_id = ?', order);
    db.execute('DELETE FROM order_variant WHERE order_id = ?', order);
    const [first] = versions;
    if (!first) return old.length;
    const whole = wholeHead(first.head, versions);
    const known = db.row<KnownOrder>('SELECT id, key, source FROM sales_order WHERE id = ?', order)!;
    db.execute(`UPDATE sales_order SET (${HEAD_COLUMNS}) = (?,?,?,?,?,?) WHERE id = ?`, ...whole, order);
    for (const { batch, head } of versions)
      if (head.some((cell, i) => cell !== whole[i]))
        db.execute('INSERT INTO order_variant VALUES (?,?,?,?,?,?,?,?)', order, batch, ...head);
    const slots: Slot[] = [];
    for (const { batch, lines } of versions) this.#tell(known, batch, lines, slots);
    return old.length - slots.length;
  }

  /** Takes one import's version in, as the load of its file did after the earlier ones. */
  #tell(known: KnownOrder, batch: number, lines: readonly Line[], slots: Slot[]): void {
    const { id: order, key } = known;
    const stand = expansion(
      known,
      slots.map(({ line }) => amounted(line)),
      lines.map(amounted),
    );
    const [slot] = slots;
    const [article, ...more] = lines;
    if (stand === 'articles' && slot && article) {
      for (const earlier of slot.by) this.#keepVariant(slot.id, earlier, slot.line);
      this.#db.execute(
        `UPDATE order_line SET (${LINE_COLUMNS}) = (?,?,?,?,?,?,?,?) WHERE id = ?`,
        ...article.cells,
        slot.id,
      );
      slot.line = article;
      this.#claim(batch, slot);
      for (const line of more) this.#addLine(order, batch, line, slots);
      return;
    }
    if (stand === 'total' && slot && article) {
      this.#keepVariant(slot.id, batch, article);
      return;
    }
    const open = slots.map((slot) => ({ id: slot.id, slot, ...told(slot.line) }));
    const unknown = lines.filter((line) => {
      const at = open.findIndex(({ digest }) => digest === line.digest);
      if (at >= 0) this.#claim(batch, open.splice(at, 1)[0]!.slot);
      return at < 0;
    });
    const changed = changedLines(key, open, unknown.map(told));
    unknown.forEach((line, index) => {
      const answered = changed?.[index] ?? null;
      if (answered !== null) this.#keepVariant(answered, batch, line);
      else this.#addLine(order, batch, line, slots);
    });
  }

  #addLine(order: number, batch: number, line: Line, slots: Slot[]): void {
    const made = this.#db.execute(
      `INSERT INTO order_line (order_id, ${LINE_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?)`,
      order,
      ...line.cells,
    );
    const slot = { id: Number(made.lastInsertRowid), line, by: [] };
    slots.push(slot);
    this.#claim(batch, slot);
  }

  #keepVariant(line: number, batch: number, { cells }: Line): void {
    this.#db.execute(
      `INSERT OR IGNORE INTO line_variant (line_id, batch_id, ${LINE_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?)`,
      line,
      batch,
      ...cells,
    );
  }

  #claim(batch: number, { id, by }: Slot): void {
    by.push(batch);
    const ids = this.#claimed.get(batch);
    if (ids) ids.push({ first: id, last: id });
    else this.#claimed.set(batch, [{ first: id, last: id }]);
  }

  #writeClaims(): void {
    if (this.#gone.length === 0) return;
    const batches = this.#db.rows<{ batch: number }>('SELECT DISTINCT batch_id AS batch FROM line_claim');
    for (const batch of new Set([...batches.map(({ batch }) => batch), ...this.#claimed.keys()])) {
      const old = claimsOf(this.#db, batch);
      const kept = merge([...subtract(old, this.#gone), ...(this.#claimed.get(batch) ?? [])]);
      this.#db.execute('DELETE FROM line_claim WHERE batch_id = ?', batch);
      for (const { first, last } of kept)
        this.#db.execute('INSERT INTO line_claim VALUES (?,?,?)', batch, first, last);
    }
  }
}

const told = ({ cells, digest }: Line): { readonly product: number | null; readonly digest: number } => ({
  product: cells[0],
  digest,
});

const amounted = ({ cells }: Line): { readonly product: number | null; readonly amount: number } => ({
  product: cells[0],
  amount: cells[3],
});

const LINE = (from: 'order_line' | 'line_variant', more = ''): string =>
  `SELECT p.kind, p.value, ${LINE_COLUMNS.split(', ')
    .map((column) => `l.${column}`)
    .join(', ')}${more} FROM ${from} l LEFT JOIN product p ON p.id = l.product_id`;

type Read = [kind: string | null, value: string | null, ...LineCells];

const lineOf = ([kind, value, ...cells]: Read): Line => ({
  cells,
  digest: lineDigest({
    product: kind === null ? 0 : productHash(kind, value ?? ''),
    quantityMicro: cells[1],
    unitPriceMicro: cells[2],
    amountMinor: cells[3],
    discountMinor: cells[4],
    taxMinor: cells[5],
    shippingMinor: cells[6],
  }),
});
