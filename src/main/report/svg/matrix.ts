import type { Quadrant } from '../../../shared/model/customer.ts';
import type { Matrix, MatrixPoint } from '../../../shared/model/matrix.ts';
import type { Formats } from '../format.ts';
import type { Html } from '../html.ts';
import { html, NOTHING } from '../html.ts';
import { fitted, textWidth } from '../measure.ts';
import { type Bubble, bubble } from './bubble.ts';
import { type Box, type Label, placeLabels } from './labels.ts';
import { growthScale, type Scale, valueScale } from './scale.ts';

/** Size in CSS px; drawn one to one, so that a font size in the chart is that size on paper. */
export type ChartSize = { readonly width: number; readonly height: number };

export type MatrixChart = ChartSize & {
  readonly matrix: Matrix;
  /** the points that are drawn, numbered as in the table below the chart */
  readonly numbered: readonly Drawn[];
  readonly formats: Formats;
};

export type Drawn = { readonly number: string; readonly point: MatrixPoint; readonly growth: number };

const SIZE = 12;
const EDGE = 1;
/** Rows inside the plot that hold the names of the quadrants and no bubble's middle. */
const BAND = 18;

/** Points with a growth: the others cannot be placed across and are named below the chart. */
export const drawable = (
  numbered: readonly { readonly number: string; readonly point: MatrixPoint }[],
): readonly Drawn[] =>
  numbered.flatMap(({ number, point }) => {
    const growth = point.growth.value;
    return growth === null || !Number.isFinite(growth) ? [] : [{ number, point, growth }];
  });

const radius = (point: MatrixPoint, largest: number, most: number): number =>
  Math.max(4.5, Math.sqrt(Math.max(0, point.revenue) / Math.max(1, largest)) * most);

const whisker = ({ point }: Drawn, b: Bubble, xOf: (growth: number) => number, scale: Scale): Html => {
  const { lo, hi } = point.growth;
  if (lo === null || hi === null || !Number.isFinite(lo) || !Number.isFinite(hi)) return NOTHING;
  const end = (at: number): Html =>
    scale.pinned(at) ? NOTHING : html`<path class="range" d="M${xOf(at)} ${b.y - 3}V${b.y + 3}"/>`;
  return html`<path class="range" d="M${xOf(lo)} ${b.y}H${xOf(hi)}"/>${end(lo)}${end(hi)}`;
};

