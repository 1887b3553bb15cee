import { FIELDS } from '../../../shared/model/sale-field.ts';
import type { ReadPlan } from '../plan/read-plan.ts';
import type { RecordBatch } from '../read/records.ts';
import { phoneOf } from '../values/phone.ts';
import { saysMean } from '../values/sum-words.ts';
import { isSumWord, sumRowKind } from '../values/total-rows.ts';
import { type Verdict, verdictOf } from '../values/verdict.ts';
import { isCancelled, isPending } from '../values/words.ts';
import type { Adapted, Adapter, SaleLine } from './adapter.ts';
import { AmountReader } from './amount-reader.ts';
import { Cells, cellAt, type SourceRecord } from './cells.ts';
import { type Conversion, Currencies } from './currencies.ts';
import { CustomerReader } from './customer-reader.ts';
import { DayReader } from './day-reader.ts';
import { type IdentityPack, packIdentities } from './identity-columns.ts';
import { IssueLog } from './issue-log.ts';
import { LineBuffer, type LineChunk } from './line-chunk.ts';
import { Names, type ProductFacts } from './names.ts';
import { OrderNumbers } from './order-numbers.ts';
import { OwnTotal, type OwnTotals } from './own-total.ts';
import { fitsWidth, isBlank, raggedMessage } from './record-width.ts';
import { type SumKind, SumRows } from './sum-rows.ts';

/** What is known about customers and products only when the whole file has been read. */
export type FileTail = {
  /** what it says of the customers, whose keys went ahead with the chunks */
  readonly identities: IdentityPack;
  readonly products: readonly ProductFacts[];
  /** orders whose first line was anonymous and a later one was not: [order, identity] */
  readonly named: readonly (readonly [number, number])[];
  readonly own: OwnTotals;
};

/**
 * Turns records into checked lines: typed values, each order, product and customer as a number into a list that
 * grows as new ones appear. A cell that cannot be read is an issue and its record is left out; never a guess, never 0.
 */
export class RowCheck {
  readonly #plan: ReadPlan;
  readonly #at: ReturnType<typeof columnsOf>;
  readonly #issues = new IssueLog();
  readonly #names: Names;
  readonly #customers: CustomerReader;
  readonly #days: DayReader;
  readonly #amounts: AmountReader;
  readonly #currencies: Currencies;
  readonly #orders: OrderNumbers;
  readonly #orderIdentity: number[] = [];
  readonly #named: [number, number][] = [];
  readonly #own: OwnTotal;
  readonly #sums: SumRows;
  readonly #chunk = new LineBuffer();
  readonly #adapter: Adapter | null;

