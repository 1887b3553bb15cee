import { Button, Group, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Products } from '../../../shared/model/products.ts';
import { Explained } from '../../ui/figures/explained.tsx';
import { copyRows } from '../../ui/text/copy-rows.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { NOTHING } from '../../ui/text/format-core.ts';
import { copyOf, periodsText } from './model.ts';
import classes from './products.module.css';

type Props = { readonly popular: Extract<Products['popular'], { rows: unknown }> };

const AT_FIRST = 10;

/** Products by what they bring. */
export const Popular = ({ popular }: Props) => {
  const format = useFormat();
  const [all, setAll] = useState(false);
  const { rows, products } = popular;
  const shown = all ? rows : rows.slice(0, AT_FIRST);
  const withCategory = rows.some((row) => row.category !== null);
  const withMargin = rows.some((row) => row.margin !== null);
  const widest = Math.max(...rows.map((row) => row.share), 0);
  return (
    <section aria-labelledby="popular">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="popular">
          What sells
        </Title>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          fw={500}
          onClick={() => {
            const { head, cells } = copyOf(rows, format);
            copyRows(head, cells);
          }}
        >
          Copy the table
        </Button>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={classes.wide} tabIndex={0} aria-label="What sells, as a table">
        <Table verticalSpacing={4} className={classes.numbers}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Product</Table.Th>
              {withCategory && <Table.Th>Category</Table.Th>}
              <Table.Th ta="right">Revenue</Table.Th>
              <Table.Th colSpan={2}>Share</Table.Th>
              {withMargin && <Table.Th ta="right">Margin</Table.Th>}
              <Table.Th ta="right">Orders</Table.Th>
              <Table.Th ta="right">Buyers</Table.Th>
              <Table.Th ta="right">
                <Explained metric="productRepeatShare">Bought again</Explained>
              </Table.Th>
              <Table.Th ta="right">
                <Explained metric="productTrend">Trend</Explained>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td className={classes.name}>{row.product}</Table.Td>
                {withCategory && <Table.Td>{row.category ?? NOTHING}</Table.Td>}
                <Table.Td ta="right">{format.money(row.revenue)}</Table.Td>
                <Table.Td ta="right">{format.share(row.share)}</Table.Td>
                <Table.Td className={classes.barCell}>
                  <div
                    className={classes.bar}
                    style={{ width: `${widest > 0 ? (100 * row.share) / widest : 0}%` }}
                  />
                </Table.Td>
                {withMargin && <Table.Td ta="right">{format.money(row.margin)}</Table.Td>}
                <Table.Td ta="right">{format.count(row.orders)}</Table.Td>
                <Table.Td ta="right">{format.count(row.buyers)}</Table.Td>
                <Table.Td ta="right">{format.share(row.repeatShare)}</Table.Td>
                <Table.Td ta="right">{format.growth(row.trend)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <Group mt="xs" gap="sm">
        {rows.length > AT_FIRST && (
          <Button size="xs" variant="default" aria-expanded={all} onClick={() => setAll((on) => !on)}>
            {all ? `Show the first ${AT_FIRST}` : `Show ${rows.length}`}
          </Button>
        )}
        <Text size="sm" c="dimmed">
          {format.count(shown.length)} of {format.counted(products, 'product')}.
          {popular.periods !== null && ` ${periodsText(popular.periods, format)}`}
          {popular.warnings.map((warning) => ` ${warning}`)}
        </Text>
      </Group>
    </section>
  );
};
