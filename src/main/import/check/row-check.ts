import { type CountryCode, parsePhoneNumberFromString as parsePhone } from 'libphonenumber-js/min';
import { dayFromNumber } from '../../../shared/model/day.ts';
import type { Field, Issue, IssueCode } from '../../../shared/model/importing.ts';
import { digestOf, MISSING_NUMBER } from '../../database/line-digest.ts';
import type { ReadPlan } from '../plan.ts';
import type { RecordBatch } from '../read/records.ts';
import { dateParts, dayOf, type Moment, readTime } from './date.ts';
import { atScale, type Decimal, productAtScale, readDecimal } from './decimal.ts';
import { LineBuffer, type LineChunk, NO_VALUE } from './line-chunk.ts';
import { type IdentityFacts, Names, type ProductFacts } from './names.ts';
import { isAnonymous, isCancelled, isPending, isReturn, totalRowKind } from './words.ts';
import { ZoneClock } from './zone-clock.ts';

/** The first of each kind are kept to be shown; all are counted. */
const KEPT_PER_CODE = 5000;
const MICRO = 6;

/** What is known about customers and products only when the whole file has been read. */
export type FileTail = {
  readonly identities: readonly IdentityFacts[];
  readonly products: readonly ProductFacts[];
  /** orders whose first line was anonymous and a later one was not: [order, identity] */
  readonly named: readonly (readonly [number, number])[];
};

/**
 * Turns records into checked lines: typed values, each order, product and customer as a number into a list that
 * grows as new ones appear. A cell that cannot be read is an issue and its record is left out; never a guess, never 0.
 */
export class RowCheck {
  readonly #plan: ReadPlan;
  readonly #at: (field: Field) => number;
  readonly #orders = new Map<string, number>();
  readonly #orderIdentity: number[] = [];
  readonly #named: [number, number][] = [];
  readonly #names: Names;
  readonly #days = new Map<string, number | null>();
  readonly #isoDays = new Map<number, string>();
  readonly #occurrences = new Map<string, number>();
  readonly #issueCounts = new Map<IssueCode, number>();
  readonly #clock: ZoneClock;
  readonly #quantity: Decimal = { mantissa: 1, scale: 0 };
  readonly #price: Decimal = { mantissa: 0, scale: 0 };
  readonly #other: Decimal = { mantissa: 0, scale: 0 };
  readonly #moment: Moment = { day: 0, second: null, offsetMinutes: null };
  #chunk = new LineBuffer();
  #lastNumber = '';
  #lastDay = Number.NaN;
  #lastOrder = -1;

