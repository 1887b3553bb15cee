import type { Whale } from '../../../shared/model/value.ts';
import type { Formats } from '../format.ts';
import type { Html } from '../html.ts';
import { html, NOTHING } from '../html.ts';
import { textWidth } from '../measure.ts';
import { TYPE } from '../sheet.ts';

const PX_PER_PT = 4 / 3;
const SIZE = TYPE.small * PX_PER_PT;
const TOP = 18;
const BOTTOM = 17;
const EDGE = 4;

/** The whale curve as a line from zero, what its peak and its end come to written next to them. Sizes in CSS pixels. */
export const whaleChart = (whale: Whale, width: number, height: number, formats: Formats): Html => {
  const amounts = whale.points.map(({ cumulative }) => cumulative);
  const [least, most] = [Math.min(0, ...amounts), Math.max(1, ...amounts)];
  const plot = { x: EDGE, y: TOP, w: width - 2 * EDGE, h: height - TOP - BOTTOM };
  const xOf = (customers: number): number => plot.x + (customers / Math.max(1, whale.n)) * plot.w;
  const yOf = (amount: number): number => plot.y + ((most - amount) / (most - least)) * plot.h;
  const at = (n: number): string => (Math.round(n * 10) / 10).toString();
  const line = whale.points
    .map(
      ({ customers, cumulative }, i) => `${i === 0 ? 'M' : 'L'}${at(xOf(customers))} ${at(yOf(cumulative))}`,
    )
    .join('');
  const dot = (customers: number, amount: number): Html =>
    html`<circle class="whale-dot" cx="${xOf(customers)}" cy="${yOf(amount)}" r="2.5"/>`;
  const label = (customers: number, y: number, text: string): Html => {
    const x = Math.min(width, Math.max(xOf(customers), textWidth(text, SIZE, 'bold')));
    return html`<text class="label" x="${x}" y="${y}" text-anchor="end">${text}</text>`;
  };
  const apart = whale.customersAtPeak > 0 && whale.customersAtPeak < whale.n;
  const end = `all ${formats.countShort(whale.n)}: ${formats.moneyRounded(whale.total)}`;
  // below the line where the peak is written above it, and above the axis in any case
  const endY = apart ? Math.min(yOf(whale.total) + 15, yOf(least) - 4) : yOf(whale.total) - 6;
  return html`<svg class="whale" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${whale.finding}">
    <path class="tick" d="M${plot.x} ${yOf(0)}H${plot.x + plot.w}"/>
    <path class="whale-line" d="${{ markup: line }}"/>
    ${apart ? html`${dot(whale.customersAtPeak, whale.peak)}${label(whale.customersAtPeak, yOf(whale.peak) - 6, `${formats.countShort(whale.customersAtPeak)}: ${formats.moneyRounded(whale.peak)}`)}` : NOTHING}
    ${dot(whale.n, whale.total)}${label(whale.n, endY, end)}
    <text class="axis" x="${plot.x}" y="${height - 4}">customers, the most profitable first</text>
  </svg>`;
};
