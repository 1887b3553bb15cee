import { Anchor, Drawer, Group, Pagination, Stack, Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Opening } from '../../../shared/model/products.ts';
import { api } from '../../client/api.ts';
import { QueryState } from '../../ui/states/query-state.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { reasonText } from './model.ts';

type Props = { readonly opening: Opening | null; readonly onClose: () => void };

const PAGE = 100;

/** Everyone who might want a product, page by page. */
export const BuyersDrawer = ({ opening, onClose }: Props) => (
  <Drawer
    opened={opening !== null}
    onClose={onClose}
    size={560}
    title={opening === null ? 'Likely buyers' : `Likely buyers of ${opening.product}`}
  >
    {opening === null ? null : <Buyers key={opening.id} product={opening.id} />}
  </Drawer>
);

const Buyers = ({ product }: { readonly product: number }) => {
  const format = useFormat();
  const [page, setPage] = useState(1);
  const query = useQuery(
    api.products.likelyBuyers.queryOptions({
      input: { product, offset: (page - 1) * PAGE, limit: PAGE },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <QueryState query={query} what="Reading who might want it">
      {({ total, customers }) => (
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {format.counted(total, 'customer')} who never bought it, the likeliest first.
          </Text>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Customer</Table.Th>
                <Table.Th>Why</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {customers.map((customer) => (
                <Table.Tr key={customer.id}>
                  <Table.Td>
                    <Anchor component={Link} to={`/customers/${customer.id}`} size="sm">
                      {customer.name}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>{reasonText(customer, format)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {total > PAGE && (
            <Group justify="center">
              <Pagination
                total={Math.ceil(total / PAGE)}
                value={page}
                onChange={setPage}
                size="sm"
                getControlProps={(control) => ({ 'aria-label': `${control} page` })}
              />
            </Group>
          )}
        </Stack>
      )}
    </QueryState>
  );
};
