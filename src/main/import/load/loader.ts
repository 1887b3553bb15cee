import type { MayBeNoSale } from '../../../shared/model/importing.ts';
import type { Connection } from '../../database/connection.ts';
import { addDigest, digestOf, MISSING_NUMBER } from '../../database/line-digest.ts';
import { nextId } from '../../database/next-id.ts';
import { recountOrders } from '../../database/order-sums.ts';
import { fillTemporary, temporary } from '../../database/temporary.ts';
import { unpackNames } from '../check/identity-columns.ts';
import { type LineChunk, type NewOrder, unpackOrders } from '../check/line-chunk.ts';
import type { OwnTotals } from '../check/own-total.ts';
import type { FileTail } from '../check/row-check.ts';
import type { KnownIdentity } from '../identities/resolve-identities.ts';
import type { ReadPlan } from '../plan/read-plan.ts';
import { FileIdentities } from './file-identities.ts';
import { FileProducts } from './file-products.ts';
import { addChunk, countLine, emptyTotals, extendPeriod, reportOtherVersion } from './load-totals.ts';
import { mayBeNoSale } from './no-sale.ts';
import { LINE_COLUMNS, type LineCells, replaceTotal } from './orders/expand-totals.ts';
import { FileOrders } from './orders/file-orders.ts';
import { KnownOrders } from './orders/known-orders.ts';
import { ClaimRanges } from './orders/line-claims.ts';
import { LineCounts, type ProductKey } from './orders/line-counts.ts';
import { LineInserter } from './orders/line-inserter.ts';
import { keepHead } from './orders/order-heads.ts';
import { SkippedLines } from './orders/skipped-lines.ts';

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
  readonly #identities: FileIdentities;
  readonly #products: FileProducts;
  readonly #counts: LineCounts;
  readonly #currency: string;
  #nextOrderId: number;
  readonly skipped = new SkippedLines();
  /** what the file says of itself; known when its tail has come */
  own: OwnTotals = { total: null, row: null, rows: null, column: null };
  /** identities the portfolio does not know yet, to be written with their customers */
  fresh: readonly KnownIdentity[] = [];
  readonly totals = emptyTotals();
  /** products that this import is the first to call no sale; known when its tail has come, as what may be none */
  said: readonly ProductKey[] = [];
  mayBeNoSale: readonly MayBeNoSale[] = [];

  /** @param notASale codes or names of products that the owner says with this import are no sale */
  constructor(
    db: Connection,
    plan: ReadPlan,
    batch: number,
    dryRun: boolean,
    notASale: readonly string[] = [],
  ) {
    this.#db = db;
    this.#batch = batch;
    this.#dryRun = dryRun;
    this.#lines = new LineInserter(
      db,
      plan.preset !== null ||
        plan.shape !== null ||
        plan.columns['line.discount'] !== undefined ||
        plan.columns['line.tax'] !== undefined ||
        plan.columns['line.shipping'] !== undefined,
      dryRun,
    );
    this.#orders = new FileOrders(db, plan.sourceKey);
    this.#known = new KnownOrders(db, plan.sourceKey);
    this.#products = new FileProducts(db);
    this.#counts = new LineCounts(db, plan.tax, notASale);
    this.#currency = plan.currency;
    this.#identities = new FileIdentities(db);
    this.#nextOrderId = nextId(db, 'sales_order');
  }

  chunk(chunk: LineChunk): void {
    addChunk(this.totals, chunk);
    for (const { kind, value } of chunk.products)
      this.#counts.met(this.#products.add(kind, value), kind, value);
    for (const identity of unpackNames(chunk.identities)) this.#identities.add(identity);
    const begun = this.#orders.count;
    for (const order of unpackOrders(chunk.orders)) this.#addOrder(order);
    this.#takeLines(chunk);
    if (this.#dryRun) this.#orders.skip(begun);
    else this.#orders.write(begun, this.#identities.ids);
  }

  tail(tail: FileTail): void {
    this.own = tail.own;
    this.#resolveDeferred();
    this.#lines.flush();
    for (const [order, identity] of tail.named) this.#orders.name(order, identity);
    this.#countOrders();
    this.said = this.#counts.saidWithImport;
    this.mayBeNoSale = mayBeNoSale(this.#products.named(tail), this.#counts, this.#currency);
    if (this.#dryRun) return;
    this.fresh = this.#identities.claim(this.#db, this.#batch, tail);
    this.#products.write(this.#db, this.#batch, tail);
    this.#orders.finish(this.#identities.ids);
    this.#updateKnown();
    this.#recountExpanded();
    this.#claims.write(this.#db, this.#batch);
  }

  /** customers the file names: new ones, and those the portfolio knows, as far as a look without writing can tell */
  get identities(): { readonly fresh: number; readonly known: number } {
    return this.#identities.counts;
  }

  #addOrder(order: NewOrder): void {
    const known = this.#known.find(order.key);
    this.#orders.add(order, known ?? this.#nextOrderId++, known !== null);
    if (known === null) extendPeriod(this.totals, order.day);
  }

  #takeLines(chunk: LineChunk): void {
    const { order, product, quantity, price, amount, discount, tax, shipping, row } = chunk;
    for (let i = 0; i < chunk.count; i++) {
      const o = order[i]!;
      const made = this.#products.at(product[i]!);
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
          this.totals.alreadyThereMinor += amount[i]!;
          if (chunk.further[i] === 0) this.totals.alreadyThere++;
          this.skipped.add('same-line', row[i]!, this.#orders.known.get(o)!, line);
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

  readonly #deferred: Deferred[] = [];
  /** known orders whose lines are no longer those they had and some more, by the file's numbers */
  readonly #recount = new Set<number>();

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
    countLine(this.totals, this.#counts, product, amount, tax, row);
  }

  /**
   * Lines of a known order that equal none of its lines. Where the file repeats the whole order and only the content
   * of lines differs, they are those lines: already there, said so, and kept as variants. Where one of them has the
   * order's total and the other its articles, the articles are what counts. Else the order has grown, or the file
   * holds another part of it.
   */
  #resolveDeferred(): void {
    const byOrder = Map.groupBy(this.#deferred, (line) => line.order);
    for (const [order, lines] of byOrder) {
      const id = this.#orders.id(order);
      const { key } = this.#orders.known.get(order)!;
      const expansion = this.#known.expansion(
        id,
        key,
        lines.map(({ cells }) => ({ product: cells[0], amount: cells[3] })),
      );
      if (expansion?.told === 'articles') {
        this.#expandTotal(expansion, lines[0]!);
        for (const line of lines.slice(1)) this.#insertDeferred(line);
        continue;
      }
      const changed = expansion
        ? [expansion.line]
        : this.#known.changedLines(
            id,
            key,
            lines.map(({ cells, digest }) => ({ product: cells[0], digest })),
          );
      lines.forEach((deferred, index) => {
        const line = changed?.[index] ?? null;
        if (line === null) this.#insertDeferred(deferred);
        else this.#keepLineVariant(line, deferred, expansion !== null);
      });
    }
  }

  #insertDeferred({ order, digest, cells, further }: Deferred): void {
    const [product, q, u, amount, discount, tax, shipping, row] = cells;
    this.#insert(order, digest, product, q, u, amount, discount, tax, shipping, row);
    if (!further) this.totals.imported++;
  }

  /** An order of which only the total was known gets its articles, the first of them in the total's place. */
  #expandTotal(known: { readonly line: number; readonly amount: number }, first: Deferred): void {
    this.#recount.add(first.order);
    this.#claims.add(known.line);
    this.totals.lines++;
    this.totals.expanded++;
    const { cells } = first;
    countLine(this.totals, this.#counts, cells[0], cells[3], cells[5], cells[7]);
    this.totals.revenueMinor -= known.amount;
    this.totals.alreadyThereMinor += known.amount;
    if (!first.further) this.totals.imported++;
    if (!this.#dryRun) replaceTotal(this.#db, known.line, this.#batch, cells);
  }

  #keepLineVariant(line: number, { order, cells, further }: Deferred, isTotal: boolean): void {
    const known = this.#orders.known.get(order)!;
    if (!further) this.totals.alreadyThere++;
    this.totals.alreadyThereMinor += cells[3];
    this.skipped.add(isTotal ? 'total-of-known-articles' : 'other-content', cells[7], known, line);
    reportOtherVersion(this.totals, cells[7], known.number, isTotal);
    if (this.#dryRun) return;
    this.#db.execute(
      `INSERT INTO line_variant (line_id, batch_id, ${LINE_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?)`,
      line,
      this.#batch,
      ...cells,
    );
  }

  #countOrders(): void {
    const { orders, refunds, anonymous } = this.#orders.totals();
    this.totals.orders = orders;
    this.totals.refunds = refunds;
    this.totals.anonymousOrders = anonymous;
    for (const [order, { day }] of this.#orders.known)
      if (this.#orders.added(order).lines > 0 || this.#recount.has(order)) extendPeriod(this.totals, day);
  }

  /** Known orders grow by the lines the file adds, and keep where it heads them otherwise: another customer, time or status. */
  #updateKnown(): void {
    const grow = this.#db.prepare(
      'UPDATE sales_order SET line_count = line_count + ?, net_minor = net_minor + ?, digest = ? WHERE id = ?',
    );
    for (const [o, order] of this.#orders.known) {
      const id = this.#orders.id(o);
      const { lines, net, digest } = this.#orders.added(o);
      if (lines > 0) grow.run(lines, net, addDigest(this.#known.digest(id), digest), id);
      const identity = order.identity < 0 ? null : this.#identities.ids[order.identity]!;
      const { number, day, second, refersTo, pending } = order;
      keepHead(this.#db, id, this.#batch, [number, identity, day, second, refersTo, pending ? 1 : 0]);
    }
  }

  #recountExpanded(): void {
    if (this.#recount.size === 0) return;
    fillTemporary(
      this.#db,
      'expanded',
      [...this.#recount].map((order) => [this.#orders.id(order)]),
    );
    recountOrders(this.#db, temporary.selectFrom('expanded').select('order_id as id'));
  }
}

type Deferred = {
  readonly further: boolean;
  readonly order: number;
  readonly digest: number;
  readonly cells: LineCells;
};

const number = (value: number): number | null => (Number.isNaN(value) ? null : value);
