import type { Issue, IssueCode } from '../../../shared/model/importing.ts';
import { type IdentityNames, packNames } from './identity-columns.ts';
import type { IdentityName } from './names.ts';

/** In the number columns of a chunk: the file has no such value. */
export const NO_VALUE = Number.NaN;

/** An order as the file first names it; its number in the chunk's `order` column is its place among all of them. */
export type NewOrder = {
  readonly key: string;
  readonly number: string;
  readonly identity: number;
  readonly day: string;
  readonly second: number | null;
  readonly refersTo: string | null;
  readonly pending: boolean;
  /** it comes from a further line of a record: a refund that the source keeps with the sale */
  readonly further: boolean;
};

const APART = '\u0000';

/**
 * New orders for the way between threads: a hundred thousand small objects cost more to copy than all their lines.
 * Texts are joined by a character no cell keeps.
 */
export type OrderColumns = {
  readonly texts: string;
  readonly identity: Int32Array;
  readonly second: Int32Array;
  /** bit 0 pending, bit 1 further */
  readonly flags: Uint8Array;
};

const packOrders = (orders: readonly NewOrder[]): OrderColumns => ({
  texts: orders.flatMap(({ key, number, day, refersTo }) => [key, number, day, refersTo ?? '']).join(APART),
  identity: Int32Array.from(orders, ({ identity }) => identity),
  second: Int32Array.from(orders, ({ second }) => second ?? -1),
  flags: Uint8Array.from(orders, ({ pending, further }) => (pending ? 1 : 0) | (further ? 2 : 0)),
});

export const unpackOrders = ({ texts, identity, second, flags }: OrderColumns): NewOrder[] => {
  const parts = texts.split(APART);
  return Array.from(identity, (each, i) => ({
    key: parts[4 * i]!,
    number: parts[4 * i + 1]!,
    identity: each,
    day: parts[4 * i + 2]!,
    second: second[i]! < 0 ? null : second[i]!,
    refersTo: parts[4 * i + 3]! || null,
    pending: (flags[i]! & 1) !== 0,
    further: (flags[i]! & 2) !== 0,
  }));
};

/**
 * Checked lines as columns of numbers, cheap to hand from the parser thread to the inserting one. `order` and
 * `product` are places in the file's own lists, −1 for none; quantity and price are millionths, money minor units.
 */
export type LineChunk = {
  readonly count: number;
  readonly order: Int32Array;
  readonly product: Int32Array;
  readonly quantity: Float64Array;
  readonly price: Float64Array;
  readonly amount: Float64Array;
  readonly discount: Float64Array;
  readonly tax: Float64Array;
  readonly shipping: Float64Array;
  readonly row: Int32Array;
  /** 1 for a further line of a record that has one already: records are counted once */
  readonly further: Uint8Array;
  readonly orders: OrderColumns;
  /** natural keys of products that appear for the first time, in the order of their numbers */
  readonly products: readonly { readonly kind: string; readonly value: string }[];
  /** natural keys of customers' identities that appear for the first time, in the order of their numbers */
  readonly identities: IdentityNames;
  readonly issues: readonly Issue[];
  readonly issueCounts: Partial<Record<IssueCode, number>>;
  /** lines in other currencies by the currency and, after a space, the rate they were converted at; none: left out */
  readonly foreign: Readonly<Record<string, number>>;
  readonly read: number;
  readonly leftOut: number;
  readonly leftOutMinor: number;
  readonly bytesRead: number;
};

const ROOM = 4096;

/** A chunk while it grows. Its columns are kept and filled anew for the next one. */
export class LineBuffer {
  order = new Int32Array(ROOM);
  product = new Int32Array(ROOM);
  quantity = new Float64Array(ROOM);
  price = new Float64Array(ROOM);
  amount = new Float64Array(ROOM);
  discount = new Float64Array(ROOM);
  tax = new Float64Array(ROOM);
  shipping = new Float64Array(ROOM);
  row = new Int32Array(ROOM);
  further = new Uint8Array(ROOM);
  orders: NewOrder[] = [];
  products: { kind: string; value: string }[] = [];
  identities: IdentityName[] = [];
  issues: Issue[] = [];
  issueCounts: Partial<Record<IssueCode, number>> = {};
  foreign: Record<string, number> = {};
  read = 0;
  leftOut = 0;
  leftOutMinor = 0;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Room for one more line; returns its place. */
  next(): number {
    if (this.#count === this.order.length) this.#grow();
    return this.#count++;
  }

  /** What has been gathered, in memory of its own; the buffer is empty again. */
  take(bytesRead: number): LineChunk {
    const count = this.#count;
    const chunk: LineChunk = {
      count,
      order: this.order.slice(0, count),
      product: this.product.slice(0, count),
      quantity: this.quantity.slice(0, count),
      price: this.price.slice(0, count),
      amount: this.amount.slice(0, count),
      discount: this.discount.slice(0, count),
      tax: this.tax.slice(0, count),
      shipping: this.shipping.slice(0, count),
      row: this.row.slice(0, count),
      further: this.further.slice(0, count),
      orders: packOrders(this.orders),
      products: this.products,
      identities: packNames(this.identities),
      issues: this.issues,
      issueCounts: this.issueCounts,
      foreign: this.foreign,
      read: this.read,
      leftOut: this.leftOut,
      leftOutMinor: this.leftOutMinor,
      bytesRead,
    };
    this.orders = [];
    this.products = [];
    this.identities = [];
    this.issues = [];
    this.issueCounts = {};
    this.foreign = {};
    this.#count = this.read = this.leftOut = this.leftOutMinor = 0;
    return chunk;
  }

  #grow(): void {
    const size = this.order.length * 2;
    this.order = grown(this.order, new Int32Array(size));
    this.product = grown(this.product, new Int32Array(size));
    this.row = grown(this.row, new Int32Array(size));
    this.further = grown(this.further, new Uint8Array(size));
    this.quantity = grown(this.quantity, new Float64Array(size));
    this.price = grown(this.price, new Float64Array(size));
    this.amount = grown(this.amount, new Float64Array(size));
    this.discount = grown(this.discount, new Float64Array(size));
    this.tax = grown(this.tax, new Float64Array(size));
    this.shipping = grown(this.shipping, new Float64Array(size));
  }
}

const grown = <T extends Int32Array | Uint8Array | Float64Array>(old: T, room: T): T => {
  room.set(old);
  return room;
};

/** The buffers of a chunk, to be moved between threads instead of copied. */
export const transferList = (chunk: LineChunk): ArrayBuffer[] =>
  [
    chunk.order,
    chunk.product,
    chunk.quantity,
    chunk.price,
    chunk.amount,
    chunk.discount,
    chunk.tax,
    chunk.shipping,
    chunk.row,
    chunk.further,
  ].map((column) => column.buffer as ArrayBuffer);
