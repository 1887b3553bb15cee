import type { ReviewContent, ReviewCustomer } from '../../shared/model/review.ts';
import { capital } from '../../shared/words.ts';
import type { Formats } from './format.ts';
import { name, section } from './furniture.ts';
import { type Html, html } from './html.ts';
import { linesFor } from './measure.ts';
import { CELL_AIR, COLUMNS, lastColumn, TITLE, TYPE } from './sheet.ts';

/** The most names that a list on paper has. */
export const MOST_LISTED = 10;
const FIVE = 5;
const HEAD = 15;
const ROW = 13.5;
const REASON_LINES = 2;
const REASON_AIR = 5;
/** Characters of an amount that its column holds on a wide face. */
const AMOUNT = 12;
const NONE = '–';

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const inWords = (n: number): string => WORDS[n] ?? String(n);

const finite = (n: number | null): number | null => (n !== null && Number.isFinite(n) ? n : null);

const or = <T>(value: T | null, write: (value: T) => string): string =>
  value === null ? NONE : write(value);

/** Height in pt of a list of one-line rows, below a note where there is one; an empty list is a sentence. */
export const listHeight = (customers: readonly ReviewCustomer[], note: string | null = null): number =>
  TITLE +
  (note === null ? 0 : TYPE.smallLine) +
  (customers.length === 0 ? TYPE.bodyLine : HEAD + Math.min(MOST_LISTED, customers.length) * ROW);

export const mostValuable = (all: readonly ReviewCustomer[], formats: Formats): Html => {
  const customers = all.slice(0, MOST_LISTED);
  if (customers.length === 0) {
    return section(
      'list',
      'Most valuable customers',
      null,
      html`<p class="sentence">No customer bought in the last 12 months.</p>`,
    );
  }
  const together = Math.min(
    1,
    customers.reduce((sum, c) => sum + c.share, 0),
  );
  const amounts = formats.moneyColumn(
    customers.map((c) => c.revenue12m),
    AMOUNT,
  );
  return section(
    'list',
    customers.length === 1
      ? `The most valuable customer brought ${formats.shareRounded(together)} of the revenue of the last 12 months`
      : `The ${inWords(customers.length)} most valuable customers brought ${formats.shareRounded(together)} of the revenue of the last 12 months`,
    null,
    html`<table class="grid lined">
      <thead><tr><th scope="col" class="rank"><span class="unseen">Rank</span></th><th scope="col" class="c-who">Customer</th><th scope="col" class="c-segment">Segment</th><th scope="col" class="n c-amount">${amounts.exact ? 'In 12 months' : '≈ 12 months'}</th><th scope="col" class="n c-share">Share</th><th scope="col" class="n">Last bought</th></tr></thead>
      <tbody>${customers.map((c, i) => html`<tr><td class="rank">${i + 1}</td><th scope="row"><div class="one">${name(c.name)}</div></th><td><div class="one">${or(c.segment, (s) => s)}</div></td><td class="n">${amounts.write(c.revenue12m)}</td><td class="n">${or(finite(c.share), formats.share)}</td><td class="n">${or(c.lastDay, formats.day)}</td></tr>`)}</tbody>
    </table>`,
  );
};

export const mostAtRisk = (all: readonly ReviewCustomer[], note: string | null, formats: Formats): Html => {
  const customers = all.slice(0, MOST_LISTED);
  if (customers.length === 0) {
    return section(
      'list',
      'Customers at risk',
      note,
      html`<p class="sentence">No customer is overdue by their own rhythm.</p>`,
    );
  }
  const amounts = formats.moneyColumn(
    customers.map((c) => c.revenue12m),
    AMOUNT,
  );
  const stake = formats.moneyRounded(customers.reduce((sum, c) => sum + c.revenue12m, 0));
  return section(
    'list',
    customers.length === 1
      ? `The customer most at risk brought ${stake} in 12 months`
      : `The ${inWords(customers.length)} most at risk brought ${stake} in 12 months`,
    note,
    html`<table class="grid lined">
      <thead><tr><th scope="col" class="rank"><span class="unseen">Rank</span></th><th scope="col" class="c-who">Customer</th><th scope="col" class="n c-amount">${amounts.exact ? 'In 12 months' : '≈ 12 months'}</th><th scope="col" class="n c-day">Last bought</th><th scope="col" class="n c-days">Silent for</th><th scope="col" class="n c-days">Expected gap</th><th scope="col" class="n">Overdue</th></tr></thead>
      <tbody>${customers.map((c, i) => html`<tr><td class="rank">${i + 1}</td><th scope="row"><div class="one">${name(c.name)}</div></th><td class="n">${amounts.write(c.revenue12m)}</td><td class="n">${or(c.lastDay, formats.day)}</td><td class="n">${or(c.daysSinceLast, formats.days)}</td><td class="n">${or(finite(c.usualGapDays), formats.days)}</td><td class="n">${or(finite(c.overdueRatio), formats.ratio)}</td></tr>`)}</tbody>
    </table>`,
  );
};

const withPhone = (content: ReviewContent): boolean =>
  content.ownersCopy && content.monday.some((c) => c.phone !== null && c.phone.trim() !== '');

/** Height in pt of Monday's names, whose reasons may take two lines. */
export const mondayHeight = (content: ReviewContent, width: number): number => {
  const customers = content.monday.slice(0, FIVE);
  if (customers.length === 0) return TITLE + TYPE.bodyLine;
  const { rank, who, phone } = COLUMNS.monday;
  const column = lastColumn(width, rank, who, withPhone(content) ? phone : 0);
  return customers.reduce(
    (sum, c) =>
      sum +
      REASON_AIR +
      TYPE.smallLine *
        Math.max(
          linesFor(c.reason, TYPE.small, column, REASON_LINES),
          linesFor(c.name, TYPE.small, who * width - CELL_AIR, REASON_LINES, 'bold'),
        ),
    TITLE + HEAD,
  );
};

export const monday = (content: ReviewContent): Html => {
  const customers = content.monday.slice(0, FIVE);
  if (customers.length === 0) {
    return section(
      'list monday',
      'Names for Monday',
      null,
      html`<p class="sentence">Nobody needs a call this week.</p>`,
    );
  }
  const phones = withPhone(content);
  return section(
    'list monday',
    customers.length === 1 ? 'One name for Monday' : `${capital(inWords(customers.length))} names for Monday`,
    null,
    html`<table class="grid lined reasons">
      <thead><tr><th scope="col" class="rank"><span class="unseen">Number</span></th><th scope="col" class="c-call">Customer</th>${phones ? html`<th scope="col" class="c-phone">Phone</th>` : null}<th scope="col">Why</th></tr></thead>
      <tbody>${customers.map((c, i) => html`<tr><td class="rank">${i + 1}</td><th scope="row"><div class="two">${name(c.name)}</div></th>${phones ? html`<td class="phone"><div class="one">${or(c.phone, (p) => p)}</div></td>` : null}<td><div class="two">${c.reason}</div></td></tr>`)}</tbody>
    </table>`,
  );
};
