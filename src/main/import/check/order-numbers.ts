import { dayFromNumber } from '../../../shared/model/day.ts';
import { digestOf, MISSING_NUMBER } from '../../database/line-digest.ts';
import type { AmountReader } from './amount-reader.ts';

/** What is known of an order when a line of it is met. */
export type OrderMet = {
  readonly order: number;
  readonly isNew: boolean;
  readonly key: string;
  readonly iso: string;
};

/**
 * The orders of a file, each with a number in the order they first appear.
 * Many tills begin their receipts anew each day, so an order is its number and its day. Without numbers, each customer
 * has one order a day, and an anonymous row is an order of its own, known by its content and count (DEFINITIONS 7, 17).
 */
export class OrderNumbers {
  readonly #orders = new Map<string, number>();
  readonly #isoDays = new Map<number, string>();
  readonly #occurrences = new Map<string, number>();
  #lastNumber = '';
  #lastDay = Number.NaN;
  #last: OrderMet = { order: -1, isNew: false, key: '', iso: '' };
  readonly #unique: boolean;

  /** @param unique the source never gives a number twice, so that an order is its number alone */
  constructor(unique: boolean) {
    this.#unique = unique;
  }

  /** @param identityKey natural key of the customer, null for an anonymous row and where there is a number */
  meet(
    number: string,
    day: number,
    identityKey: string | null,
    productHash: number,
    amounts: AmountReader,
    second: number | null,
  ): OrderMet {
    if (number !== '' && number === this.#lastNumber && (this.#unique || day === this.#lastDay))
      return this.#last;
    const iso = this.#isoOf(day);
    const key =
      number !== ''
        ? [number, iso].join('|') // in one piece: a template would keep its parts beside the whole
        : this.#withoutNumber(identityKey, iso, productHash, amounts, second);
    let order = this.#orders.get(key);
    const isNew = order === undefined;
    if (order === undefined) {
      order = this.#orders.size;
      this.#orders.set(key, order);
    }
    this.#lastNumber = number;
    this.#lastDay = day;
    this.#last = { order, isNew: false, key, iso };
    return isNew ? { order, isNew, key, iso } : this.#last;
  }

  #withoutNumber(
    identityKey: string | null,
    iso: string,
    product: number,
    amounts: AmountReader,
    second: number | null,
  ): string {
    if (identityKey !== null) return `~${identityKey}|${iso}`;
    const { quantityMicro, priceMicro, amount, discount, tax } = amounts;
    const known = (n: number): number => (Number.isNaN(n) ? MISSING_NUMBER : n);
    const content = digestOf(
      product,
      known(quantityMicro),
      known(priceMicro),
      amount,
      discount,
      tax,
      second ?? -1,
    );
    const key = `~${content.toString(36)}|${iso}`;
    const count = (this.#occurrences.get(key) ?? 0) + 1;
    this.#occurrences.set(key, count);
    return `${key}#${count}`;
  }

  #isoOf(day: number): string {
    let iso = this.#isoDays.get(day);
    if (iso === undefined) {
      iso = dayFromNumber(day);
      this.#isoDays.set(day, iso);
    }
    return iso;
  }
}
