import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';
import { linesFor } from './measure.ts';
import { TYPE } from './sheet.ts';

const MOST = 5;
const COLUMN_GAP = 18;
const ROW_GAP = 4;
/** Lines the first sentence may have. */
const LEAD_LINES = 2;

/** Lines a sentence below the first may have. */
export type HeadlineLines = 2 | 3;

/** The sentences the page opens with: the first large, the others in two columns below it. Height in pt. */
export const headlines = (
  sentences: readonly string[],
  width: number,
  most: HeadlineLines,
): { readonly markup: Html; readonly height: number } | null => {
  const [lead, ...others] = sentences.filter((s) => s.trim() !== '').slice(0, MOST);
  if (lead === undefined) return null;
  const column = (width - COLUMN_GAP) / 2;
  const lines = others.map((s) => linesFor(s, TYPE.body, column - 10, most));
  const rows = Math.ceil(others.length / 2);
  const below = Array.from({ length: rows }, (_, i) => Math.max(lines[2 * i] ?? 0, lines[2 * i + 1] ?? 0));
  return {
    markup: html`<section class="headlines"><p class="lead two">${lead}</p>${
      others.length === 0
        ? NOTHING
        : html`<ul>${others.map((s) => html`<li><span class="lines-${most}">${s}</span></li>`)}</ul>`
    }</section>`,
    height:
      linesFor(lead, TYPE.lead, width, LEAD_LINES, 'bold') * TYPE.leadLine +
      below.reduce((sum, n) => sum + n * TYPE.bodyLine + ROW_GAP, 0) +
      (rows > 0 ? 2 : 0),
  };
};
