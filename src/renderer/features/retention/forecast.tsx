import { Group, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { RevenueOutlook } from '../../../shared/model/retention.ts';
import { BarsChart } from '../../ui/charts/bars.tsx';
import { ChartFigure } from '../../ui/charts/chart-figure.tsx';
import { ChartKey } from '../../ui/charts/key.tsx';
import { Figure } from '../../ui/figures/figure.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { forecastBars } from './model.ts';
import classes from './retention.module.css';

/** The months so far and those ahead, with the range each is likely to lie in. */
export const ForecastChart = ({ forecast }: { readonly forecast: RevenueOutlook }) => {
  const format = useFormat();
  const bars = useMemo(() => forecastBars(forecast), [forecast]);
  const labels = useMemo(() => bars.months.map((month) => format.month(month)), [bars, format]);
  const write = useMemo(
    () => (value: number) => format.money(Math.round(value), { headline: true }),
    [format],
  );
  return (
    <ChartFigure
      title={forecast.finding}
      chart={
        <BarsChart
          label={`Revenue by month and its forecast. ${forecast.finding}`}
          height={220}
          labels={labels}
          series={bars.series}
          marked={bars.marked}
          ranges={bars.ranges}
          write={write}
        />
      }
      table={
        <Table striped withTableBorder stickyHeader className={classes.numbers}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Month</Table.Th>
              <Table.Th ta="right">Revenue</Table.Th>
              <Table.Th ta="right">Likely range</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {forecast.past.map(({ month, revenue }) => (
              <Table.Tr key={month}>
                <Table.Td>{format.month(month)}</Table.Td>
                <Table.Td ta="right">{format.money(revenue)}</Table.Td>
                <Table.Td />
              </Table.Tr>
            ))}
            {forecast.ahead.map(({ month, revenue, lo, hi }) => (
              <Table.Tr key={month}>
                <Table.Td>
                  {format.month(month)}, forecast
                  {forecast.running?.month === month &&
                    ` (${format.money(forecast.running.sold)} sold so far)`}
                </Table.Td>
                <Table.Td ta="right">{format.money(revenue)}</Table.Td>
                <Table.Td ta="right">
                  {format.money(lo)} to {format.money(hi)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      }
      note={
        <Group gap="xs" align="baseline">
          <ChartKey entries={bars.series} />
          <Text span size="xs">
            {format.month(bars.months[bars.marked] ?? '')}:
          </Text>
          <Figure result={forecast.next} headline />
          <Text span size="xs">
            {forecast.horizon}
          </Text>
        </Group>
      }
    />
  );
};
