import { Table } from '@mantine/core';
import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import { useCallback } from 'react';
import type { Whale } from '../../../shared/model/value.ts';
import { ChartCanvas } from '../../ui/charts/canvas.tsx';
import { ChartFigure } from '../../ui/charts/chart-figure.tsx';
import type { ChartTheme } from '../../ui/charts/theme.ts';
import { useFormat } from '../../ui/text/format.ts';
import { marksOf, type WhaleMark } from './model.ts';
import classes from './value.module.css';

/** Labels the curve at its peak and at its end with what it reaches there. */
const markPlugin = (marks: readonly WhaleMark[], theme: ChartTheme): Plugin => ({
  id: 'marks',
  afterDatasetsDraw: ({ ctx, chartArea, scales }: Chart) => {
    const { x, y } = scales;
    if (!x || !y) return;
    ctx.save();
    ctx.font = `600 12px ${theme.font}`;
    for (const { customers, cumulative, text, above } of marks) {
      const [left, top] = [x.getPixelForValue(customers), y.getPixelForValue(cumulative)];
      ctx.fillStyle = theme.accent;
      ctx.beginPath();
      ctx.arc(left, top, 4, 0, 2 * Math.PI);
      ctx.fill();
      ctx.fillStyle = theme.text;
      ctx.textAlign = 'right';
      const width = ctx.measureText(text).width;
      ctx.fillText(
        text,
        Math.min(chartArea.right, Math.max(left, chartArea.left + width)),
        top + (above ? -10 : 20),
      );
    }
    ctx.restore();
  },
});

/** Contribution added up, the most profitable customer first: it rises to the peak and falls with those at a loss. */
export const WhaleChart = ({ whale }: { readonly whale: Whale }) => {
  const format = useFormat();
  const build = useCallback(
    (theme: ChartTheme): ChartConfiguration<'line', { x: number; y: number }[]> => ({
      type: 'line',
      data: {
        datasets: [
          {
            label: 'Contribution added up',
            data: whale.points.map(({ customers, cumulative }) => ({ x: customers, y: cumulative })),
            borderColor: theme.accent,
            borderWidth: 2,
            pointRadius: 0,
            pointHitRadius: 12,
          },
        ],
      },
      options: {
        parsing: false,
        layout: { padding: { top: 24, right: 12 } },
        interaction: { mode: 'nearest', axis: 'x', intersect: false },
        scales: {
          x: {
            type: 'linear',
            min: 0,
            max: whale.n,
            grid: { display: false },
            border: { color: theme.dimmed },
            ticks: {
              color: theme.dimmed,
              maxTicksLimit: 8,
              precision: 0,
              callback: (value) => format.count(Number(value)),
            },
            title: { display: true, text: 'Customers, the most profitable first', color: theme.dimmed },
          },
          y: {
            beginAtZero: true,
            grid: { color: theme.grid },
            border: { display: false },
            ticks: {
              color: theme.dimmed,
              maxTicksLimit: 5,
              callback: (value) => format.money(Math.round(Number(value)), { headline: true }),
            },
          },
        },
        plugins: {
          tooltip: {
            displayColors: false,
            backgroundColor: theme.surface,
            titleColor: theme.text,
            bodyColor: theme.text,
            borderColor: theme.dimmed,
            borderWidth: 1,
            callbacks: {
              title: ([item]) => (item ? `The first ${format.counted(item.parsed.x ?? 0, 'customer')}` : ''),
              label: (item) => `leave ${format.money(Math.round(item.parsed.y ?? 0))}`,
            },
          },
        },
      },
      plugins: [markPlugin(marksOf(whale, format), theme)],
    }),
    [whale, format],
  );
  return (
    <ChartFigure
      title={whale.finding}
      chart={<ChartCanvas label={`Contribution added up. ${whale.finding}`} height={260} build={build} />}
      table={
        <Table striped withTableBorder stickyHeader className={classes.numbers}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right">The first … customers</Table.Th>
              <Table.Th ta="right">leave together</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {whale.points.map(({ customers, cumulative }) => (
              <Table.Tr key={customers}>
                <Table.Td ta="right">{format.count(customers)}</Table.Td>
                <Table.Td ta="right">{format.money(cumulative)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      }
    />
  );
};
