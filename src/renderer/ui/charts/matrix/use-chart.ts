import type { ChartConfiguration, Plugin } from 'chart.js';
import zoomPlugin from 'chartjs-plugin-zoom';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Format } from '../../text/format.ts';
import { pixelLayer } from '../pixel-layer.ts';
import { Chart } from '../registered.ts';
import type { ChartTheme } from '../theme.ts';
import { type Arrow, ways } from './arrows.ts';
import type { Cloud } from './cloud.ts';
import { type Box, placeLabels } from './labels.ts';
import { MOST_SHAPES, pixelLook, radiusOf, type Sizes, shapeLook } from './look.ts';
import { QUADRANT_CORNERS, QUADRANT_TITLES } from './model.ts';
import {
  growthOf,
  growthTicks,
  growthUnits,
  HIGHEST_GROWTH,
  LOWEST_GROWTH,
  valueAtUnits,
  valueTicks,
  valueUnits,
} from './scale.ts';

Chart.register(zoomPlugin);

const QUADRANTS = ['invest', 'protect', 'develop', 'simplify'] as const;

/** Where the plot lies in its box, in CSS pixels, and which part of the plane it shows. */
export type Plot = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly xMin: number;
  readonly xMax: number;
  readonly yMin: number;
  readonly yMax: number;
};

type Options = {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly cloud: Cloud;
  readonly subject: 'segments' | 'customers';
  readonly sizes: Sizes;
  readonly only: number | null;
  readonly compact: boolean;
  readonly theme: ChartTheme;
  readonly format: Format;
  readonly arrows: readonly Arrow[];
};

const samePlot = (a: Plot | null, b: Plot): boolean =>
  a !== null && (Object.keys(b) as (keyof Plot)[]).every((key) => Math.abs(a[key] - b[key]) < 1e-6);

/** Draws the matrix and keeps saying where the plot is, so that lines and hover can be laid over it. */
export const useMatrixChart = (
  options: Options,
): { readonly plot: Plot | null; readonly chart: RefObject<Chart | null> } => {
  const { canvas, cloud, subject, sizes, only, compact, theme, format, arrows } = options;
  const chart = useRef<Chart | null>(null);
  const [plot, setPlot] = useState<Plot | null>(null);

  useEffect(() => {
    if (!canvas.current) return;
    const many = cloud.x.length > MOST_SHAPES;
    const pixels = many ? pixelLook(cloud, theme, sizes, only) : null;
    let last: Plot | null = null;
    const report: Plugin = {
      id: 'report',
      afterDraw: (drawn: Chart) => {
        const { x, y } = drawn.scales;
        const { left, top, width, height } = drawn.chartArea;
        if (!x || !y) return;
        const now = { left, top, width, height, xMin: x.min, xMax: x.max, yMin: y.min, yMax: y.max };
        if (samePlot(last, now)) return;
        last = now;
        setPlot(now);
      },
    };
    const plugins: Plugin[] = [fieldNames(theme), pixelLayer(() => pixels), report];
    if (subject === 'segments')
      plugins.push(ranges(cloud, theme), ways(cloud, arrows, theme), names(cloud, theme, compact));
    const made = new Chart(canvas.current, {
      ...configOf(cloud, compact, theme, format),
      data: { datasets: many ? [] : [shapes(cloud, theme, subject, sizes, only)] },
      plugins,
    } as ChartConfiguration<'bubble'>);
    chart.current = made as unknown as Chart;
    return () => {
      chart.current = null;
      made.destroy();
    };
  }, [canvas, cloud, subject, sizes, only, compact, theme, format, arrows]);

  return { plot, chart };
};

const shapes = (
  cloud: Cloud,
  theme: ChartTheme,
  subject: 'segments' | 'customers',
  sizes: Sizes,
  only: number | null,
): ChartConfiguration<'bubble'>['data']['datasets'][number] => {
  const look = shapeLook(cloud, theme, subject, only);
  return {
    data: Array.from(cloud.x, (x, i) => ({
      x,
      y: cloud.y[i] ?? 0,
      r: radiusOf(sizes, cloud.weight[i] ?? 0),
    })),
    backgroundColor: look.fill as string[],
    borderColor: look.edge,
    borderWidth: 1.25,
    pointStyle: look.shape,
    rotation: look.turn,
    hoverRadius: 0,
  };
};

const configOf = (
  cloud: Cloud,
  compact: boolean,
  theme: ChartTheme,
  format: Format,
): Omit<ChartConfiguration<'bubble'>, 'data'> => ({
  type: 'bubble',
  options: {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    font: { family: theme.font, size: compact ? 11 : 12 },
    layout: { autoPadding: false, padding: { top: 4, right: 4 } },
    scales: {
      x: {
        type: 'linear',
        min: cloud.growth.min,
        max: cloud.growth.max,
        afterBuildTicks: (axis) => {
          axis.ticks = growthTicks(axis.min, axis.max, TICK_WIDTH / Math.max(1, axis.width)).map((g) => ({
            value: growthUnits(g),
          }));
        },
        ticks: {
          color: theme.dimmed,
          maxRotation: 0,
          callback: (value) => growthMark(growthOf(Number(value)), format),
        },
        grid: { color: theme.grid },
        border: { color: theme.grid },
      },
      y: {
        type: 'linear',
        min: cloud.value.min,
        max: cloud.value.max,
        afterBuildTicks: (axis) => {
          axis.ticks = valueTicks(cloud.value.kind, axis.min, axis.max).map((v) => ({
            value: valueUnits({ ...cloud.value, floor: Number.MIN_VALUE }, v),
          }));
        },
        ticks: {
          color: theme.dimmed,
          callback: (value) =>
            format.money(Math.round(valueAtUnits(cloud.value, Number(value))), { headline: true }),
        },
        grid: { color: theme.grid },
        border: { color: theme.grid },
      },
    },
    plugins: {
      tooltip: { enabled: false },
      zoom: compact
        ? { zoom: { wheel: { enabled: false } } }
        : {
            limits: {
              x: { min: cloud.growth.min, max: cloud.growth.max, minRange: 0.05 },
              y: {
                min: cloud.value.min,
                max: cloud.value.max,
                minRange: cloud.value.kind === 'log' ? 0.1 : 1,
              },
            },
            pan: { enabled: true, mode: 'xy', threshold: 6 },
            zoom: { mode: 'xy', wheel: { enabled: true, modifierKey: 'ctrl', speed: 0.15 } },
          },
    },
  },
});

