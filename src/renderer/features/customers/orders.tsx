import { Accordion, Button, Group, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { decimalMark } from '../../../shared/format.ts';
import type { OrderView } from '../../../shared/model/customer.ts';
import { api } from '../../client/api.ts';
import { QueryState } from '../../ui/states/query-state.tsx';
import { useFormat } from '../../ui/text/format.ts';
import classes from './page.module.css';

type Props = { readonly id: number };

const STEP = 20;

/** Every order with its lines, and the file and row each line came from. */
export const Orders = ({ id }: Props) => {
  const format = useFormat();
  const query = useInfiniteQuery(
    api.customers.orders.infiniteOptions({
      input: (offset: number) => ({ id, offset, limit: STEP }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => {
        const read = all.reduce((sum, page) => sum + page.orders.length, 0);
        return last.orders.length > 0 && read < last.total ? read : undefined;
      },
    }),
  );
  return (
    <section aria-labelledby="orders" id="rows">
      <Title order={2} id="orders" mb="xs">
        Orders and their rows
      </Title>
      <QueryState query={query} what="Reading the orders">
        {(data) => {
          const orders = data.pages.flatMap((page) => page.orders);
          const total = data.pages[0]?.total ?? 0;
          if (total === 0) return <Text size="sm">No order carries this customer.</Text>;
          return (
            <>
              <Accordion multiple variant="contained" chevronPosition="left" order={3}>
                {orders.map((order) => (
                  <Order key={order.id} order={order} />
                ))}
              </Accordion>
              <Group mt="xs" gap="sm">
                {query.hasNextPage && (
                  <Button
                    size="xs"
                    variant="default"
                    loading={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    Show more
                  </Button>
                )}
                <Text size="sm" c="dimmed">
                  {format.count(orders.length)} of {format.counted(total, 'order')}
                </Text>
              </Group>
            </>
          );
        }}
      </QueryState>
    </section>
  );
};

const Order = ({ order }: { readonly order: OrderView }) => {
  const format = useFormat();
  const mark = decimalMark(format.locale);
  const written = (text: string | null): string => (text === null ? '' : text.replace('.', mark));
  return (
    <Accordion.Item value={String(order.id)}>
      <Accordion.Control className={classes.order}>
        <span className={classes.orderLine}>
          <span>
            {format.day(order.day)}
            {order.time !== null && `, ${order.time.slice(0, 5)}`}
          </span>
          <Text span c="dimmed" size="sm" truncate>
            {order.number}
          </Text>
          <span>{format.counted(order.lines.length, 'line')}</span>
          <strong>{format.money(order.net)}</strong>
        </span>
      </Accordion.Control>
      <Accordion.Panel>
        <Table verticalSpacing={3} className={classes.numbers}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Product</Table.Th>
              <Table.Th ta="right">Quantity</Table.Th>
              <Table.Th ta="right">Price</Table.Th>
              <Table.Th ta="right">Amount</Table.Th>
              <Table.Th>From</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {order.lines.map((line) => (
              <Table.Tr key={`${line.file} ${line.row} ${line.product}`}>
                <Table.Td>
                  {line.product}
                  {line.counts ? null : (
                    <Text span size="xs" c="dimmed">
                      {' '}
                      no sale, not counted
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right">{written(line.quantity)}</Table.Td>
                <Table.Td ta="right">{written(line.unitPrice)}</Table.Td>
                <Table.Td ta="right">{format.money(line.amount)}</Table.Td>
                <Table.Td>
                  {line.file}, row {line.row}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Accordion.Panel>
    </Accordion.Item>
  );
};
