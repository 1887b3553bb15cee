import { BulkInsert } from '../../../database/bulk-insert.ts';
import type { Connection } from '../../../database/connection.ts';
import { addDigest } from '../../../database/line-digest.ts';
import type { NewOrder } from '../../check/line-chunk.ts';

const ALWAYS = ['id', 'key', 'number', 'identity_id', 'ordered_on', 'line_count', 'net_minor', 'digest'];
const SOMETIMES = ['second_of_day', 'refers_to', 'pending'];

/**
 * The orders of a file by the file's own numbers for them. What is kept of each is a few numbers, however large the
 * file: a new order goes into the portfolio when its lines have most likely all come, since they mostly stand together,
 * and is recomputed at the end where more came.
 */
export class FileOrders {
  readonly #db: Connection;
  readonly #plain: BulkInsert;
  readonly #full: BulkInsert;
  readonly #ids: number[] = [];
  readonly #lineCounts: number[] = [];
  readonly #net: number[] = [];
  readonly #digests: number[] = [];
  /** the file's number of the customer's identity, −1 for an anonymous order */
  readonly #identities: number[] = [];
  readonly #known = new Map<number, NewOrder>();
  readonly #further = new Set<number>();
  readonly #changed = new Set<number>();
  #waiting: NewOrder[] = [];
  /** orders below this are in the portfolio as far as they are new */
  #written = 0;

  constructor(db: Connection, source: string) {
    this.#db = db;
    this.#plain = new BulkInsert(db, 'sales_order', ALWAYS, { source });
    this.#full = new BulkInsert(db, 'sales_order', [...ALWAYS, ...SOMETIMES], { source });
  }

  get count(): number {
    return this.#ids.length;
  }

  /** @param id its row's, also of one that is to be written */
  add(order: NewOrder, id: number, isKnown: boolean): void {
    if (isKnown) this.#known.set(this.#ids.length, order);
    if (order.further) this.#further.add(this.#ids.length);
    this.#waiting.push(order);
    this.#ids.push(id);
    this.#lineCounts.push(0);
    this.#net.push(0);
    this.#digests.push(0);
    this.#identities.push(order.identity);
  }

  id(order: number): number {
    return this.#ids[order]!;
  }

  /** The known orders that the file names again, by its numbers for them. */
  get known(): ReadonlyMap<number, NewOrder> {
    return this.#known;
  }

  /** One more line of an order. */
  put(order: number, amount: number, digest: number): void {
    this.#lineCounts[order] = this.#lineCounts[order]! + 1;
    this.#net[order] = this.#net[order]! + amount;
    this.#digests[order] = addDigest(this.#digests[order]!, digest);
    if (order < this.#written) this.#changed.add(order);
  }

  /** The customer of an order that began without one. */
  name(order: number, identity: number): void {
    this.#identities[order] = identity;
    const known = this.#known.get(order);
    if (known) this.#known.set(order, { ...known, identity });
    if (order < this.#written) this.#changed.add(order);
  }

  /** What the file adds to a known order. */
  added(order: number): { readonly lines: number; readonly net: number; readonly digest: number } {
    return { lines: this.#lineCounts[order]!, net: this.#net[order]!, digest: this.#digests[order]! };
  }

  /** Sums over the new orders: `further` ones, refunds that a source keeps with the sale, are no orders of their own. */
  totals(): { readonly orders: number; readonly refunds: number; readonly anonymous: number } {
    let orders = 0;
    let refunds = 0;
    let anonymous = 0;
    for (let order = 0; order < this.#ids.length; order++) {
      if (this.#lineCounts[order] === 0 || this.#known.has(order)) continue;
      if (this.#net[order]! < 0) refunds++;
      if (this.#further.has(order)) continue;
      orders++;
      if (this.#identities[order]! < 0) anonymous++;
    }
    return { orders, refunds, anonymous };
  }

  /** Writes the new ones among the orders below `end`. @param identityIds row ids by the file's number of an identity */
  write(end: number, identityIds: readonly number[]): void {
    const orders = this.#waiting.splice(0, end - this.#written);
    orders.forEach((order, index) => {
      const o = this.#written + index;
      if (!this.#known.has(o)) this.#insert(o, order, identityIds);
    });
    this.#written = end;
  }

  /** Forgets what waits, when nothing is to be written. */
  skip(end: number): void {
    this.#waiting.splice(0, end - this.#written);
    this.#written = end;
  }

  /** Writes the rest, and updates those that got more lines or a customer after they were written. */
  finish(identityIds: readonly number[]): void {
    this.write(this.#ids.length, identityIds);
    this.#plain.flush();
    this.#full.flush();
    const mend = this.#db.prepare(
      'UPDATE sales_order SET line_count = ?, net_minor = ?, digest = ?, identity_id = ? WHERE id = ?',
    );
    for (const o of this.#changed)
      if (!this.#known.has(o)) {
        const { lines, net, digest } = this.added(o);
        mend.run(lines, net, digest, this.#identityId(o, identityIds), this.#ids[o]!);
      }
  }

  #insert(o: number, order: NewOrder, identityIds: readonly number[]): void {
    const { key, number, day, second, refersTo, pending } = order;
    const { lines, net, digest } = this.added(o);
    const identity = this.#identityId(o, identityIds);
    const id = this.#ids[o]!;
    if (second === null && refersTo === null && !pending)
      this.#plain.add(id, key, number, identity, day, lines, net, digest);
    else
      this.#full.add(id, key, number, identity, day, lines, net, digest, second, refersTo, pending ? 1 : 0);
  }

  #identityId(order: number, identityIds: readonly number[]): number | null {
    const identity = this.#identities[order]!;
    return identity < 0 ? null : identityIds[identity]!;
  }
}
