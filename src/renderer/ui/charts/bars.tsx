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

type Props = {
  readonly label: string;
  readonly height: number;
  readonly labels: readonly string[];
  readonly series: readonly BarSeries[];
  /** the bar whose value is written above it */
  readonly marked: number | null;
  readonly write: (value: number) => string;
};

/** Writes the value of the marked bar above it, so that one figure can be read without the axis. */
const markPlugin = (marked: number | null, text: string, theme: ChartTheme): Plugin => ({
  id: 'mark',
  afterDatasetsDraw: (chart: Chart) => {
    if (marked === null) return;
    const tops = chart.data.datasets.map((_, i) => chart.getDatasetMeta(i).data[marked]);
    const bars = tops.filter((bar) => bar !== undefined);
    if (bars.length === 0) return;
    const x = bars[0]?.x ?? 0;
    const y = Math.min(...bars.map((bar) => bar.y));
    const { ctx, chartArea } = chart;
    ctx.save();
    ctx.font = `600 12px ${theme.font}`;
    ctx.fillStyle = theme.text;
    ctx.textAlign = 'center';
    const half = ctx.measureText(text).width / 2;
    ctx.fillText(text, Math.min(Math.max(x, chartArea.left + half), chartArea.right - half), y - 6);
    ctx.restore();
  },
});

/** Bars from zero, stacked where there are several series. */
export const BarsChart = ({ label, height, labels, series, marked, write }: Props) => {
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
            callbacks: { label: (item) => ` ${item.dataset.label ?? ''}: ${write(item.parsed.y ?? 0)}` },
          },
        },
      },
      plugins: [
        markPlugin(
          marked,
          marked === null ? '' : write(series.reduce((sum, s) => sum + (s.values[marked] ?? 0), 0)),
          theme,
        ),
      ],
    }),
    [labels, series, marked, write],
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
