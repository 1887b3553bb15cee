import type { Issue, IssueCode } from '../../shared/model/importing.ts';
import type { Connection } from '../database/connection.ts';
import { addDigest, digestOf, MISSING_NUMBER, productHash } from '../database/line-digest.ts';
import { BulkInsert } from './bulk-insert.ts';
import { IdentityColumns, unpackNames } from './check/identity-columns.ts';
import { type LineChunk, type NewOrder, unpackOrders } from './check/line-chunk.ts';
import type { IdentityName } from './check/names.ts';
import type { FileTail } from './check/row-check.ts';
import { FileOrders } from './file-orders.ts';
import { KnownOrders } from './known-orders.ts';
import { ClaimRanges } from './line-claims.ts';
import { LineInserter } from './line-inserter.ts';
import { NameTable } from './name-table.ts';
import { nextId } from './next-id.ts';
import type { ReadPlan } from './plan.ts';
import type { KnownIdentity } from './recognise.ts';

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
 * Lines and orders go in as they come; customers and products, whose names are known only at the end, at the end. With `dryRun` everything is counted and nothing is written.
 */
export class Loader {
  readonly #db: Connection;
  readonly #batch: number;
  readonly #dryRun: boolean;
  readonly #lines: LineInserter;
  readonly #known: KnownOrders;
  readonly #claims = new ClaimRanges();
  readonly #orders: FileOrders;
  readonly #identities: IdentityName[] = [];
  /** by the file's number of an identity: its row id, new or known */
  readonly #identityIds: number[] = [];
  readonly #products: { id: number; hash: number }[] = [];
  readonly #productTable: NameTable;
  readonly #identityTable: NameTable;
  readonly #firstFreshIdentity: number;
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
    this.#dryRun = dryRun;
    this.#lines = new LineInserter(
      db,
      plan.columns['line.discount'] !== undefined ||
        plan.columns['line.tax'] !== undefined ||
        plan.columns['line.shipping'] !== undefined,
      dryRun,
    );
    this.#orders = new FileOrders(db, plan.sourceKey);
    this.#known = new KnownOrders(db, plan.sourceKey);
    this.#productTable = new NameTable(db, 'product');
    this.#identityTable = new NameTable(db, 'customer_identity');
    this.#firstFreshIdentity = nextId(db, 'customer_identity');
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
    for (const { kind, value } of chunk.products) this.#addProduct(kind, value);
    for (const identity of unpackNames(chunk.identities)) this.#addIdentity(identity);
    const begun = this.#orders.count;
    for (const order of unpackOrders(chunk.orders)) this.#addOrder(order);
    this.#takeLines(chunk);
    if (this.#dryRun) this.#orders.skip(begun);
    else this.#orders.write(begun, this.#identityIds);
  }

  tail(tail: FileTail): void {
    this.#settleDeferred();
    this.#lines.flush();
    for (const [order, identity] of tail.named) this.#orders.name(order, identity);
    this.#countOrders();
    if (this.#dryRun) return;
    this.#claimIdentities(tail);
    this.#writeProducts(tail);
    this.#orders.finish(this.#identityIds);
    this.#settleKnown();
    this.#claims.write(this.#db, this.#batch);
  }

  /** customers the file names: new ones, and those the portfolio knows, as far as a look without writing can tell */
  get identities(): { readonly fresh: number; readonly known: number } {
    const fresh = this.#identityIds.filter((id) => id >= this.#firstFreshIdentity).length;
    return { fresh, known: this.#identityIds.length - fresh };
  }

  #addProduct(kind: string, value: string): void {
    this.#products.push({ id: this.#productTable.number('', kind, value), hash: productHash(kind, value) });
  }

  #addIdentity(identity: IdentityName): void {
    const found = this.#identityTable.find(identity.source, identity.kind, identity.value);
    this.#identities.push(identity);
    this.#identityIds.push(found ?? this.#identityTable.next());
  }

  #addOrder(order: NewOrder): void {
    const known = this.#known.find(order.key);
    this.#orders.add(order, known ?? this.#nextOrderId++, known !== null);
    if (known === null) this.#spanDay(order.day);
  }

  #spanDay(day: string): void {
    const t = this.totals;
    if (t.firstDay === null || day < t.firstDay) t.firstDay = day;
    if (t.lastDay === null || day > t.lastDay) t.lastDay = day;
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
      if (this.#orders.known.has(o)) {
        const line = this.#known.match(this.#orders.id(o), digest);
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
    const id = this.#lines.add(this.#orders.id(o), product, q, u, amount, discount, tax, shipping, row);
    this.#claims.add(id);
    this.#orders.put(o, amount, digest);
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
      const { key, number: orderNumber } = this.#orders.known.get(order)!;
      const changed = this.#known.changedLines(
        this.#orders.id(order),
        key,
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
        this.#issue(row, orderNumber);
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

  #countOrders(): void {
    const { orders, refunds, anonymous } = this.#orders.totals();
    this.totals.orders = orders;
    this.totals.refunds = refunds;
    this.totals.anonymousOrders = anonymous;
    for (const [order, { day }] of this.#orders.known)
      if (this.#orders.added(order).lines > 0) this.#spanDay(day);
  }

  /** Says what the file says of its customers; new ones are kept for the recognition of customers. */
  #claimIdentities(tail: FileTail): void {
    const told = new IdentityColumns(tail.identities);
    const claims = new BulkInsert(this.#db, 'identity_claim', ['identity_id', ...told.said], {
      batch_id: this.#batch,
    });
    this.#identities.forEach(({ source, kind, value }, at) => {
      const id = this.#identityIds[at]!;
      claims.add(id, ...told.said.map((fact) => told.of(at, fact) || null));
      if (id < this.#firstFreshIdentity) return;
      this.fresh.push({
        id,
        customer: null,
        source,
        kind,
        value,
        name: told.of(at, 'name'),
        email: told.of(at, 'email'),
        phone: told.of(at, 'phone'),
        company: told.of(at, 'company'),
        street: told.of(at, 'street'),
        city: told.of(at, 'city'),
        postcode: told.of(at, 'postcode'),
        country: told.of(at, 'country'),
      });
    });
    claims.flush();
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

  /** Known orders grow by the lines the file adds, and keep how it heads them. */
  #settleKnown(): void {
    const grow = this.#db.prepare(
      'UPDATE sales_order SET line_count = line_count + ?, net_minor = net_minor + ?, digest = ? WHERE id = ?',
    );
    for (const [o, order] of this.#orders.known) {
      const id = this.#orders.id(o);
      const { lines, net, digest } = this.#orders.added(o);
      if (lines > 0) grow.run(lines, net, addDigest(this.#known.digest(id), digest), id);
      this.#keepVariant(id, order, order.identity < 0 ? null : this.#identityIds[order.identity]!);
    }
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
