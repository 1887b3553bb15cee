import { Anchor, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { CustomerFilter } from '../../../shared/contract/customers.ts';
import { api } from '../../client/api.ts';
import { addressOfFilter } from '../../ui/customer-address.ts';
import { QueryState } from '../../ui/states/query-state.tsx';
import { useFormat } from '../../ui/text/format.ts';
import classes from './matrix.module.css';

type Props = { readonly filter: CustomerFilter };

const SHOWN = 50;

/** The customers of a field or a segment: the dearest first, their totals, and the way to all of them. */
export const People = ({ filter }: Props) => {
  const format = useFormat();
  const query = useQuery(api.customers.list.queryOptions({ input: { ...filter, limit: SHOWN } }));
  return (
    <QueryState query={query} what="Reading the customers">
      {(list) =>
        list.total === 0 ? (
          <Text size="sm">No customer is here.</Text>
        ) : (
          <>
            <Text size="sm" mb={4}>
              {format.counted(list.total, 'customer')}, {format.money(list.revenue12m, { headline: true })} in
              12 months, {format.money(list.revenue, { headline: true })} in all.
            </Text>
            <Table verticalSpacing={5} className={classes.people}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Customer</Table.Th>
                  <Table.Th ta="right">12 months</Table.Th>
                  <Table.Th ta="right">Last purchase</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {list.rows.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>
                      <Anchor component={Link} to={`/customers/${row.id}`} size="sm">
                        {row.name}
                      </Anchor>
                    </Table.Td>
                    <Table.Td ta="right">{format.money(row.revenue12m)}</Table.Td>
                    <Table.Td ta="right">{format.day(row.lastDay)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            {list.total > list.rows.length && (
              <Anchor component={Link} to={addressOfFilter(filter)} size="sm" mt="sm" display="block">
                All {format.count(list.total)} in Customers
              </Anchor>
            )}
          </>
        )
      }
    </QueryState>
  );
};
