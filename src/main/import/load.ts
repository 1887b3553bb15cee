import type { Issue, IssueCode } from '../../shared/model/importing.ts';
import type { Connection } from '../database/connection.ts';
import { addDigest, digestOf, MISSING_NUMBER, productHash } from '../database/line-digest.ts';
import { BulkInsert } from './bulk-insert.ts';
import { type LineChunk, type NewOrder, unpackOrders } from './check/line-chunk.ts';
import type { FileTail } from './check/row-check.ts';
import { claimIdentities } from './claim-identities.ts';
import { KnownOrders } from './known-orders.ts';
import { ClaimRanges } from './line-claims.ts';
import { LineInserter } from './line-inserter.ts';
import { NameTable } from './name-table.ts';
import { nextId } from './next-id.ts';
import type { ReadPlan } from './plan.ts';
import type { KnownIdentity } from './recognise.ts';

const ORDER_COLUMNS = [
  'id',
  'source',
  'key',
  'number',
  'identity_id',
  'ordered_on',
  'second_of_day',
  'refers_to',
  'pending',
  'line_count',
  'net_minor',
  'digest',
] as const;

/** Totals of a load, the same whether it wrote or only looked. */
export type LoadTotals = {
  read: number;
  /** records of the file; one may have brought several lines */
  imported: number;
  lines: number;
  leftOut: number;
  alreadyThere: number;
  revenueMinor: number;
  leftOutMinor: number;
  orders: number;
  refunds: number;
  anonymousOrders: number;
  firstDay: string | null;
  lastDay: string | null;
  readonly issues: Issue[];
  readonly issueCounts: Partial<Record<IssueCode, number>>;
};

/**
 * The inserting loop: takes the chunks of the parser thread into the portfolio, inside the caller's transaction.
 * Lines go in as they come; orders, customers and products, whose totals and names are known only at the end, at the
 * end. With `dryRun` everything is counted and nothing is written.
 */
export class Loader {
  readonly #db: Connection;
  readonly #batch: number;
  readonly #source: string;
  readonly #dryRun: boolean;
  readonly #lines: LineInserter;
  readonly #known: KnownOrders;
  readonly #claims = new ClaimRanges();
  readonly #orders: NewOrder[] = [];
  /** by the file's number of an order: its row id, new or known */
  readonly #orderIds: number[] = [];
  readonly #isKnown: boolean[] = [];
  readonly #lineCounts: number[] = [];
  readonly #net: number[] = [];
  readonly #digests: number[] = [];
  readonly #newOrders: number[] = [];
  readonly #products: { id: number; hash: number }[] = [];
  readonly #productTable: NameTable;
  readonly #identityTable: NameTable;
  #nextOrderId: number;
  /** identities the portfolio does not know yet, to be written with their customers */
  readonly fresh: KnownIdentity[] = [];
  readonly totals: LoadTotals = {
    read: 0,
    imported: 0,
    lines: 0,
    leftOut: 0,
    alreadyThere: 0,
    revenueMinor: 0,
    leftOutMinor: 0,
    orders: 0,
    refunds: 0,
    anonymousOrders: 0,
    firstDay: null,
    lastDay: null,
    issues: [],
    issueCounts: {},
  };

