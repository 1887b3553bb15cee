import type { Line } from './basket.ts';
import { blankLineBefore, dirtOfLine, hasBadDay, impossibleDay, unreadableAmount } from './dirt.ts';
import { kindOf } from './kinds/index.ts';
import type { Ledger } from './ledger.ts';
import { openLedger } from './ledger.ts';
import type { Business, Order } from './orders.ts';
import { openBusiness } from './orders.ts';
import type { Random } from './random.ts';
import { seededRandom } from './random.ts';
import type { Head } from './record.ts';
import { articleTexts, clock, headerRecord, LINE_BREAK, receiptOf, totalRecord } from './record.ts';
import type { Sample, SampleExpected, SampleKind, SampleOptions, SampleTruth } from './truth.ts';

/** A sample that is written piece by piece, for sizes which no string holds. */
export type SampleStream = {
  readonly fileName: string;
  /** records with their line breaks, which joined are the file; to be walked through once */
  readonly lines: Iterable<string>;
  /** @throws RangeError before the last line has been taken */
  readonly result: () => { readonly truth: SampleTruth; readonly expected: SampleExpected };
};

/** How many customers a believable business of a kind has: what `sample` makes when nothing is said. */
export const usualCustomers = (kind: SampleKind): number => kindOf(kind).usualCustomers;

/**
 * A made-up business: its sales as the file a till, shop or office would export, the truth behind it, and what an
 * import must come to. The same options give the same bytes on every machine.
 * @throws RangeError when `customers` is not a whole number above zero, or the file would be longer than a string:
 *   take `streamSample` for tens of thousands of customers
 */
export const makeSample = (options: SampleOptions): Sample => {
  const stream = streamSample(options);
  const parts: string[] = [];
  let part = '';
  for (const line of stream.lines) {
    part += line;
    if (part.length < 1 << 16) continue;
    parts.push(part);
    part = '';
  }
  return { fileName: stream.fileName, csv: parts.join('') + part, ...stream.result() };
};

/** The records of the file with their line breaks; each walk through them starts anew. */
export const sampleLines = (options: SampleOptions): Iterable<string> => ({
  [Symbol.iterator]: () => streamSample(options).lines[Symbol.iterator](),
});

export const streamSample = (options: SampleOptions): SampleStream => {
  if (!Number.isSafeInteger(options.customers) || options.customers < 1) {
    throw new RangeError(`a sample needs at least one customer: ${options.customers}`);
  }
  const business = openBusiness(kindOf(options.kind), options);
  const ledger = openLedger(business);
  const state = { done: false };
  return {
    fileName: business.kind.fileName,
    lines: write(business, ledger, seededRandom(options.seed, `${options.kind} dirt`), state),
    result: () => {
      if (!state.done) throw new RangeError('the sample is not written to its end');
      return { truth: ledger.truth(), expected: ledger.expected() };
    },
  };
};

function* write(
  business: Business,
  ledger: Ledger,
  random: Random,
  state: { done: boolean },
): Generator<string, undefined> {
  const { kind, calendar } = business;
  const articles = articleTexts(kind);
  yield headerRecord(kind.headings);
  let number = kind.firstOrder;
  let day = 0;
  for (const orders of business.days()) {
    const date = calendar.day(day);
    for (const order of orders) {
      const badDay = hasBadDay(order, random);
      const dateText = badDay ? impossibleDay(date.slice(0, 4), random) : date;
      const receipt = receiptOf(kind, articles, headOf(business, order, number, dateText));
      const written: Line[] = [];
      for (const line of order.lines) {
        if (blankLineBefore(random)) {
          ledger.blankLine();
          yield LINE_BREAK;
        }
        const dirt = badDay ? 'bad-day' : dirtOfLine(order, random);
        ledger.line(order, line, dirt);
        if (dirt === 'none' && !order.cancelled) written.push(line);
        if (dirt === 'torn') yield receipt.torn(line);
        else if (dirt === 'bad-amount') yield receipt.unreadable(line, unreadableAmount(random));
        else yield receipt.line(line);
      }
      ledger.order(order, day, written);
      number++;
    }
    day++;
  }
  const totals = ledger.totals();
  yield totalRecord(totals.amount, totals.vat);
  state.done = true;
}

const headOf = ({ kind, customers }: Business, order: Order, number: number, date: string): Head => {
  const customer = customers[order.customer];
  return {
    number: String(number),
    date,
    time: clock(order.minute),
    key: customer?.key ?? '',
    name: customer?.name ?? '',
    email: customer?.email ?? '',
    phone: customer?.phone ?? '',
    status: order.cancelled ? kind.cancelled : kind.paid,
  };
};
