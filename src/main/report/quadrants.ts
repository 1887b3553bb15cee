import type { z } from 'zod';
import type { Matrix, QuadrantSummarySchema } from '../../shared/model/matrix.ts';
import type { Formats } from './format.ts';
import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';
import { linesFor } from './measure.ts';
import { TYPE } from './sheet.ts';

type QuadrantSummary = z.infer<typeof QuadrantSummarySchema>;

/** Lines a quadrant's meaning may take; none at all at 0. */
export type QuadrantLines = 0 | 5;

/** Read as the chart is: the valuable ones first. */
const ORDER: readonly QuadrantSummary['quadrant'][] = ['invest', 'protect', 'develop', 'simplify'];

const HEAD = 15;
const ROW_AIR = 5;

const body =
  (lines: QuadrantLines, formats: Formats) =>
  (q: QuadrantSummary): Html =>
    html`<tbody>
    <tr><th scope="row"><div class="one">${q.title}</div></th><td class="n">${formats.countShort(q.count)}</td><td class="n quiet">${formats.countShort(q.clear)}</td><td class="n">${formats.shareRounded(q.revenueShare)}</td></tr>
    <tr class="meaning"><td colspan="4">${lines === 0 ? NOTHING : html`<div class="lines-${lines}">${q.whatToDo}</div>`}</td></tr>
  </tbody>`;

/** "New: first bought within the periods that are compared." → "new" */
const inShort = (reason: string): string =>
  (reason.split(': ')[0] ?? '').replace(/\.$/, '').replace(/^\p{Lu}(?=\p{Ll})/u, (c) => c.toLowerCase());

/** The customers that the matrix cannot place, as a sentence; empty when it places all. */
export const leftOut = (matrix: Matrix, formats: Formats): string => {
  const reasons = matrix.notPlaced.filter((n) => n.customers > 0);
  if (reasons.length === 0) return '';
  return `Not placed: ${reasons.map((n) => `${formats.count(n.customers)} (${inShort(n.reason)})`).join(', ')}.`;
};

/** Height in pt of the table when each quadrant's meaning may take at most `most` lines of `column` pt. */
export const quadrantsHeight = (matrix: Matrix, column: number, most: QuadrantLines): number =>
  matrix.quadrants.reduce(
    (sum, q) =>
      sum +
      (1 + (most === 0 ? 0 : linesFor(q.whatToDo, TYPE.small, column, most))) * TYPE.smallLine +
      ROW_AIR,
    HEAD,
  );

/** How many customers are in each quadrant and what that means for them. */
export const quadrantsTable = (matrix: Matrix, lines: QuadrantLines, formats: Formats): Html => {
  const rows = ORDER.flatMap((quadrant) => matrix.quadrants.filter((q) => q.quadrant === quadrant));
  const what = matrix.subject === 'customers' ? 'Customers' : 'Segments';
  return html`<table class="grid quadrants">
    <thead><tr><th scope="col">${what}</th><th scope="col" class="n c-all">All</th><th scope="col" class="n c-clear">Clear</th><th scope="col" class="n c-revenue">Revenue</th></tr></thead>
    ${rows.map(body(lines, formats))}
  </table>`;
};