  /** @param adapter turns the records of a known program, or rows that make up orders, into sales; null: each row is a line */
  constructor(plan: ReadPlan, adapter: Adapter | null) {
    this.#plan = plan;
    this.#adapter = adapter;
    this.#issues.begin(this.#chunk);
    const cells = new Cells(this.#adapter ? FIELD_COLUMNS : plan.columns);
    this.#at = columnsOf(cells);
    this.#own = new OwnTotal(this.#adapter !== null);
    this.#sums = new SumRows(plan.columns);
    this.#orders = new OrderNumbers(plan.preset !== null);
    this.#names = new Names(plan.sourceKey, (text) => phoneOf(text, plan.region), {
      product: (key) => this.#chunk.products.push(key),
      identity: (name) => this.#chunk.identities.push(name),
    });
    this.#customers = new CustomerReader(cells, this.#names, plan.sharedContacts);
    this.#days = new DayReader(plan, cells, this.#issues);
    this.#amounts = new AmountReader(plan, cells, this.#issues);
    this.#currencies = new Currencies(plan.currency, plan.rates);
  }

  /** Checks a piece of the file; what it returns is complete and may be handed to another thread. */
  check(batch: RecordBatch): LineChunk {
    this.gather(batch);
    return this.take(batch.bytesRead);
  }

  /** Checks a piece of the file and keeps its lines for {@link take}. @returns how many are kept */
  gather(batch: RecordBatch): number {
    for (const row of batch.unterminated) {
      if (row <= this.#plan.headerRow) continue;
      const message = 'A quotation mark opens here and never closes; the line was read without it.';
      this.#issues.note({ row, field: null, code: 'quote-unterminated', value: '', message }, false);
    }
    for (const { kind, text, firstRow: row } of batch.asides ?? [])
      if (kind === 'footer') this.#own.aside(text, row, (cell) => this.#amounts.minorOf(cell));
    const { records, firstRow } = batch;
    for (let i = 0; i < records.length; i++)
      if (firstRow + i > this.#plan.headerRow) this.#record(records[i]!, firstRow + i);
    return this.#chunk.count;
  }

  take(bytesRead: number): LineChunk {
    return this.#chunk.take(bytesRead);
  }

  /** What the adapter still holds when the file is over; null without any. */
  rest(bytesRead: number): LineChunk | null {
    const adapted = this.#adapter?.end() ?? [];
    if (adapted.length === 0) return null;
    this.#takeAdapted(adapted);
    return this.#chunk.take(bytesRead);
  }

  tail(): FileTail {
    return {
      identities: packIdentities(this.#names.identities()),
      products: this.#names.products(),
      named: this.#named,
      own: this.#own.take(),
    };
  }

  #record(record: SourceRecord, row: number): void {
    if (isBlank(record)) return;
    this.#chunk.read++;
    if (record.length !== this.#plan.width && !this.#lengthFits(record, row)) return;
    if (this.#adapter) {
      this.#takeAdapted(this.#adapter.take(record, row));
      return;
    }
    if (this.#isTotal(record, row)) return;
    if (!this.#sale(record, row, false)) this.#chunk.leftOut++;
  }

  /** A known product's records: each comes to lines, or is left out for a stated reason. */
  #takeAdapted(adapted: readonly Adapted[]): void {
    for (const each of adapted) {
      const { row, lines, leftOut } = each;
      this.#own.adapted(each);
      if (leftOut) {
        this.#issues.leave({ row, ...leftOut }, leftOut.amount);
        continue;
      }
      const [first, ...further] = lines.map(fieldRecord);
      if (!first || !this.#sale(first, row, false)) {
        this.#chunk.leftOut++;
        continue;
      }
      for (const line of further) this.#sale(line, row, true);
    }
  }

  /** @returns false when the record cannot be a line: the reason is noted, its money added to what is left out */
  #sale(record: SourceRecord, row: number, further: boolean): boolean {
    const day = this.#days.read(record, row, cellAt(record, this.#at.date));
    const currency = this.#currencies.of(cellAt(record, this.#at.currency), this.#moneyCell(record));
    const conversion = currency === null || day === null ? null : this.#currencies.conversion(currency, day);
    const readable = this.#amounts.read(record, row, conversion);
    if (readable && !this.#adapter) {
      const sum = day === null ? null : this.#sums.dated(record, this.#amounts.written);
      if (sum) {
        this.#noteSum(record, row, sum, this.#amounts.written);
        return false;
      }
      this.#sums.add(this.#amounts.written, record);
    }
    if (readable) this.#own.add(this.#amounts.written);
    // an amount in another currency says nothing in this one
    const leftOut = readable && (currency === null || conversion) ? this.#amounts.amount : 0;
    if (day === null || !readable) {
      this.#chunk.leftOutMinor += leftOut;
      return false;
    }
    if (this.#leftOutByStatus(record, row)) {
      this.#chunk.leftOutMinor += leftOut;
      return false;
    }
    if (currency !== null && !this.#converts(currency, conversion, row)) return false;
    this.#line(record, row, day, further);
    return true;
  }

  /** Where a sign would tell the currency: the amount, or the price where there is none. */
  #moneyCell(record: SourceRecord): string {
    return this.#adapter ? '' : cellAt(record, this.#at.amount) || cellAt(record, this.#at.unitPrice);
  }

  #converts(currency: string, conversion: Conversion | null, row: number): boolean {
    const key = `${currency} ${conversion?.text ?? ''}`;
    this.#chunk.foreign[key] = (this.#chunk.foreign[key] ?? 0) + 1;
    if (conversion) return true;
    const message = this.#currencies.reason(currency);
    this.#issues.note(
      { row, field: 'order.currency', code: 'currency-without-rate', value: currency, message },
      true,
    );
    return false;
  }

  #line(record: SourceRecord, row: number, day: number, further: boolean): void {
    const identity = this.#customers.read(record);
    const product = this.#names.product(
      cellAt(record, this.#at.code),
      cellAt(record, this.#at.product),
      cellAt(record, this.#at.category),
    );
    const chunk = this.#chunk;
    const amounts = this.#amounts;
    const at = chunk.next();
    chunk.product[at] = product;
    chunk.quantity[at] = amounts.quantityMicro;
    chunk.price[at] = amounts.priceMicro;
    chunk.amount[at] = amounts.amount;
    chunk.discount[at] = amounts.discount;
    chunk.tax[at] = amounts.tax;
    chunk.shipping[at] = amounts.shipping;
    chunk.row[at] = row;
    chunk.further[at] = further ? 1 : 0;
    chunk.order[at] = this.#order(record, row, identity, day, product, further);
  }

  /** A spreadsheet that shows 5.7E+17 has thrown the digits away: many orders would share one number. */
  #numberOf(record: SourceRecord, row: number): string {
    const number = cellAt(record, this.#at.number);
    if (!number.includes('E+') || !DIGITS_LOST.test(number)) return number;
    const message =
      'A spreadsheet has cut this number short; its order is told by the day and the customer. Export the file again and import it without opening it in between.';
    this.#issues.note({ row, field: 'order.id', code: 'digits-lost', value: number, message }, false);
    return '';
  }

  #order(
    record: SourceRecord,
    row: number,
    identity: number,
    day: number,
    product: number,
    further: boolean,
  ): number {
    const number = this.#numberOf(record, row);
    const { second } = this.#days;
    const met = this.#orders.meet(
      number,
      day,
      number !== '' || identity < 0 ? null : this.#names.identityKey(identity),
      this.#names.productHash(product),
      this.#amounts,
      second,
    );
    const { order } = met;
    if (met.isNew) {
      this.#orderIdentity.push(identity);
      this.#chunk.orders.push({
        key: met.key,
        number: number !== '' ? number : met.iso,
        identity,
        day: met.iso,
        second,
        refersTo: cellAt(record, this.#at.refersTo) || null,
        pending: isPending(cellAt(record, this.#at.status)),
        further,
      });
    } else if (identity >= 0 && this.#orderIdentity[order] === -1) {
      this.#orderIdentity[order] = identity;
      this.#named.push([order, identity]);
    }
    return order;
  }

  /** What the words for the sale's states make of it; an adapter has put the one that decides in its own field. */
  #verdict(record: SourceRecord): Verdict {
    const { statuses } = this.#plan;
    const own = cellAt(record, this.#at.status);
    if (!statuses || this.#adapter)
      return own === '' ? null : verdictOf([own], [], statuses?.refundsTold ?? true);
    const words = (ofDelivery: boolean): string[] =>
      statuses.columns.flatMap((column) =>
        column.ofDelivery === ofDelivery ? cellAt(record, column.at) : [],
      );
    return verdictOf(words(false), words(true), statuses.refundsTold);
  }

  #leftOutByStatus(record: SourceRecord, row: number): boolean {
    const verdict = this.#verdict(record);
    if (!verdict || (this.#amounts.amount < 0 && !isCancelled(verdict.word))) return false;
    const { kind, word } = verdict;
    const message =
      kind === 'out'
        ? `The sale is marked "${word}" and does not count.`
        : `The sale is marked "${word}", and the file does not say how much went back; it counts in full.`;
    this.#issues.note(
      { row, field: 'order.status', code: 'status-left-out', value: word, message },
      kind === 'out',
    );
    return kind === 'out';
  }

  /** A sum has no day; the word for it may be in the date's own column. */
  #isTotal(record: SourceRecord, row: number): boolean {
    const day = cellAt(record, this.#at.date);
    if (day !== '' && (startsWithDigit(day) || HAS_DIGIT.test(day) || !isSumWord(day))) return false;
    const total = this.#amounts.total(record);
    const wordless = !record.some(hasWord) && this.#own.isSumSoFar(total);
    const code = sumRowKind(record) ?? this.#sums.undated(record, total) ?? (wordless ? 'footer-row' : null);
    if (!code) return false;
    this.#noteSum(record, row, code, total);
    this.#chunk.leftOut++;
    return true;
  }

  #noteSum(record: SourceRecord, row: number, code: SumKind, total: number | null): void {
    const value = record.find((cell) => cell.trim() !== '') ?? '';
    const isTotal = code === 'footer-row' && !saysMean(value);
    if (isTotal) this.#own.say(total, row);
    const message = isTotal
      ? "The file's own total, not a sale."
      : 'A sum or a mean of other rows, not a sale.';
    this.#issues.note({ row, field: null, code, value, message }, true);
  }

  /** Cells beyond the header must be empty, and none may be missing, or values are under the wrong heading. */
  #lengthFits(record: SourceRecord, row: number): boolean {
    const { width, endsEarly, dialect } = this.#plan;
    if (fitsWidth(record, width, endsEarly)) return true;
    if (this.#isTotal(record, row)) return false;
    const message = raggedMessage(record, width);
    this.#issues.leave(
      { row, field: null, code: 'record-ragged', value: record.join(dialect.delimiter), message },
      0,
    );
    return false;
  }
}

/** Looking a column up by its field's name for every cell of a large file takes time. */
const columnsOf = (cells: Cells) => ({
  date: cells.column('order.date'),
  number: cells.column('order.id'),
  status: cells.column('order.status'),
  currency: cells.column('order.currency'),
  amount: cells.column('line.amount'),
  unitPrice: cells.column('line.unitPrice'),
  refersTo: cells.column('order.refersTo'),
  code: cells.column('product.code'),
  product: cells.column('product.name'),
  category: cells.column('product.category'),
});

/** Adapted sales are records with a cell for each field. */
const FIELD_COLUMNS = Object.fromEntries(FIELDS.map((field, index) => [field, index]));

const fieldRecord = (line: SaleLine): SourceRecord => FIELDS.map((field) => line[field] ?? '');

const HAS_DIGIT = /\d/;
const DIGITS_LOST = /^\d([.,]\d+)?E\+\d{1,3}( |$)/;

const hasWord = (cell: string): boolean => /\p{L}{2}/u.test(cell);

const startsWithDigit = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
};
