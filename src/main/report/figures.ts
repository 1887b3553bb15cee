import { figureTitle } from '../../shared/metrics/title.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Formats } from './format.ts';
import { type Html, html, NOTHING } from './html.ts';
import { linesFor } from './measure.ts';
import { FIGURE, TYPE } from './sheet.ts';

const DETAIL_LINES = 2;

const written = (result: Result, formats: Formats): string | null =>
  result.grade === 'D' ? null : formats.figure(result.unit, result.value);

/**
 * The small line below a figure: its range, or what it is based on. How sure a range is, is said in the notes, and so are
 * warnings, except for money's: whether tax is in it must be next to it.
 */
const detail = (result: Result, formats: Formats): string => {
  const [warning] = result.warnings;
  if (written(result, formats) === null) return warning ?? 'Too few sales to say.';
  const [lo, hi] = [formats.figure(result.unit, result.lo), formats.figure(result.unit, result.hi)];
  if (lo !== null && hi !== null) return `${lo} to ${hi}`;
  if (warning !== undefined && result.unit === 'money') return warning;
  return result.grade === 'C' ? 'rule of thumb' : '';
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

const figure = (result: Result, formats: Formats): Html => {
  const value = written(result, formats);
  const small = detail(result, formats);
  return html`<div class="figure"><dt class="one">${figureTitle(result)}</dt>${
    value === null ? html`<dd class="missing">not known</dd>` : html`<dd class="value">${value}</dd>`
  }${small === '' ? NOTHING : html`<dd class="detail two">${small}</dd>`}</div>`;
};

/** The key figures, a line each, with the height they take in a column of `width` pt. */
export const keyFigures = (
  results: readonly Result[],
  width: number,
  most: number,
  formats: Formats,
): { readonly markup: Html; readonly height: number } => {
  const shown = results.slice(0, most);
  return {
    markup: html`<dl class="figures">${shown.map((r) => figure(r, formats))}</dl>`,
    height: shown.reduce((sum, r) => {
      const small = detail(r, formats);
      const lines = small === '' ? 0 : linesFor(small, TYPE.small, width, DETAIL_LINES);
      return sum + FIGURE.row + lines * TYPE.smallLine;
    }, 0),
  };
};
