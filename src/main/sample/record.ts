import type { Line } from './basket.ts';
import type { Headings, Kind } from './kind.ts';

/** The columns, in the order of the file. */
const COLUMNS = [
  'order',
  'date',
  'time',
  'customerKey',
  'customer',
  'email',
  'phone',
  'articleCode',
  'article',
  'category',
  'quantity',
  'unitPrice',
  'discount',
  'amount',
  'vat',
  'currency',
  'status',
] as const satisfies readonly (keyof Headings)[];

export const LINE_BREAK = '\r\n';

/** One record of RFC 4180, with its line break. */
const record = (cells: readonly string[]): string => joined(cells) + LINE_BREAK;

const joined = (cells: readonly string[]): string => cells.map(quoted).join(',');

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const headerRecord = (headings: Headings): string => record(COLUMNS.map((c) => headings[c]));

/** Whole minor units with two decimals: −705 is `-7.05`. */
export const money = (minor: number): string => {
  const whole = Math.abs(minor);
  const cents = whole % 100;
  return `${minor < 0 ? '-' : ''}${(whole - cents) / 100}.${cents < 10 ? '0' : ''}${cents}`;
};

/** Mills with two decimals, or three where they are needed: 385 is `0.385`, 4200 is `4.20`. */
export const price = (mills: number): string =>
  mills % 10 === 0
    ? money(mills / 10)
    : `${Math.floor(mills / 1000)}.${String(mills % 1000).padStart(3, '0')}`;

export const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The texts of a receipt that all its lines repeat. */
export type Head = {
  readonly number: string;
  readonly date: string;
  readonly time: string;
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly status: string;
};

/** Writes the lines of one receipt; what they share is quoted once. */
export type Receipt = {
  readonly line: (line: Line) => string;
  /** the same line, broken off after its category */
  readonly torn: (line: Line) => string;
  /** the same line with unit price and amount unreadable and the VAT empty */
  readonly unreadable: (line: Line, text: string) => string;
};

/** @param articles the texts of the articles, from `articleTexts` */
export const receiptOf = (kind: Kind, articles: readonly string[], head: Head): Receipt => {
  const before = joined([head.number, head.date, head.time, head.key, head.name, head.email, head.phone]);
  const after = joined([kind.currency, head.status]);
  const start = (line: Line): string => `${before},${articles[line.article]}`;
  const counted = (line: Line): string => `${start(line)},${line.quantity}`;
  return {
    line: (line) =>
      `${counted(line)},${price(line.unitPrice)},${money(line.discount)},${money(line.amount)},${money(line.vat)},${after}${LINE_BREAK}`,
    torn: (line) => start(line) + LINE_BREAK,
    unreadable: (line, text) =>
      `${counted(line)},${text},${money(line.discount)},${text},,${after}${LINE_BREAK}`,
  };
};

/** Code, name and category of each article as they are in a record. */
export const articleTexts = (kind: Kind): readonly string[] =>
  kind.articles.map((a) => joined([a.code, a.name, a.category]));

/** The footer: the sum of every readable amount above it. */
export const totalRecord = (amount: number, vat: number): string =>
  record(
    COLUMNS.map((c) =>
      c === 'order' ? 'TOTAL' : c === 'amount' ? money(amount) : c === 'vat' ? money(vat) : '',
    ),
  );
