import { Table } from '@mantine/core';
import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import { useCallback } from 'react';
import { ChartCanvas } from './canvas.tsx';
import classes from './charts.module.css';
import { hatch } from './hatch.ts';
import type { ChartTheme } from './theme.ts';

export type BarSeries = {
  readonly name: string;
  readonly values: readonly number[];
  readonly look: 'solid' | 'hatched';
};

export type BarRange = { readonly lo: number; readonly hi: number };

type Props = {
  readonly label: string;
  readonly height: number;
  readonly labels: readonly string[];
  readonly series: readonly BarSeries[];
  /** the bar whose value is written above it */
  readonly marked: number | null;
  /** the range of each bar that is an estimate, drawn as a line through its end */
  readonly ranges?: readonly (BarRange | null)[];
  readonly write: (value: number) => string;
};

const CAP = 4;

/** A line from the least to the most of each estimate, with caps; on a line of the ground's colour, so that it shows on every bar. */
const rangePlugin = (ranges: readonly (BarRange | null)[], theme: ChartTheme): Plugin => ({
  id: 'ranges',
  afterDatasetsDraw: (chart: Chart) => {
    const { ctx } = chart;
    const { y } = chart.scales;
    if (!y) return;
    ctx.save();
    ranges.forEach((range, i) => {
      const x = chart.getDatasetMeta(0).data[i]?.x;
      if (range === null || x === undefined) return;
      const [top, bottom] = [y.getPixelForValue(range.hi), y.getPixelForValue(range.lo)];
      for (const [width, colour] of [
        [4, theme.surface],
        [1.5, theme.text],
      ] as const) {
        ctx.lineWidth = width;
        ctx.strokeStyle = colour;
        ctx.beginPath();
        ctx.moveTo(x, top);
        ctx.lineTo(x, bottom);
        for (const end of [top, bottom]) {
          ctx.moveTo(x - CAP, end);
          ctx.lineTo(x + CAP, end);
        }
        ctx.stroke();
      }
    });
    ctx.restore();
  },
});

/** Writes the value of the marked bar above it, so that one figure can be read without the axis. */
const markPlugin = (
  marked: number | null,
  text: string,
  range: BarRange | null | undefined,
  theme: ChartTheme,
): Plugin => ({
  id: 'mark',
  afterDatasetsDraw: (chart: Chart) => {
    if (marked === null) return;
    const tops = chart.data.datasets.map((_, i) => chart.getDatasetMeta(i).data[marked]);
    const bars = tops.filter((bar) => bar !== undefined);
    if (bars.length === 0) return;
    const x = bars[0]?.x ?? 0;
    const { ctx, chartArea } = chart;
    const top = range ? chart.scales.y?.getPixelForValue(range.hi) : undefined;
    const y = Math.min(...bars.map((bar) => bar.y), top ?? Number.POSITIVE_INFINITY);
    ctx.save();
    ctx.font = `600 12px ${theme.font}`;
    ctx.fillStyle = theme.text;
    ctx.textAlign = 'center';
    const half = ctx.measureText(text).width / 2;
    ctx.fillText(text, Math.min(Math.max(x, chartArea.left + half), chartArea.right - half), y - 6);
    ctx.restore();
  },
});

const NONE: readonly BarRange[] = [];

/** Bars from zero, stacked where there are several series. */
export const BarsChart = ({ label, height, labels, series, marked, ranges = NONE, write }: Props) => {
  const build = useCallback(
    (theme: ChartTheme): ChartConfiguration<'bar'> => ({
      type: 'bar',
      data: {
        labels: [...labels],
        datasets: series.map((s) => ({
          label: s.name,
          data: [...s.values],
          backgroundColor: s.look === 'solid' ? theme.accent : hatch(theme.quiet, theme.surface),
          borderColor: s.look === 'solid' ? theme.accent : theme.quiet,
          borderWidth: s.look === 'solid' ? 0 : 1,
          borderSkipped: 'start',
          maxBarThickness: 44,
          categoryPercentage: 0.86,
          barPercentage: 0.9,
        })),
      },
      options: {
        layout: { padding: { top: 20 } },
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: {
            stacked: true,
            grid: { display: false },
            border: { color: theme.dimmed },
            ticks: { color: theme.dimmed, maxRotation: 0, autoSkipPadding: 10 },
          },
          y: {
            stacked: true,
            beginAtZero: true,
            suggestedMax: Math.max(0, ...ranges.map((range) => range?.hi ?? 0)),
            grid: { color: theme.grid },
            border: { display: false },
            ticks: { color: theme.dimmed, maxTicksLimit: 5, callback: (value) => write(Number(value)) },
          },
        },
        plugins: {
          tooltip: {
            backgroundColor: theme.surface,
            titleColor: theme.text,
            bodyColor: theme.text,
            borderColor: theme.dimmed,
            borderWidth: 1,
            callbacks: {
              label: (item) => ` ${item.dataset.label ?? ''}: ${write(item.parsed.y ?? 0)}`,
              footer: ([item]) => {
                const range = item && ranges[item.dataIndex];
                return range ? `${write(range.lo)} to ${write(range.hi)}` : '';
              },
            },
            footerColor: theme.text,
            filter: (item) => item.parsed.y !== 0,
          },
        },
      },
      plugins: [
        rangePlugin(ranges, theme),
        markPlugin(
          marked,
          marked === null ? '' : write(series.reduce((sum, s) => sum + (s.values[marked] ?? 0), 0)),
          marked === null ? null : ranges[marked],
          theme,
        ),
      ],
    }),
    [labels, series, marked, ranges, write],
  );
  return <ChartCanvas label={label} height={height} build={build} />;
};

type TableProps = {
  readonly head: string;
  readonly labels: readonly string[];
  readonly series: readonly BarSeries[];
  readonly write: (value: number) => string;
};

export const BarsTable = ({ head, labels, series, write }: TableProps) => (
  <Table striped withTableBorder stickyHeader className={classes.numbers}>
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{head}</Table.Th>
        {series.map((s) => (
          <Table.Th key={s.name} ta="right">
            {s.name}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {labels.map((label, i) => (
        <Table.Tr key={label}>
          <Table.Td>{label}</Table.Td>
          {series.map((s) => (
            <Table.Td key={s.name} ta="right">
              {write(s.values[i] ?? 0)}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