/** Whatever lies beyond the ends of the axis is drawn on them. */
const growthMark = (growth: number, format: Format): string => {
  const text = format.change(Math.round(growth * 1000) / 1000);
  if (growth <= LOWEST_GROWTH + 1e-6) return `≤ ${text}`;
  return growth >= HIGHEST_GROWTH - 1e-6 ? `≥ ${text}` : text;
};

/** Room of a number on the axis of growth, in pixels. */
const TICK_WIDTH = 46;

/** The names of the four fields in their corners, over the bubbles: a large one in a corner must not hide what it is called. */
const fieldNames = (theme: ChartTheme): Plugin => ({
  id: 'fields',
  afterDatasetsDraw: (chart: Chart) => {
    const { ctx, chartArea: area } = chart;
    ctx.save();
    ctx.font = `600 13px ${theme.font}`;
    ctx.fillStyle = theme.dimmed;
    ctx.strokeStyle = theme.surface;
    ctx.lineWidth = 4;
    ctx.lineJoin = 'round';
    ctx.textBaseline = 'middle';
    for (const quadrant of QUADRANTS) {
      const corner = QUADRANT_CORNERS[quadrant];
      const right = corner.endsWith('right');
      const x = right ? area.right - 8 : area.left + 8;
      const y = corner.startsWith('top') ? area.top + 14 : area.bottom - 14;
      ctx.textAlign = right ? 'right' : 'left';
      ctx.strokeText(QUADRANT_TITLES[quadrant], x, y);
      ctx.fillText(QUADRANT_TITLES[quadrant], x, y);
    }
    ctx.restore();
  },
});

/** The range of each segment's growth by which it is called clear or not, as a thin line through its bubble. */
const ranges = (cloud: Cloud, theme: ChartTheme): Plugin => ({
  id: 'ranges',
  afterDatasetsDraw: (chart: Chart) => {
    const { x, y } = chart.scales;
    if (!x || !y) return;
    const { ctx, chartArea } = chart;
    ctx.save();
    ctx.beginPath();
    ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
    ctx.clip();
    ctx.strokeStyle = theme.text;
    ctx.lineWidth = 1.25;
    cloud.points.forEach((point, i) => {
      const { lo, hi } = point.growth;
      if (lo === null || hi === null) return;
      const py = y.getPixelForValue(cloud.y[i] ?? 0);
      const [from, to] = [x.getPixelForValue(growthUnits(lo)), x.getPixelForValue(growthUnits(hi))];
      ctx.beginPath();
      ctx.moveTo(from, py);
      ctx.lineTo(to, py);
      for (const end of [from, to]) {
        ctx.moveTo(end, py - 3);
        ctx.lineTo(end, py + 3);
      }
      ctx.stroke();
    });
    ctx.restore();
  },
});

/** Where the names of the four fields are written. */
const corners = (area: Box): readonly Box[] =>
  [area.x, area.x + area.width - 80].flatMap((x) =>
    [area.y, area.y + area.height - 26].map((y) => ({ x, y, width: 80, height: 26 })),
  );

/** The name of each segment next to its bubble. */
const names = (cloud: Cloud, theme: ChartTheme, compact: boolean): Plugin => ({
  id: 'names',
  afterDatasetsDraw: (chart: Chart) => {
    const elements = chart.getDatasetMeta(0)?.data ?? [];
    const { ctx, chartArea } = chart;
    ctx.save();
    ctx.font = `600 ${compact ? 11 : 13}px ${theme.font}`;
    ctx.textBaseline = 'middle';
    ctx.lineWidth = 4;
    ctx.lineJoin = 'round';
    ctx.strokeStyle = theme.surface;
    ctx.fillStyle = theme.text;
    const bubbles = elements.map((element, i) => ({
      x: element.x,
      y: element.y,
      r: Number((element.options as { radius?: number }).radius ?? 6),
      width: ctx.measureText(cloud.points[i]?.name ?? '').width,
    }));
    const area = { x: chartArea.left, y: chartArea.top, width: chartArea.width, height: chartArea.height };
    placeLabels(bubbles, area, corners(area)).forEach((label, i) => {
      if (label === null) return;
      const text = cloud.points[i]?.name ?? '';
      ctx.textAlign = label.align;
      ctx.strokeText(text, label.x, label.y);
      ctx.fillText(text, label.x, label.y);
    });
    ctx.restore();
  },
});
