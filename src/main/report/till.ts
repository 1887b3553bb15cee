import type { ReviewContent, TillReview } from '../../shared/model/review.ts';
import type { Formats } from './format.ts';
import { flow, footer, masthead, name, runningHead, section } from './furniture.ts';
import { type Html, html, NOTHING } from './html.ts';
import { monthsBand } from './months.ts';
import { notes } from './notes.ts';
import { opening } from './opening.ts';
import { FOOTER, GAP, RUNNING_HEAD, type Sheet, TITLE } from './sheet.ts';

/** Where hardly a sale carries a customer: products, days, hours and months instead of segments and names (TRUTH 22). */
const OPENING = { sentence: 3, figures: 6 } as const;
const CHART = 96;
const KNOWN = 14;
const HEAD = 15;
const ROW = 13.5;
const HOURS = 24;
const MONTHS = 13;
const STEP = 14;

export const tillPages = (content: ReviewContent, till: TillReview, sheet: Sheet, formats: Formats): Html =>
  html`${firstPage(content, till, sheet, formats)}${secondPage(content, till, sheet, formats)}`;

const firstPage = (content: ReviewContent, till: TillReview, sheet: Sheet, formats: Formats): Html => {
  const [best] = till.topProducts;
  const bestDay = strongest(till.weekdays);
  return html`<article class="page">
    ${masthead(content, formats)}
    ${flow([
      opening(content.headlines, content.figures, sheet.width, OPENING, formats)?.markup ?? NOTHING,
      section(
        'list',
        best
          ? `${best.product} sells best, with ${formats.shareRounded(best.share)} of revenue`
          : 'No sale names a product',
        null,
        best
          ? table(
              ['Product', 'Orders', 'Revenue', 'Share'],
              till.topProducts.map(({ product, orders, revenue, share }) => [
                product,
                formats.count(orders),
                formats.moneyRounded(revenue),
                formats.share(share),
              ]),
            )
          : html`<p class="sentence">Products are missing in these sales.</p>`,
      ),
      section(
        'list',
        bestDay === undefined
          ? 'No day of the week has revenue above zero'
          : `${formats.weekday(bestDay.weekday)} is the strongest day of the week`,
        null,
        table(
          ['Day', 'Orders', 'Revenue'],
          till.weekdays.map(({ weekday, orders, revenue }) => [
            formats.weekday(weekday),
            formats.count(orders),
            formats.moneyRounded(revenue),
          ]),
        ),
      ),
    ])}
    ${footer(content, formats, 1, 2)}
  </article>`;
};

const secondPage = (content: ReviewContent, till: TillReview, sheet: Sheet, formats: Formats): Html => {
  const months = till.months.slice(-MONTHS);
  const hours = till.hours.slice(0, HOURS);
  const bestHour = strongest(hours);
  const bestMonth = strongest(months);
  const chart = monthsBand(content, sheet.width, CHART, formats);
  const room =
    sheet.height -
    (RUNNING_HEAD +
      FOOTER +
      4 * GAP +
      3 * TITLE +
      2 * HEAD +
      ROW * Math.ceil(months.length / 2) +
      ROW * Math.ceil(hours.length / 3) +
      STEP * till.howToBegin.length +
      (chart === null ? 0 : chart.height + GAP) +
      KNOWN * till.notKnown.length +
      (till.notKnown.length > 0 ? TITLE + GAP : 0) +
      2 * HEAD);
  return html`<article class="page">
    ${runningHead(content, formats)}
    ${flow([
      chart?.markup ?? NOTHING,
      section(
        'list',
        bestMonth === undefined
          ? till.outlook
          : `${formats.month(bestMonth.month)} was the strongest of these months`,
        null,
        sideBySide(
          2,
          months.map(({ month, revenue }) => [formats.month(month), formats.moneyRounded(revenue)]),
          ['Month', 'Revenue'],
        ),
      ),
      section(
        'list',
        bestHour === undefined
          ? 'The sales carry no time of day'
          : `Most is sold between ${clock(bestHour.hour)} and ${clock(bestHour.hour + 1)}`,
        null,
        hours.length > 0
          ? sideBySide(
              3,
              hours.map(({ hour, revenue }) => [clock(hour), formats.moneyRounded(revenue)]),
              ['From', 'Revenue'],
            )
          : NOTHING,
      ),
      till.notKnown.length === 0
        ? NOTHING
        : section(
            'list',
            'What these sales cannot say',
            null,
            html`<ul class="plain">${till.notKnown.map((each) => html`<li>${each}</li>`)}</ul>`,
          ),
      section(
        'list',
        'How to begin knowing customers',
        null,
        html`<ol>${till.howToBegin.map((step) => html`<li>${step}</li>`)}</ol>`,
      ),
      notes(content.warnings, content.methods, sheet.width, Math.max(0, room)),
    ])}
    ${footer(content, formats, 2, 2)}
  </article>`;
};

const clock = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:00`;

const strongest = <T extends { readonly revenue: number }>(parts: readonly T[]): T | undefined =>
  parts.toSorted((a, b) => b.revenue - a.revenue).find(({ revenue }) => revenue > 0);

/** @param texts how many columns from a text to the next: the first of each is a text, the others are numbers */
const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  texts: number = head.length,
): Html =>
  html`<table class="grid lined">
    <thead><tr>${head.map((title, k) => html`<th scope="col" class="${k % texts === 0 ? '' : 'n'}">${title}</th>`)}</tr></thead>
    <tbody>${rows.map(([first = '', ...cells]) => html`<tr><th scope="row"><div class="one">${name(first)}</div></th>${cells.map((cell, k) => html`<td class="${(k + 1) % texts === 0 ? 'text' : 'n'}">${cell}</td>`)}</tr>`)}</tbody>
  </table>`;

/** Short rows in several columns of one table, read down each. */
const sideBySide = (columns: number, rows: readonly (readonly string[])[], head: readonly string[]): Html => {
  const height = Math.ceil(rows.length / columns);
  const lines = Array.from({ length: height }, (_, line) =>
    Array.from({ length: columns }, (_, column) => rows[column * height + line] ?? head.map(() => '')).flat(),
  );
  return table(Array.from({ length: columns }, () => head).flat(), lines, head.length);
};
