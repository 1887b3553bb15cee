import { dayFromNumber } from '../../../shared/model/day.ts';
import type { AnyField, IssueCode } from '../../../shared/model/importing.ts';
import type { Cells, SourceRecord } from '../check/cells.ts';
import type { CustomerReader } from '../check/customer-reader.ts';
import type { IssueLog } from '../check/issue-log.ts';
import type { Names } from '../check/names.ts';
import type { RatingColumn, RecordPlan } from '../plan/read-plan.ts';
import { yesOrNo } from '../values/choices.ts';
import { atScale, type Decimal, readDecimal } from '../values/decimal.ts';
import { MomentReader } from '../values/moment-reader.ts';
import { type MonthSpan, monthSpan } from '../values/month-span.ts';

const MICRO = 6;

/** A cell that cannot be read: the reason is noted, and the record is to be left out. */
export const UNREADABLE = Symbol('unreadable');
export type Readable<T> = T | null | typeof UNREADABLE;

export type RecordMoment = { readonly day: string; readonly second: number | null };

/** The typed values of the record that is being read; null where the file says nothing. */
export class RecordValues {
  readonly plan: RecordPlan;
  readonly #cells: Cells;
  readonly #issues: IssueLog;
  readonly #names: Names;
  readonly #customers: CustomerReader;
  readonly #moments: MomentReader;
  readonly #number: Decimal = { mantissa: 0, scale: 0 };
  #record: SourceRecord = [];
  row = 0;

  constructor(plan: RecordPlan, cells: Cells, issues: IssueLog, names: Names, customers: CustomerReader) {
    this.plan = plan;
    this.#cells = cells;
    this.#issues = issues;
    this.#names = names;
    this.#customers = customers;
    this.#moments = new MomentReader(plan.dateOrder, plan.timezone);
  }

  begin(record: SourceRecord, row: number): void {
    this.#record = record;
    this.row = row;
  }

  text(field: AnyField): string | null {
    const text = this.#cells.text(this.#record, field);
    return text === '' || text === '-' || text === '--' ? null : text;
  }

  moment(field: AnyField, timeField?: AnyField): Readable<RecordMoment> {
    const cell = this.text(field);
    if (cell === null) return null;
    const day = this.#moments.read(cell, (timeField && this.text(timeField)) ?? '');
    if (day !== null) return { day: dayFromNumber(day), second: this.#moments.second };
    return this.fail(
      'date-unreadable',
      field,
      cell,
      `"${cell}" is no date of the calendar as this file writes them.`,
    );
  }

  /** A day, or the month a cell without a day stands for. */
  span(field: AnyField): Readable<MonthSpan> {
    const cell = this.text(field);
    const month = cell === null ? null : monthSpan(cell);
    if (month) return month;
    const moment = this.moment(field);
    return moment === null || moment === UNREADABLE ? moment : { first: moment.day, last: moment.day };
  }

  /** @returns minor units of the portfolio's currency */
  money(field: AnyField): Readable<number> {
    return this.#scaled(field, this.plan.digits, 'amount-unreadable');
  }

  /** @returns millionths */
  micro(field: AnyField, code: IssueCode = 'quantity-unreadable'): Readable<number> {
    return this.#scaled(field, MICRO, code);
  }

  /** @returns a whole number between the bounds */
  whole(field: AnyField, least: number, most: number): Readable<number> {
    return this.#whole(this.text(field), field, least, most);
  }

  /** The marks of a survey by what they are for; what is no mark from 1 to 5 is noted and left out. */
  ratings(columns: readonly RatingColumn[]): Record<string, number> {
    const ratings: Record<string, number> = {};
    for (const { name, column } of columns) {
      const mark = this.#whole((this.#record[column] ?? '').trim() || null, 'feedback.rating', 1, 5, false);
      if (typeof mark === 'number') ratings[name] = mark;
    }
    return ratings;
  }

  flag(field: AnyField): 0 | 1 | null {
    const cell = this.text(field);
    if (cell === null) return null;
    const said = yesOrNo(cell);
    if (said === null)
      this.#issues.note(
        {
          row: this.row,
          field,
          code: 'value-out-of-range',
          value: cell,
          message: `"${cell}" is neither yes nor no; it stays unknown.`,
        },
        false,
      );
    return said;
  }

  /** @returns the file's number of the customer, −1 where the record names nobody */
  customer(): number {
    return this.#customers.read(this.#record);
  }

  /** @returns the file's number of the product, −1 where the record names none */
  product(): number {
    return this.#names.product(
      this.text('product.code') ?? '',
      this.text('product.name') ?? '',
      this.text('product.category') ?? '',
    );
  }

  identityKey(identity: number): string | null {
    return identity < 0 ? null : this.#names.identityKey(identity);
  }

  fail(code: IssueCode, field: AnyField | null, value: string, message: string): typeof UNREADABLE {
    this.#issues.note({ row: this.row, field, code, value, message }, true);
    return UNREADABLE;
  }

  #scaled(field: AnyField, digits: number, code: IssueCode): Readable<number> {
    const cell = this.text(field);
    if (cell === null) return null;
    if (!readDecimal(cell, this.plan.decimal, this.#number))
      return this.fail(code, field, cell, `"${cell}" is not a number.`);
    const value = atScale(this.#number.mantissa, this.#number.scale, digits);
    if (!Number.isSafeInteger(value))
      return this.fail('value-out-of-range', field, cell, 'The number is too large.');
    return value;
  }

  #whole(
    cell: string | null,
    field: AnyField,
    least: number,
    most: number,
    leavesOut = true,
  ): Readable<number> {
    if (cell === null) return null;
    const value = /^\d{1,9}(?:[.,]0+)?(?: ?(?:\/ ?\d+|stars?|sterne?|★+))?$/i.test(cell)
      ? Number.parseInt(cell, 10)
      : Number.NaN;
    if (value >= least && value <= most) return value;
    const message = `"${cell}" is no whole number from ${least} to ${most}.`;
    this.#issues.note({ row: this.row, field, code: 'value-out-of-range', value: cell, message }, leavesOut);
    return UNREADABLE;
  }
}
