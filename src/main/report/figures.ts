import type { Result } from '../../shared/model/result.ts';
import type { Formats } from './format.ts';
import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';
import { linesFor, textWidth } from './measure.ts';
import { TYPE } from './sheet.ts';
import { figureTitle } from './titles.ts';

const MOST = 8;
/** More than these stand in two rows of four. */
const IN_ONE_ROW = 6;
const IN_TWO_ROWS = 4;

/** The small line below a figure: its range, or what it stands on. How sure a range is stands in the notes. */
const detail = (result: Result, formats: Formats): string => {
  if (result.grade === 'D' || result.value === null) return result.warnings[0] ?? 'Too few sales to say.';
  const [lo, hi] = [formats.figure(result.unit, result.lo), formats.figure(result.unit, result.hi)];
  if (lo !== null && hi !== null) return `${lo} to ${hi}`;
  return result.grade === 'C' ? 'rule of thumb' : (result.warnings[0] ?? '');
};

/** How sure the ranges below the figures are, as a note; null where there is no range. */
export const rangeNote = (results: readonly Result[], formats: Formats): string | null => {
  const levels = new Set(
    results.flatMap((r) => (r.level === null || r.lo === null || r.hi === null ? [] : [r.level])),
  );
  const [level, ...others] = levels;
  return level === undefined || others.length > 0
    ? null
    : `A range below a figure holds the true value with ${formats.shareRounded(level)} probability.`;
};

/** Lines a figure's title, and what stands below it, may have. */
export type FigureLines = 1 | 2;

const figure =
  (formats: Formats, lines: FigureLines, size: number) =>
  (result: Result): Html => {
    const value = result.grade === 'D' ? null : formats.figure(result.unit, result.value);
    const small = detail(result, formats);
    return html`<div class="figure"><dt class="lines-${lines}">${figureTitle(result.metric)}</dt>${
      value === null
        ? html`<dd class="missing">Not known</dd>`
        : html`<dd class="value value-${Math.floor(size)} one">${value}</dd>`
    }${small === '' ? NOTHING : html`<dd class="detail lines-${lines}">${small}</dd>`}</div>`;
  };

/** Sizes of the values in pt: all figures share the largest one at which none is cut off. */
export const VALUE_SIZES = [16, 14, 12, 10.5, 9] as const;
const SMALLEST_VALUE = 9;

export const FIGURE = { air: 5, valueLine: 21, columnGap: 10, rowGap: 6 } as const;

/** The key figures with the height they take, in pt. */
export const keyFigures = (
  results: readonly Result[],
  width: number,
  most: FigureLines,
  formats: Formats,
): { readonly markup: Html; readonly height: number } | null => {
  if (results.length === 0) return null;
  const shown = results.slice(0, MOST);
  const columns = shown.length > IN_ONE_ROW ? IN_TWO_ROWS : shown.length;
  const rows = Math.ceil(shown.length / columns);
  const column = (width - (columns - 1) * FIGURE.columnGap) / columns;
  const lines = (text: string): number => linesFor(text, TYPE.small, column, most);
  const titles = Math.max(...shown.map((r) => lines(figureTitle(r.metric))));
  const small = Math.max(...shown.map((r) => (detail(r, formats) === '' ? 0 : lines(detail(r, formats)))));
  const size =
    VALUE_SIZES.find((s) =>
      shown.every((r) => textWidth(formats.figure(r.unit, r.value) ?? '', s, 'bold') <= column),
    ) ?? SMALLEST_VALUE;
  const height = FIGURE.air + FIGURE.valueLine + (titles + small) * TYPE.smallLine;
  return {
    markup: html`<section class="figures in-${columns}"><dl>${shown.map(figure(formats, most, size))}</dl></section>`,
    height: rows * height + (rows - 1) * FIGURE.rowGap,
  };
};