  constructor(plan: ReadPlan) {
    this.#plan = plan;
    this.#at = (field) => plan.columns[field] ?? -1;
    this.#names = new Names(plan.sourceKey, (text) => phoneOf(text, plan.region));
    this.#clock = new ZoneClock(plan.timezone);
    this.#customerColumns = COLUMN_FIELDS.filter((field) => field.startsWith('customer.'))
      .map((field) => this.#at(field))
      .filter((column) => column >= 0);
    this.#columns = Object.fromEntries(COLUMN_FIELDS.map((field) => [field, this.#at(field)])) as Record<
      Field,
      number
    >;
  }

  readonly #columns: Record<Field, number>;

  /** Checks a piece of the file; what it returns is complete and may be handed to another thread. */
  check(batch: RecordBatch): LineChunk {
    this.#chunk = new LineBuffer();
    for (const row of batch.unterminated) {
      if (row > this.#plan.headerRow)
        this.#issue(
          row,
          null,
          'quote-unterminated',
          '',
          'A quotation mark opens here and never closes; the line was read without it.',
          false,
        );
    }
    const records = batch.records;
    for (let i = 0; i < records.length; i++) {
      const row = batch.firstRow + i;
      if (row > this.#plan.headerRow) this.#record(records[i]!, row);
    }
    return this.#chunk.take(batch.bytesRead);
  }

  tail(): FileTail {
    return { identities: this.#names.identities(), products: this.#names.products(), named: this.#named };
  }

  #record(record: readonly string[], row: number): void {
    if (isBlank(record)) return;
    this.#chunk.read++;
    if (record.length !== this.#plan.width && !this.#lengthFits(record, row)) return;
    const dateCell = this.#cell(record, 'order.date');
    // "Total" may stand in the date's own column
    if (!startsWithDigit(dateCell) && this.#isTotal(record, row)) return;
    const day = this.#day(record, row, dateCell);
    const amount = this.#amount(record, row);
    if (day === null || amount === null) {
      if (amount !== null) this.#chunk.leftOutMinor += amount;
      this.#chunk.leftOut++;
      return;
    }
    if (this.#leftOutByStatus(record, row, amount)) return;
    this.#line(record, row, day, amount);
  }

  #line(record: readonly string[], row: number, day: number, amount: number): void {
    const identity = this.#identity(record);
    const product = this.#names.product(
      this.#cell(record, 'product.code'),
      this.#cell(record, 'product.name'),
      this.#cell(record, 'product.category'),
      (key) => this.#chunk.products.push(key),
    );
    const chunk = this.#chunk;
    const at = chunk.next();
    chunk.product[at] = product;
    chunk.quantity[at] = this.#quantityMicro;
    chunk.price[at] = this.#priceMicro;
    chunk.amount[at] = amount;
    chunk.discount[at] = this.#discountMinor;
    chunk.tax[at] = this.#taxMinor;
    chunk.shipping[at] = this.#shippingMinor;
    chunk.row[at] = row;
    chunk.order[at] = this.#order(record, identity, day, product);
  }

  #quantityMicro = NO_VALUE;
  #priceMicro = NO_VALUE;
  #discountMinor = 0;
  #taxMinor = 0;
  #shippingMinor = 0;

  #order(record: readonly string[], identity: number, day: number, product: number): number {
    const number = this.#cell(record, 'order.id');
    if (number !== '' && number === this.#lastNumber && day === this.#lastDay)
      return this.#sameOrder(this.#lastOrder, identity);
    const iso = this.#isoOf(day);
    const key = number !== '' ? `${number}|${iso}` : this.#keyWithoutNumber(identity, iso, product);
    let order = this.#orders.get(key);
    if (order === undefined) {
      order = this.#orders.size;
      this.#orders.set(key, order);
      this.#orderIdentity.push(identity);
      this.#chunk.orders.push({
        key,
        number: number !== '' ? number : iso,
        identity,
        day: iso,
        second: this.#moment.second,
        refersTo: this.#cell(record, 'order.refersTo') || null,
        pending: isPending(this.#cell(record, 'order.status')),
      });
    } else {
      this.#sameOrder(order, identity);
    }
    this.#lastNumber = number;
    this.#lastDay = day;
    this.#lastOrder = order;
    return order;
  }

  #isoOf(day: number): string {
    let iso = this.#isoDays.get(day);
    if (iso === undefined) {
      iso = dayFromNumber(day);
      this.#isoDays.set(day, iso);
    }
    return iso;
  }

  #sameOrder(order: number, identity: number): number {
    if (identity >= 0 && this.#orderIdentity[order] === -1) {
      this.#orderIdentity[order] = identity;
      this.#named.push([order, identity]);
    }
    return order;
  }