/** The value-versus-growth matrix: bubbles sized by revenue, hatched where the direction is unclear. */
export const matrixChart = ({ matrix, numbered, formats, width, height }: MatrixChart): Html => {
  const drawn = numbered.toSorted((a, b) => b.point.revenue - a.point.revenue);
  const { value: valueLine, growth: growthLine } = matrix.thresholds;
  const values = valueScale(
    drawn.map((d) => d.point.value),
    valueLine,
  );
  const growths = growthScale(
    drawn.map((d) => d.growth),
    growthLine,
  );

  const valueTicks = values.ticks.map((tick) => ({ tick, text: formats.moneyRounded(tick) }));
  const left = Math.min(84, Math.max(30, ...valueTicks.map(({ text }) => textWidth(text, SIZE)))) + 6;
  const plot: Box = { x: left, y: 18, w: width - left - EDGE, h: height - 18 - 36 };
  const [right, bottom] = [plot.x + plot.w, plot.y + plot.h];
  const most = Math.min(23, plot.h * 0.1);
  const inset = most + 2;
  const xOf = (growth: number): number => plot.x + inset + growths.at(growth) * (plot.w - 2 * inset);
  const rise = plot.h - 2 * (BAND + inset);
  const yOf = (value: number): number => bottom - BAND - inset - values.at(value) * rise;

  const largest = Math.max(0, ...drawn.map((d) => d.point.revenue));
  const placedAt = drawn.map((d) => ({
    ...d,
    bubble: { x: xOf(d.growth), y: yOf(d.point.value), r: radius(d.point, largest, most) },
  }));

  const [lineX, lineY] = [xOf(growthLine), yOf(valueLine)];
  const corner = (quadrant: Quadrant): { text: string; x: number; y: number; end: boolean; box: Box } => {
    const end = quadrant === 'invest' || quadrant === 'develop';
    const top = quadrant === 'invest' || quadrant === 'protect';
    const room = (end ? right - lineX : lineX - plot.x) - 12;
    const title = matrix.quadrants.find((q) => q.quadrant === quadrant)?.title ?? quadrant;
    const text = fitted(title, SIZE, room, 'bold');
    const [x, y] = [end ? right - 6 : plot.x + 6, top ? plot.y + 14 : bottom - 6];
    const w = textWidth(text, SIZE, 'bold');
    return { text, x, y, end, box: { x: end ? x - w : x, y: y - 11, w, h: 14 } };
  };
  const corners = (['invest', 'protect', 'develop', 'simplify'] as const).map(corner);

  const labels = placeLabels(
    placedAt.map(({ number, point, growth, bubble: at }) => ({
      number,
      name: point.name,
      note: growths.pinned(growth) ? `(${formats.growth(growth)})` : '',
      bubble: at,
    })),
    plot,
    corners.map((c) => c.box),
    [
      { x: lineX - 1, y: plot.y, w: 2, h: plot.h },
      { x: plot.x, y: lineY - 1, w: plot.w, h: 2 },
      ...placedAt.flatMap((d) => {
        const [lo, hi] = [d.point.growth.lo, d.point.growth.hi];
        return lo === null || hi === null
          ? []
          : [{ x: xOf(lo), y: d.bubble.y - 2, w: Math.max(0, xOf(hi) - xOf(lo)), h: 4 }];
      }),
    ],
  );

  const arrow = (x: number, y: number, d: string): Html => html`<path class="arrow" d="M${x} ${y}${d}"/>`;
  const grid = html`
    ${valueTicks.map(
      ({ tick, text }) => html`
      <path class="tick" d="M${plot.x - 3} ${yOf(tick)}h3"/>
      <text class="axis" x="${plot.x - 6}" y="${yOf(tick) + 4}" text-anchor="end">${text}</text>`,
    )}
    ${spaced(growths.ticks, xOf).map((tick) => {
      const text = formats.growth(tick);
      const middle = Math.min(xOf(tick), width - textWidth(text, SIZE) / 2);
      return html`
      <path class="tick" d="M${xOf(tick)} ${bottom}v3"/>
      <text class="axis" x="${middle}" y="${bottom + 15}" text-anchor="middle">${text}</text>`;
    })}`;

  return html`<svg class="matrix" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${matrix.finding}">
    <rect class="plot" x="${plot.x}" y="${plot.y}" width="${plot.w}" height="${plot.h}"/>
    <path class="divide" d="M${lineX} ${plot.y}V${bottom}M${plot.x} ${lineY}H${right}"/>
    ${grid}
    <text class="axis" x="${plot.x + 9}" y="${plot.y - 6}">more valuable</text>
    ${arrow(plot.x + 3, plot.y - 4, 'v-8m-2.5 3l2.5 -3l2.5 3')}
    <text class="axis" x="${plot.x + 12}" y="${bottom + 31}">shrinking</text>
    ${arrow(plot.x + 9, bottom + 27, 'h-8m3 -2.5l-3 2.5l3 2.5')}
    <text class="axis" x="${right - 12}" y="${bottom + 31}" text-anchor="end">growing</text>
    ${arrow(right - 9, bottom + 27, 'h8m-3 -2.5l3 2.5l-3 2.5')}
    ${corners.map((c) => html`<text class="quadrant" x="${c.x}" y="${c.y}" text-anchor="${c.end ? 'end' : 'start'}">${c.text}</text>`)}
    ${placedAt.map((d) => whisker(d, d.bubble, xOf, growths))}
    ${labels.map(clearing)}
    ${placedAt.map((d) => bubble(d.bubble, d.point.growth.direction === 'unclear'))}
    ${labels.map((l) => html`<text class="label" x="${l.x}" y="${l.y}" text-anchor="${l.anchor}"><tspan class="number">${l.number}</tspan>${l.name === '' ? NOTHING : html`<tspan dx="4">${l.name}</tspan>`}</text>`)}
  </svg>`;
};

/** Interrupts the lines that run through a label; a little narrower than the estimate, which is for a wide face. */
const clearing = ({ box, anchor }: Label): Html => {
  const w = box.w * 0.85;
  const x = { start: box.x, middle: box.x + (box.w - w) / 2, end: box.x + box.w - w }[anchor];
  return html`<rect class="clear" x="${x}" y="${box.y}" width="${w}" height="${box.h}"/>`;
};

/** Leaves out ticks whose numbers would touch. */
const spaced = (ticks: readonly number[], xOf: (tick: number) => number): readonly number[] => {
  const room = 52;
  const kept: number[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    if (last === undefined || xOf(tick) - xOf(last) >= room) kept.push(tick);
  }
  return kept;
};
