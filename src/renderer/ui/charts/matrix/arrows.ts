import type { Chart, Plugin } from 'chart.js';
import type { ChartTheme } from '../theme.ts';
import type { Cloud, Spot } from './cloud.ts';
import { growthUnits, valueUnits } from './scale.ts';

/** The way of a bubble since an earlier day. */
export type Arrow = { readonly from: Spot; readonly to: Spot };

const HEAD = 7;
/** Shorter ways, in pixels, are no movement to be seen. */
const SHORTEST = 6;

/** The two barbs of an arrow's head at (x, y), for an arrow that comes from (fromX, fromY). */
export const barbs = (
  fromX: number,
  fromY: number,
  x: number,
  y: number,
): readonly (readonly [number, number])[] => {
  const angle = Math.atan2(y - fromY, x - fromX);
  return [angle - 0.45, angle + 0.45].map((a) => [x - HEAD * Math.cos(a), y - HEAD * Math.sin(a)] as const);
};

/** Each way as a dashed line from a small ring, where it was, to the middle of the bubble, where it is. */
export const ways = (cloud: Cloud, arrows: readonly Arrow[], theme: ChartTheme): Plugin => ({
  id: 'ways',
  afterDatasetsDraw: ({ ctx, chartArea, scales: { x, y } }: Chart) => {
    if (!x || !y) return;
    const place = ({ value, growth }: Spot): readonly [number, number] => [
      x.getPixelForValue(growthUnits(growth)),
      y.getPixelForValue(valueUnits(cloud.value, value)),
    ];
    ctx.save();
    ctx.beginPath();
    ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
    ctx.clip();
    ctx.strokeStyle = theme.text;
    ctx.lineWidth = 1.5;
    for (const { from, to } of arrows) {
      const [[x0, y0], [x1, y1]] = [place(from), place(to)];
      if (Math.hypot(x1 - x0, y1 - y0) < SHORTEST) continue;
      ctx.setLineDash([4, 3]);
      ctx.beginPath();
      ctx.moveTo(x0, y0);
      ctx.lineTo(x1, y1);
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.beginPath();
      ctx.arc(x0, y0, 3, 0, 2 * Math.PI);
      ctx.fillStyle = theme.surface;
      ctx.fill();
      ctx.stroke();
      const [left, right] = barbs(x0, y0, x1, y1);
      if (!left || !right) continue;
      ctx.beginPath();
      ctx.moveTo(...left);
      ctx.lineTo(x1, y1);
      ctx.lineTo(...right);
      ctx.stroke();
    }
    ctx.restore();
  },
});