  constructor(db: Connection, plan: ReadPlan, batch: number, dryRun: boolean) {
    this.#db = db;
    this.#batch = batch;
    this.#source = plan.sourceKey;
    this.#dryRun = dryRun;
    this.#lines = new LineInserter(
      db,
      plan.columns['line.discount'] !== undefined ||
        plan.columns['line.tax'] !== undefined ||
        plan.columns['line.shipping'] !== undefined,
      dryRun,
    );
    this.#known = new KnownOrders(db, plan.sourceKey);
    this.#productTable = new NameTable(db, 'product');
    this.#identityTable = new NameTable(db, 'customer_identity');
    this.#nextOrderId = nextId(db, 'sales_order');
  }

  chunk(chunk: LineChunk): void {
    const t = this.totals;
    t.read += chunk.read;
    t.leftOut += chunk.leftOut;
    t.leftOutMinor += chunk.leftOutMinor;
    for (const issue of chunk.issues) t.issues.push(issue);
    for (const [code, count] of Object.entries(chunk.issueCounts) as [IssueCode, number][])
      t.issueCounts[code] = (t.issueCounts[code] ?? 0) + count;
    for (const product of chunk.products) this.#addProduct(product.kind, product.value);
    for (const order of unpackOrders(chunk.orders)) this.#addOrder(order);
    this.#takeLines(chunk);
  }

  tail(tail: FileTail): void {
    this.#settleDeferred();
    this.#lines.flush();
    this.#countOrders(tail);
    if (this.#dryRun) return;
    const identityIds = claimIdentities(
      this.#db,
      this.#identityTable,
      this.#batch,
      tail.identities,
      this.fresh,
    );
    this.#writeProducts(tail);
    this.#writeOrders(identityIds);
    this.#claims.write(this.#db, this.#batch);
  }

  /** new customers the file would bring, as far as a look without writing can tell */
  newIdentities(tail: FileTail): number {
    return tail.identities.filter(
      (identity) => this.#identityTable.find(identity.source, identity.kind, identity.value) === null,
    ).length;
  }

  #addProduct(kind: string, value: string): void {
    this.#products.push({ id: this.#productTable.number('', kind, value), hash: productHash(kind, value) });
  }

  #addOrder(order: NewOrder): void {
    const known = this.#known.find(order.key);
    const id = known ?? this.#nextOrderId++;
    this.#orders.push(order);
    this.#orderIds.push(id);
    this.#isKnown.push(known !== null);
    this.#lineCounts.push(0);
    this.#net.push(0);
    this.#digests.push(0);
    if (known === null) this.#newOrders.push(this.#orders.length - 1);
  }

  #takeLines(chunk: LineChunk): void {
    const { order, product, quantity, price, amount, discount, tax, shipping, row } = chunk;
    for (let i = 0; i < chunk.count; i++) {
      const o = order[i]!;
      const p = product[i]!;
      const made = p < 0 ? undefined : this.#products[p]!;
      const q = quantity[i]!;
      const u = price[i]!;
      const digest = digestOf(
        made?.hash ?? 0,
        Number.isNaN(q) ? MISSING_NUMBER : q,
        Number.isNaN(u) ? MISSING_NUMBER : u,
        amount[i]!,
        discount[i]!,
        tax[i]!,
        shipping[i]!,
      );
      if (this.#isKnown[o]) {
        const line = this.#known.match(this.#orderIds[o]!, digest);
        if (line !== null) {
          this.#claims.add(line);
          if (chunk.further[i] === 0) this.totals.alreadyThere++;
          continue;
        }
        this.#deferred.push({
          order: o,
          digest,
          further: chunk.further[i] === 1,
          cells: [
            made?.id ?? null,
            number(q),
            number(u),
            amount[i]!,
            discount[i]!,
            tax[i]!,
            shipping[i]!,
            row[i]!,
          ],
        });
        continue;
      }
      this.#insert(
        o,
        digest,
        made?.id ?? null,
        number(q),
        number(u),
        amount[i]!,
        discount[i]!,
        tax[i]!,
        shipping[i]!,
        row[i]!,
      );
      if (chunk.further[i] === 0) this.totals.imported++;
    }
  }

  readonly #deferred: {
    further: boolean;
    order: number;
    digest: number;
    cells: [number | null, number | null, number | null, number, number, number, number, number];
  }[] = [];

  #insert(
    o: number,
    digest: number,
    product: number | null,
    q: number | null,
    u: number | null,
    amount: number,
    discount: number,
    tax: number,
    shipping: number,
    row: number,
  ): void {
    this.#lineCounts[o] = this.#lineCounts[o]! + 1;
    const id = this.#lines.add(this.#orderIds[o]!, product, q, u, amount, discount, tax, shipping, row);
    this.#claims.add(id);
    this.#net[o] = this.#net[o]! + amount;
    this.#digests[o] = addDigest(this.#digests[o]!, digest);
    this.totals.lines++;
    this.totals.revenueMinor += amount;
  }

  /**
   * Lines of a known order that equal none of its lines. Where the file repeats the whole order and only the content
   * of lines differs, they are those lines: already there, said so, and kept as variants. Else the order has grown,
   * or the file holds another part of it.
   */
  #settleDeferred(): void {
    const byOrder = Map.groupBy(this.#deferred, (line) => line.order);
    for (const [order, lines] of byOrder) {
      const changed = this.#known.changedLines(
        this.#orderIds[order]!,
        this.#orders[order]!.key,
        lines.map(({ cells, digest }) => ({ product: cells[0], digest })),
      );
      lines.forEach(({ digest, cells, further }, index) => {
        const [product, q, u, amount, discount, tax, shipping, row] = cells;
        const line = changed?.[index] ?? null;
        if (line === null) {
          this.#insert(order, digest, product, q, u, amount, discount, tax, shipping, row);
          if (!further) this.totals.imported++;
          return;
        }
        if (!further) this.totals.alreadyThere++;
        this.#issue(row, this.#orders[order]!.number);
        if (!this.#dryRun) {
          this.#db.execute(
            'INSERT INTO line_variant VALUES (?,?,?,?,?,?,?,?,?,?)',
            line,
            this.#batch,
            product,
            q,
            u,
            amount,
            discount,
            tax,
            shipping,
            row,
          );
        }
      });
    }
  }

  #issue(row: number, orderNumber: string): void {
    const t = this.totals;
    t.issueCounts['duplicate-line'] = (t.issueCounts['duplicate-line'] ?? 0) + 1;
    t.issues.push({
      row,
      column: null,
      code: 'duplicate-line',
      value: orderNumber,
      message: `Order ${orderNumber} is in the portfolio already with other content on this line; the first version stays.`,
      leftOut: true,
    });
  }

  #countOrders(tail: FileTail): void {
    const t = this.totals;
    for (const [order, identity] of tail.named) this.#orders[order] = { ...this.#orders[order]!, identity };
    for (let o = 0; o < this.#orders.length; o++) {
      const order = this.#orders[o]!;
      if (this.#lineCounts[o] === 0) continue;
      if (t.firstDay === null || order.day < t.firstDay) t.firstDay = order.day;
      if (t.lastDay === null || order.day > t.lastDay) t.lastDay = order.day;
      if (this.#isKnown[o]) continue;
      if (!order.further) t.orders++;
      if (this.#net[o]! < 0) t.refunds++;
      if (order.identity < 0 && !order.further) t.anonymousOrders++;
    }
  }

  #writeProducts(tail: FileTail): void {
    const insert = this.#db.prepare(
      'INSERT OR IGNORE INTO product (id, kind, value, name, category) VALUES (?, ?, ?, ?, ?)',
    );
    const claim = this.#db.prepare(
      'INSERT INTO product_claim (product_id, batch_id, name, category) VALUES (?,?,?,?)',
    );
    tail.products.forEach((product, index) => {
      const { id } = this.#products[index]!;
      insert.run(id, product.kind, product.value, product.name || product.value, product.category || null);
      claim.run(id, this.#batch, product.name || null, product.category || null);
    });
  }

  #writeOrders(identityIds: Int32Array): void {
    const db = this.#db;
    const insert = new BulkInsert(db, 'sales_order', ORDER_COLUMNS);
    const grow = db.prepare(
      'UPDATE sales_order SET line_count = line_count + ?, net_minor = net_minor + ?, digest = ? WHERE id = ?',
    );
    for (let o = 0; o < this.#orders.length; o++) {
      const order = this.#orders[o]!;
      const id = this.#orderIds[o]!;
      const identity = order.identity < 0 ? null : identityIds[order.identity]!;
      if (!this.#isKnown[o]) {
        insert.add(
          id,
          this.#source,
          order.key,
          order.number,
          identity,
          order.day,
          order.second,
          order.refersTo,
          order.pending ? 1 : 0,
          this.#lineCounts[o]!,
          this.#net[o]!,
          this.#digests[o]!,
        );
        continue;
      }
      if (this.#lineCounts[o]! > 0)
        grow.run(
          this.#lineCounts[o]!,
          this.#net[o]!,
          addDigest(this.#known.digest(id), this.#digests[o]!),
          id,
        );
      this.#keepVariant(id, order, identity);
    }
    insert.flush();
  }

  /** A known order that this file heads differently: another customer, time or status. */
  #keepVariant(id: number, order: NewOrder, identity: number | null): void {
    const same = this.#db.row(
      'SELECT 1 FROM sales_order WHERE id = ? AND identity_id IS ? AND ordered_on = ? AND second_of_day IS ? AND refers_to IS ? AND pending = ? AND number = ?',
      id,
      identity,
      order.day,
      order.second,
      order.refersTo,
      order.pending ? 1 : 0,
      order.number,
    );
    if (same) return;
    this.#db.execute(
      'INSERT INTO order_variant VALUES (?,?,?,?,?,?,?,?)',
      id,
      this.#batch,
      order.number,
      identity,
      order.day,
      order.second,
      order.refersTo,
      order.pending ? 1 : 0,
    );
  }
}

const number = (value: number): number | null => (Number.isNaN(value) ? null : value);
