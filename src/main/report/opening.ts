import type { Result } from '../../shared/model/result.ts';
import { keyFigures } from './figures.ts';
import type { Formats } from './format.ts';
import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';
import { linesFor } from './measure.ts';
import { CHART_SHARE, OPENING, SIDE_GAP, TYPE } from './sheet.ts';

const SENTENCES = 5;
const LEAD_LINES = 2;

/** How much the opening says. */
export type OpeningWords = {
  /** lines a sentence below the first may have */
  readonly sentence: 2 | 3;
  /** how many figures there are at most */
  readonly figures: number;
};

const rowHeights = (heights: readonly number[], columns: number): number =>
  Array.from({ length: Math.ceil(heights.length / columns) }, (_, i) =>
    Math.max(...heights.slice(columns * i, columns * (i + 1))),
  ).reduce((sum, h) => sum + h, 0);

/** What the page opens with: the first sentence large, the others beside the key figures. Height in pt. */
export const opening = (
  sentences: readonly string[],
  results: readonly Result[],
  width: number,
  words: OpeningWords,
  formats: Formats,
): { readonly markup: Html; readonly height: number } | null => {
  const [lead, ...others] = sentences.filter((s) => s.trim() !== '').slice(0, SENTENCES);
  if (lead === undefined && results.length === 0) return null;
  const both = others.length > 0 && results.length > 0;
  // Alone, sentences are in two columns, and so are figures.
  const listWidth = both ? width * CHART_SHARE : (width - SIDE_GAP) / 2;
  const figuresWidth = both ? width * (1 - CHART_SHARE) - SIDE_GAP : (width - SIDE_GAP) / 2;
  const list = others.map(
    (s) => linesFor(s, TYPE.body, listWidth - OPENING.indent, words.sentence) * TYPE.bodyLine + OPENING.air,
  );
  const figures = keyFigures(results, figuresWidth, words.figures, formats);
  const below = both
    ? Math.max(rowHeights(list, 1), figures.height + OPENING.air)
    : others.length > 0
      ? rowHeights(list, 2)
      : Math.ceil(figures.height / 2) + OPENING.air;
  return {
    markup: html`<section class="opening">${lead === undefined ? NOTHING : html`<p class="lead two">${lead}</p>`}<div class="${both ? 'beside' : 'alone'}">${
      others.length === 0
        ? NOTHING
        : html`<ul>${others.map((s) => html`<li><span class="lines-${words.sentence}">${s}</span></li>`)}</ul>`
    }${results.length === 0 ? NOTHING : figures.markup}</div></section>`,
    height:
      (lead === undefined ? 0 : linesFor(lead, TYPE.lead, width, LEAD_LINES, 'bold') * TYPE.leadLine) + below,
  };
};
