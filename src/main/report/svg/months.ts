import type { Formats } from '../format.ts';
import type { Html } from '../html.ts';
import { html, NOTHING } from '../html.ts';
import { textWidth } from '../measure.ts';
import { TYPE } from '../sheet.ts';
import { linearTicks } from './scale.ts';

/** A month's bar: what was sold, and in a month that is not over or has not begun what is expected, with its range. Minor units. */
export type MonthBar = {
  readonly month: string;
  readonly sold: number;
  readonly expected: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
};

const PX_PER_PT = 4 / 3;
const SIZE = TYPE.small * PX_PER_PT;
const TOP = 8;
const BOTTOM = 18;
const GAP = 0.28;
const CAP = 3;
const MOST_TICKS = 4;

/** Bars from zero: sold is dark, expected is white with an outline, its range a line with caps. Sizes in CSS pixels. */
export const monthsChart = (
  bars: readonly MonthBar[],
  width: number,
  height: number,
  title: string,
  formats: Formats,
): Html => {
  const most = Math.max(1, ...bars.flatMap(({ sold, expected, hi }) => [sold, expected ?? 0, hi ?? 0]));
  const ticks = linearTicks(0, most, MOST_TICKS).map((tick) => ({ tick, text: formats.moneyRounded(tick) }));
  const left = Math.max(...ticks.map(({ text }) => textWidth(text, SIZE))) + 6;
  const plot = { x: left, y: TOP, w: width - left - 1, h: height - TOP - BOTTOM };
  const bottom = plot.y + plot.h;
  const step = plot.w / Math.max(1, bars.length);
  const yOf = (amount: number): number => bottom - (Math.max(0, amount) / most) * plot.h;
  const every = Math.ceil(
    Math.max(...bars.map(({ month }) => textWidth(formats.month(month), SIZE) + 8)) / step,
  );
  const bar = ({ sold, expected, lo, hi }: MonthBar, k: number): Html => {
    const x = plot.x + (k + GAP / 2) * step;
    const w = step * (1 - GAP);
    const middle = x + w / 2;
    const ends = lo === null || hi === null ? null : { top: yOf(hi), foot: yOf(lo) };
    return html`${
      expected === null
        ? NOTHING
        : html`<rect class="expected" x="${x}" y="${yOf(expected)}" width="${w}" height="${bottom - yOf(expected)}"/>`
    }<rect class="sold" x="${x}" y="${yOf(sold)}" width="${w}" height="${bottom - yOf(sold)}"/>${
      ends === null
        ? NOTHING
        : html`<path class="within" d="M${middle} ${ends.top}V${ends.foot}M${middle - CAP} ${ends.top}h${2 * CAP}M${middle - CAP} ${ends.foot}h${2 * CAP}"/>`
    }`;
  };
  return html`<svg class="months" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
    ${ticks.map(
      ({ tick, text }) => html`<path class="line" d="M${plot.x} ${yOf(tick)}H${plot.x + plot.w}"/>
    <text class="axis" x="${plot.x - 5}" y="${yOf(tick) + 4}" text-anchor="end">${text}</text>`,
    )}
    ${bars.map(bar)}
    ${bars.map(({ month }, k) => {
      const text = formats.month(month);
      const half = textWidth(text, SIZE) / 2;
      const middle = Math.min(width - half, Math.max(half, plot.x + (k + 0.5) * step));
      return k % every === 0
        ? html`<text class="axis" x="${middle}" y="${height - 4}" text-anchor="middle">${text}</text>`
        : NOTHING;
    })}
  </svg>`;
};
