import type { IssueCode } from '../../../shared/model/importing.ts';
import type { Field } from '../../../shared/model/sale-field.ts';
import type { ReadPlan } from '../plan/read-plan.ts';
import { atScale, type Decimal, productAtScale, readDecimal } from '../values/decimal.ts';
import { isNothing } from '../values/nothing.ts';
import { isReturn } from '../values/words.ts';
import { type Cells, cellAt, type SourceRecord } from './cells.ts';
import type { Conversion } from './currencies.ts';
import type { IssueLog } from './issue-log.ts';
import { NO_VALUE } from './line-chunk.ts';

const MICRO = 6;
const NEEDS_BOTH = ['line.quantity', 'line.amount'] as const;

/** Reads the numbers of a record. What it has read is in its fields until the next record. */
export class AmountReader {
  /** millionths; {@link NO_VALUE} without one */
  quantityMicro = NO_VALUE;
  priceMicro = NO_VALUE;
  /** net revenue of the line, minor units like all that follow */
  amount = 0;
  /** what the file's own column of amounts says, before anything is taken off */
  written = 0;
  discount = 0;
  tax = 0;
  shipping = 0;
  readonly #plan: ReadPlan;
  readonly #at: {
    readonly quantity: number;
    readonly unitPrice: number;
    readonly amount: number;
    readonly discount: number;
    readonly tax: number;
    readonly shipping: number;
    readonly type: number;
  };
  readonly #issues: IssueLog;
  /** decimals of the currency of the record at hand */
  #digits: number;
  readonly #quantity: Decimal = { mantissa: 1, scale: 0 };
  readonly #price: Decimal = { mantissa: 0, scale: 0 };
  readonly #other: Decimal = { mantissa: 0, scale: 0 };

  constructor(plan: ReadPlan, cells: Cells, issues: IssueLog) {
    this.#plan = plan;
    this.#digits = plan.digits;
    this.#at = {
      quantity: cells.column('line.quantity'),
      unitPrice: cells.column('line.unitPrice'),
      amount: cells.column('line.amount'),
      discount: cells.column('line.discount'),
      tax: cells.column('line.tax'),
      shipping: cells.column('line.shipping'),
      type: cells.column('order.type'),
    };
    this.#issues = issues;
  }

  /**
   * @param conversion for a line in another currency: its amounts are rounded to that one's minor unit, then converted
   * @returns false when a number the line needs cannot be read; the issue is noted, the record not yet counted
   */
  read(record: SourceRecord, row: number, conversion: Conversion | null = null): boolean {
    const { amountBeforeDiscount, amountIncludesTax } = this.#plan;
    this.#digits = conversion?.digits ?? this.#plan.digits;
    this.quantityMicro = this.priceMicro = NO_VALUE;
    const at = this.#at;
    const hasQuantity = this.#number(record, row, 'line.quantity', at.quantity, this.#quantity);
    const hasPrice = this.#number(record, row, 'line.unitPrice', at.unitPrice, this.#price);
    if (hasQuantity === null || hasPrice === null) return false;
    if (hasQuantity) this.quantityMicro = atScale(this.#quantity.mantissa, this.#quantity.scale, MICRO);
    else this.#quantity.mantissa = 1;
    if (!hasQuantity) this.#quantity.scale = 0;
    if (hasPrice) this.priceMicro = atScale(this.#price.mantissa, this.#price.scale, MICRO);
    const { discountIsFraction } = this.#plan;
    const discount = discountIsFraction ? 0 : this.#minor(record, row, 'line.discount', at.discount);
    const tax = this.#minor(record, row, 'line.tax', at.tax);
    const shipping = this.#minor(record, row, 'line.shipping', at.shipping);
    const given = this.#number(record, row, 'line.amount', at.amount, this.#other);
    if (discount === null || tax === null || shipping === null || given === null) return false;
    if (!given && !hasPrice) return this.#failWithout(record, row);
    if (
      !given &&
      !hasQuantity &&
      this.#plan.preset === null &&
      NEEDS_BOTH.every((field) => this.#plan.columns[field] !== undefined)
    ) {
      const message = 'There is no amount, and the quantity to multiply the price by is missing.';
      this.#issues.note(
        { row, field: 'line.quantity', code: 'quantity-unreadable', value: '', message },
        true,
      );
      return false;
    }
    this.discount = Math.abs(discount);
    this.tax = tax;
    this.shipping = shipping;
    // an amount given by the source wins over quantity × price
    const told = (digits: number): number =>
      given
        ? atScale(this.#other.mantissa, this.#other.scale, digits)
        : productAtScale(this.#quantity, this.#price, digits);
    let amount = told(this.#digits);
    this.written = conversion ? told(this.#plan.digits) : amount;
    if (discountIsFraction) this.discount = this.#partOf(record, amount, !given || amountBeforeDiscount);
    if (!given || amountBeforeDiscount) amount -= amount < 0 ? -this.discount : this.discount;
    if (amountIncludesTax) amount -= amount < 0 && tax > 0 ? -tax : tax;
    amount += shipping;
    if (amount > 0 && isReturn(cellAt(record, at.type))) amount = -amount;
    const lost =
      Number.isNaN(this.quantityMicro) === hasQuantity || Number.isNaN(this.priceMicro) === hasPrice;
    if (!Number.isSafeInteger(amount) || lost) {
      const value = cellAt(record, at.amount);
      return this.#fail(row, 'value-out-of-range', value, 'The number is too large to be an amount.');
    }
    this.amount = amount === 0 ? 0 : amount;
    return conversion === null || this.#convert(record, row, conversion);
  }

  /** What a discount given as a part of the price comes to. @param before whether the amount is still without it */
  #partOf(record: SourceRecord, amount: number, before: boolean): number {
    const cell = record[this.#at.discount] ?? '';
    if (!readDecimal(cell, this.#plan.decimal, this.#other)) return 0;
    const part = this.#other.mantissa / 10 ** this.#other.scale;
    if (!(part > 0 && part < 1)) return before && part === 1 ? Math.abs(amount) : 0;
    return Math.round(Math.abs(amount) * (before ? part : part / (1 - part)));
  }

  #failWithout(record: SourceRecord, row: number): false {
    const value = cellAt(record, this.#at.amount) || cellAt(record, this.#at.unitPrice);
    const message = value === '' ? 'There is no amount and no price.' : `"${value}" is not a number.`;
    return this.#fail(row, 'amount-unreadable', value, message);
  }

  /** What was read becomes money of the portfolio's own currency, each amount rounded half away from zero. */
  #convert(record: SourceRecord, row: number, { digits, rate }: Conversion): boolean {
    const home = (amount: number): number =>
      productAtScale({ mantissa: amount, scale: digits }, rate, this.#plan.digits);
    this.amount = home(this.amount);
    this.discount = home(this.discount);
    this.tax = home(this.tax);
    this.shipping = home(this.shipping);
    if (!Number.isNaN(this.priceMicro)) this.priceMicro = productAtScale(this.#price, rate, MICRO);
    if ([this.amount, this.discount, this.tax, this.shipping].every(Number.isSafeInteger)) return true;
    const value = cellAt(record, this.#at.amount);
    return this.#fail(row, 'value-out-of-range', value, 'The number is too large to be an amount.');
  }

  /** The amount of a row that is no sale, such as the file's own total; null where it has none. */
  total(record: SourceRecord): number | null {
    const column = this.#at.amount;
    if (column < 0) return null;
    return (
      this.minorOf(record[column] ?? '') ?? this.minorOf(record.findLast((cell) => cell.trim() !== '') ?? '')
    );
  }

  /** minor units; null for what is no number */
  minorOf(cell: string): number | null {
    const digits = this.#plan.digits;
    if (!readDecimal(cell, this.#plan.decimal, this.#other)) return null;
    const amount = atScale(this.#other.mantissa, this.#other.scale, digits);
    return Number.isSafeInteger(amount) ? amount : null;
  }

  #fail(row: number, code: IssueCode, value: string, message: string): false {
    this.#issues.note({ row, field: 'line.amount', code, value, message }, true);
    return false;
  }

  /** 0 without a value, null when there is one that cannot be read */
  #minor(record: SourceRecord, row: number, field: Field, column: number): number | null {
    const has = this.#number(record, row, field, column, this.#other);
    if (has === null) return null;
    if (!has) return 0;
    const amount = atScale(this.#other.mantissa, this.#other.scale, this.#digits);
    return Number.isSafeInteger(amount) ? amount : 0;
  }

  /** true: read into `out`; false: no such column or an empty cell; null: unreadable, and said so */
  #number(record: SourceRecord, row: number, field: Field, column: number, out: Decimal): boolean | null {
    if (column < 0) return false;
    const cell = record[column] ?? '';
    if (cell === '') return false;
    if (readDecimal(cell, this.#plan.decimal, out)) return true;
    const value = cell.trim();
    if (isNothing(value)) return false;
    const code = field === 'line.quantity' ? 'quantity-unreadable' : 'amount-unreadable';
    this.#issues.note({ row, field, code, value, message: `"${value}" is not a number.` }, true);
    return null;
  }
}
