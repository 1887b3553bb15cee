import type { ReviewContent, TillReview } from '../../shared/model/review.ts';
import type { Formats } from './format.ts';
import { flow, footer, masthead, name, runningHead, section } from './furniture.ts';
import { type Html, html, NOTHING } from './html.ts';
import { notes } from './notes.ts';
import { opening } from './opening.ts';
import { FOOTER, GAP, RUNNING_HEAD, type Sheet, TITLE } from './sheet.ts';

/** Where hardly a sale carries a customer: products, days, hours and months instead of segments and names (TRUTH 22). */
const OPENING = { sentence: 3, figures: 6 } as const;
const HEAD = 15;
const ROW = 13.5;
const HOURS = 24;
const MONTHS = 13;
const STEP = 14;

export const tillPages = (content: ReviewContent, till: TillReview, sheet: Sheet, formats: Formats): Html =>
  html`${firstPage(content, till, sheet, formats)}${secondPage(content, till, sheet, formats)}`;

const firstPage = (content: ReviewContent, till: TillReview, sheet: Sheet, formats: Formats): Html => {
  const [best] = till.topProducts;
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
        'Days of the week',
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
      2 * HEAD);
  return html`<article class="page">
    ${runningHead(content, formats)}
    ${flow([
      section(
        'list',
        till.outlook,
        null,
        sideBySide(
          2,
          months.map(({ month, revenue }) => [formats.month(month), formats.moneyRounded(revenue)]),
          ['Month', 'Revenue'],
        ),
      ),
      section(
        'list',
        hours.length > 0 ? 'Hours of the day' : 'The sales carry no time of day',
        null,
        hours.length > 0
          ? sideBySide(
              3,
              hours.map(({ hour, revenue }) => [
                `${String(hour).padStart(2, '0')}:00`,
                formats.moneyRounded(revenue),
              ]),
              ['From', 'Revenue'],
            )
          : NOTHING,
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

const table = (head: readonly string[], rows: readonly (readonly string[])[]): Html =>
  html`<table class="grid lined">
    <thead><tr>${head.map((title, k) => html`<th scope="col" class="${k === 0 ? '' : 'n'}">${title}</th>`)}</tr></thead>
    <tbody>${rows.map(([first = '', ...cells]) => html`<tr><th scope="row"><div class="one">${name(first)}</div></th>${cells.map((cell) => html`<td class="n">${cell}</td>`)}</tr>`)}</tbody>
  </table>`;

/** Short rows in several columns of one table, read down each. */
const sideBySide = (columns: number, rows: readonly (readonly string[])[], head: readonly string[]): Html => {
  const height = Math.ceil(rows.length / columns);
  const lines = Array.from({ length: height }, (_, line) =>
    Array.from({ length: columns }, (_, column) => rows[column * height + line] ?? head.map(() => '')).flat(),
  );
  return table(Array.from({ length: columns }, () => head).flat(), lines);
};