  /** One order for each customer and day; an anonymous row is an order of its own, known by its content and count. */
  #keyWithoutNumber(identity: number, iso: string, product: number): string {
    if (identity >= 0) return `~${this.#names.identityKey(identity)}|${iso}`;
    const content = digestOf(
      this.#names.productHash(product),
      Number.isNaN(this.#quantityMicro) ? MISSING_NUMBER : this.#quantityMicro,
      Number.isNaN(this.#priceMicro) ? MISSING_NUMBER : this.#priceMicro,
      this.#lastAmount,
      this.#discountMinor,
      this.#taxMinor,
      this.#moment.second ?? -1,
    );
    const key = `~${content.toString(36)}|${iso}`;
    const count = (this.#occurrences.get(key) ?? 0) + 1;
    this.#occurrences.set(key, count);
    return `${key}#${count}`;
  }

  #lastAmount = 0;

  #identity(record: readonly string[]): number {
    const c = this.#columns;
    const id = c['customer.id'] < 0 ? '' : (record[c['customer.id']] ?? '').trim();
    const hasOthers =
      c['customer.name'] >= 0 ||
      c['customer.email'] >= 0 ||
      c['customer.phone'] >= 0 ||
      c['customer.lastName'] >= 0;
    if (!hasOthers)
      return id === '' || isAnonymous(id) ? -1 : this.#names.identity('id', id, this.#place(record));
    if (this.#sameCustomer(record)) return this.#lastIdentity;
    this.#lastIdentity = this.#namedIdentity(record, id);
    return this.#lastIdentity;
  }

  /** Whether every cell about the customer is that of the row before: the lines of an order repeat it. */
  #sameCustomer(record: readonly string[]): boolean {
    let same = true;
    for (let i = 0; i < this.#customerColumns.length; i++) {
      const cell = record[this.#customerColumns[i]!] ?? '';
      if (cell === this.#customerCells[i]) continue;
      this.#customerCells[i] = cell;
      same = false;
    }
    return same;
  }

  #lastIdentity = -1;
  readonly #customerColumns: readonly number[];
  readonly #customerCells: string[] = [];

  #namedIdentity(record: readonly string[], id: string): number {
    const first = this.#cell(record, 'customer.firstName');
    const last = this.#cell(record, 'customer.lastName');
    const name = this.#cell(record, 'customer.name') || `${first} ${last}`.trim();
    if (isAnonymous(id) || isAnonymous(name)) return -1;
    const email = this.#cell(record, 'customer.email').toLowerCase();
    const phone = this.#cell(record, 'customer.phone');
    return this.#names.identityOf(id, name, email.includes('@') ? email : '', phone, this.#place(record));
  }

  #place(record: readonly string[]): {
    company: string;
    street: string;
    city: string;
    postcode: string;
    country: string;
  } {
    return {
      company: this.#cell(record, 'customer.company'),
      street: this.#cell(record, 'customer.street'),
      city: this.#cell(record, 'customer.city'),
      postcode: this.#cell(record, 'customer.postcode'),
      country: this.#cell(record, 'customer.country'),
    };
  }

  #day(record: readonly string[], row: number, cell: string): number | null {
    const cut = dateEnd(cell);
    const dateText = cut < 0 ? cell : cell.slice(0, cut);
    let day = this.#days.get(dateText);
    if (day === undefined) {
      const parts = dateParts(dateText);
      day = parts ? dayOf(parts, this.#plan.dateOrder) : null;
      this.#days.set(dateText, day);
    }
    let rest = cut < 0 ? '' : cell.slice(cut + 1);
    if (day === null) {
      const whole = dateParts(cell);
      day = whole ? dayOf(whole, this.#plan.dateOrder) : null;
      rest = whole?.rest ?? '';
    }
    const timeCell = this.#cell(record, 'order.time');
    if (day === null || !readTime(timeCell || rest.trim(), this.#moment)) {
      const shown = timeCell && day !== null ? `${cell} ${timeCell}` : cell;
      this.#issue(
        row,
        'order.date',
        'date-unreadable',
        shown,
        cell === '' ? 'There is no date.' : `"${shown}" is no date of the calendar as this file writes them.`,
        true,
      );
      return null;
    }
    if (this.#moment.offsetMinutes === null || this.#moment.second === null) return day;
    return this.#clock.toLocal(day, this.#moment.second, this.#moment.offsetMinutes, this.#moment);
  }

  /** Net revenue of the line in minor units, or null when a cell it needs cannot be read. */
  #amount(record: readonly string[], row: number): number | null {
    const { digits } = this.#plan;
    this.#quantityMicro = this.#priceMicro = NO_VALUE;
    this.#discountMinor = this.#taxMinor = this.#shippingMinor = 0;
    const hasQuantity = this.#number(record, row, 'line.quantity', this.#quantity, 'quantity-unreadable');
    const hasPrice = this.#number(record, row, 'line.unitPrice', this.#price, 'amount-unreadable');
    if (hasQuantity === null || hasPrice === null) return null;
    if (hasQuantity) this.#quantityMicro = atScale(this.#quantity.mantissa, this.#quantity.scale, MICRO);
    else this.#quantity.mantissa = 1;
    if (!hasQuantity) this.#quantity.scale = 0;
    if (hasPrice) this.#priceMicro = atScale(this.#price.mantissa, this.#price.scale, MICRO);
    const list = hasPrice ? productAtScale(this.#quantity, this.#price, digits) : Number.NaN;
    const discount = this.#minor(record, row, 'line.discount');
    const tax = this.#minor(record, row, 'line.tax');
    const shipping = this.#minor(record, row, 'line.shipping');
    const given = this.#number(record, row, 'line.amount', this.#other, 'amount-unreadable');
    if (discount === null || tax === null || shipping === null || given === null) return null;
    if (!given && !hasPrice) {
      this.#issue(row, 'line.amount', 'amount-unreadable', '', 'There is no amount and no price.', true);
      return null;
    }
    this.#discountMinor = Math.abs(discount);
    this.#taxMinor = tax;
    this.#shippingMinor = shipping;
    let amount = given ? atScale(this.#other.mantissa, this.#other.scale, digits) : list;
    const sign = amount < 0 ? -1 : 1;
    if (given ? this.#plan.amountBeforeDiscount : true) amount -= sign * this.#discountMinor;
    if (given && this.#plan.amountIncludesTax) amount -= amount < 0 && tax > 0 ? -tax : tax;
    amount += shipping;
    if (amount > 0 && isReturn(this.#cell(record, 'order.type'))) amount = -amount;
    if (
      !Number.isSafeInteger(amount) ||
      Number.isNaN(this.#quantityMicro) !== !hasQuantity ||
      Number.isNaN(this.#priceMicro) !== !hasPrice
    ) {
      this.#issue(
        row,
        'line.amount',
        'value-out-of-range',
        String(record[this.#columns['line.amount']] ?? ''),
        'The number is too large to be an amount.',
        true,
      );
      return null;
    }
    this.#lastAmount = amount === 0 ? 0 : amount;
    return this.#lastAmount;
  }

  #minor(record: readonly string[], row: number, field: Field): number | null {
    const has = this.#number(record, row, field, this.#other, 'amount-unreadable');
    if (has === null) return null;
    if (!has) return 0;
    const amount = atScale(this.#other.mantissa, this.#other.scale, this.#plan.digits);
    return Number.isSafeInteger(amount) ? amount : 0;
  }

  /** true: read into `out`; false: no such column or an empty cell; null: unreadable, and said so. */
  #number(
    record: readonly string[],
    row: number,
    field: Field,
    out: Decimal,
    code: IssueCode,
  ): boolean | null {
    const column = this.#columns[field];
    if (column < 0) return false;
    const cell = record[column] ?? '';
    if (cell === '') return false;
    if (readDecimal(cell, this.#plan.decimal, out)) return true;
    const text = cell.trim();
    if (text === '' || text === '-' || text === '--') return false;
    this.#issue(row, field, code, text, `"${text}" is not a number.`, true);
    return null;
  }

  #leftOutByStatus(record: readonly string[], row: number, amount: number): boolean {
    const status = this.#cell(record, 'order.status');
    const currency = this.#cell(record, 'order.currency').toUpperCase();
    if (status !== '' && isCancelled(status)) {
      this.#leave(
        row,
        'order.status',
        'status-left-out',
        status,
        `The sale is marked "${status}" and does not count.`,
        amount,
      );
      return true;
    }
    if (currency !== '' && currency !== this.#plan.currency) {
      this.#leave(
        row,
        'order.currency',
        'currency-without-rate',
        currency,
        `The sale is in ${currency}; there is no rate to ${this.#plan.currency} for it.`,
        0,
      );
      return true;
    }
    return false;
  }

  #leave(
    row: number,
    field: Field | null,
    code: IssueCode,
    value: string,
    message: string,
    amount: number,
  ): void {
    this.#issue(row, field, code, value, message, true);
    this.#chunk.leftOut++;
    this.#chunk.leftOutMinor += amount;
  }

  #isTotal(record: readonly string[], row: number): boolean {
    const kind = totalRowKind(record);
    if (!kind) return false;
    const text = record.find((cell) => cell.trim() !== '') ?? '';
    this.#issue(
      row,
      null,
      kind,
      text,
      kind === 'footer-row' ? "The file's own total, not a sale." : 'A subtotal, not a sale.',
      true,
    );
    this.#chunk.leftOut++;
    return true;
  }

  /** Cells beyond the header must be empty, and none may be missing, or values stand under the wrong heading. */
  #lengthFits(record: readonly string[], row: number): boolean {
    const { width } = this.#plan;
    if (
      record.length > width ? record.slice(width).every((cell) => cell.trim() === '') : this.#plan.endsEarly
    )
      return true;
    if (this.#cell(record, 'order.date') === '' && this.#isTotal(record, row)) return false;
    if (totalRowKind(record) && this.#isTotal(record, row)) return false;
    this.#leave(
      row,
      null,
      'record-ragged',
      record.join(this.#plan.dialect.delimiter).slice(0, 200),
      `The row has ${record.length} cells where the header has ${width}.`,
      0,
    );
    return false;
  }

  #cell(record: readonly string[], field: Field): string {
    const column = this.#columns[field];
    return column < 0 ? '' : (record[column] ?? '').trim();
  }

  #issue(
    row: number,
    field: Field | null,
    code: IssueCode,
    value: string,
    message: string,
    leftOut: boolean,
  ): void {
    const count = (this.#issueCounts.get(code) ?? 0) + 1;
    this.#issueCounts.set(code, count);
    this.#chunk.issueCounts[code] = (this.#chunk.issueCounts[code] ?? 0) + 1;
    if (count > KEPT_PER_CODE) return;
    const issue: Issue = { row, column: field, code, value: value.slice(0, 200), message, leftOut };
    this.#chunk.issues.push(issue);
  }
}

const COLUMN_FIELDS: readonly Field[] = [
  'order.id',
  'order.date',
  'order.time',
  'order.status',
  'order.type',
  'order.currency',
  'order.refersTo',
  'customer.id',
  'customer.name',
  'customer.firstName',
  'customer.lastName',
  'customer.email',
  'customer.phone',
  'customer.company',
  'customer.street',
  'customer.city',
  'customer.postcode',
  'customer.country',
  'product.code',
  'product.name',
  'product.category',
  'line.quantity',
  'line.unitPrice',
  'line.amount',
  'line.discount',
  'line.tax',
  'line.shipping',
];

const isBlank = (record: readonly string[]): boolean => {
  for (const cell of record) if (cell !== '' && cell.trim() !== '') return false;
  return true;
};

const startsWithDigit = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
};

/** Where the date ends and a time may begin: the first space or T after a digit, for the shapes worth caching. */
const dateEnd = (cell: string): number => {
  const space = cell.indexOf(' ');
  if (space > 0) return space;
  const t = cell.indexOf('T');
  return t > 0 && t >= 8 ? t : -1;
};

/** E.164 where the number is valid, else null; `00` is the international prefix. */
const phoneOf = (text: string, region: string | null): string | null => {
  const body = text.replace(/^'/, '').replace(/^00/, '+');
  if (/e\+?\d+$/i.test(body)) return null;
  const phone = parsePhone(body, region ? { defaultCountry: region as CountryCode } : undefined);
  return phone?.isValid() ? phone.number : null;
};
