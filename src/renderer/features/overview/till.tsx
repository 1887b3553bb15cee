import { List, Paper, Table, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import type { Till } from '../../../shared/model/overview.ts';
import { type BarSeries, BarsChart, BarsTable } from '../../ui/charts/bars.tsx';
import { ChartFigure } from '../../ui/charts/chart-figure.tsx';
import { placeOfMost } from '../../ui/charts/month-bars.ts';
import { useFormat } from '../../ui/text/format.ts';
import { hoursTitle, openHours, weekdaysTitle } from './model.ts';
import classes from './overview.module.css';

type Props = { readonly till: Till };

/** The first rows of till mode: what sells, and how to begin knowing who buys. */
export const TillTop = ({ till }: Props) => (
  <div className={classes.top}>
    <TopProducts products={till.topProducts} />
    <Paper withBorder p="md" component="section" aria-labelledby="begin">
      <Title order={2} size="lg" id="begin" mb="xs">
        How to begin knowing your customers
      </Title>
      {till.notKnown.length > 0 && (
        <>
          <Text size="sm" mb={4}>
            These sales cannot say:
          </Text>
          <List spacing={2} size="sm" mb="sm">
            {till.notKnown.map((each) => (
              <List.Item key={each}>{each}</List.Item>
            ))}
          </List>
        </>
      )}
      <List type="ordered" spacing="xs" size="sm">
        {till.howToBegin.map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
    </Paper>
  </div>
);

const TopProducts = ({ products }: { readonly products: Till['topProducts'] }) => {
  const format = useFormat();
  const first = products[0];
  const widest = Math.max(...products.map((p) => p.share), 0);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="products">
      <Title order={2} size="lg" id="products" mb="xs">
        {first === undefined
          ? 'No product has been sold yet'
          : `${first.product} brings ${format.share(first.share)} of revenue`}
      </Title>
      <Table className={classes.numbers} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Product</Table.Th>
            <Table.Th ta="right">Revenue</Table.Th>
            <Table.Th ta="right">Orders</Table.Th>
            <Table.Th colSpan={2}>Share</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {products.map((p) => (
            <Table.Tr key={p.product}>
              <Table.Td>{p.product}</Table.Td>
              <Table.Td ta="right">{format.money(p.revenue)}</Table.Td>
              <Table.Td ta="right">{format.count(p.orders)}</Table.Td>
              <Table.Td>{format.share(p.share)}</Table.Td>
              <Table.Td w="24%">
                <div
                  className={classes.shareBar}
                  style={{ width: `${widest > 0 ? Math.max(0, (100 * p.share) / widest) : 0}%` }}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
};

export const TillCharts = ({ till }: Props) => {
  const format = useFormat();
  const write = useMemo(
    () => (value: number) => format.money(Math.round(value), { headline: true }),
    [format],
  );
  const hours = useMemo(() => openHours(till.hours), [till.hours]);
  const days = till.weekdays;
  const hourBars = useBars(
    hours.map((h) => format.hour(h.hour)),
    hours.map((h) => h.revenue),
  );
  const dayBars = useBars(
    days.map((d) => format.weekday(d.weekday)),
    days.map((d) => d.revenue),
  );
  const titles = { hours: hoursTitle(hours, format), days: weekdaysTitle(days, format) };
  return (
    <div className={classes.charts}>
      <Paper withBorder p="md">
        {hours.length === 0 ? (
          <Text>{titles.hours}. With a time column in the export, the busy hours appear here.</Text>
        ) : (
          <ChartFigure
            title={titles.hours}
            chart={
              <BarsChart
                label={`Revenue by hour. ${titles.hours}.`}
                height={210}
                write={write}
                {...hourBars}
              />
            }
            table={<BarsTable head="Hour" write={format.money} {...hourBars} />}
          />
        )}
      </Paper>
      <Paper withBorder p="md">
        <ChartFigure
          title={titles.days}
          chart={
            <BarsChart
              label={`Revenue by weekday. ${titles.days}.`}
              height={210}
              write={write}
              {...dayBars}
            />
          }
          table={<BarsTable head="Weekday" write={format.money} {...dayBars} />}
        />
      </Paper>
    </div>
  );
};

const useBars = (labels: readonly string[], values: readonly number[]) => {
  const key = JSON.stringify([labels, values]);
  return useMemo(() => {
    const [names, numbers] = JSON.parse(key) as [string[], number[]];
    const series: readonly BarSeries[] = [{ name: 'Revenue', values: numbers, look: 'solid' }];
    return { labels: names, series, marked: placeOfMost(numbers) };
  }, [key]);
};
