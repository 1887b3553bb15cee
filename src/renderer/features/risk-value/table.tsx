import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { RiskGroup } from '../../../shared/model/risk-value.ts';
import { addressOfFilter } from '../../ui/customer-address.ts';
import { useFormat } from '../../ui/text/format.ts';
import { engagementText } from './model.ts';
import classes from './risk-value.module.css';

/** The same in rows: each class, and those of most value in it. */
export const RiskTable = ({ groups }: { readonly groups: readonly RiskGroup[] }) => {
  const format = useFormat();
  return (
    <section
      className={classes.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label="Risk and value as a table"
    >
      <Table verticalSpacing={4} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Customer</Table.Th>
            <Table.Th ta="right">12 months</Table.Th>
            <Table.Th ta="right">Engagement</Table.Th>
            <Table.Th ta="right">Last purchase</Table.Th>
          </Table.Tr>
        </Table.Thead>
        {groups.map((group) => (
          <Table.Tbody key={group.class}>
            <Table.Tr>
              <Table.Th scope="rowgroup" colSpan={4}>
                {group.title}: {format.counted(group.count, 'customer')},{' '}
                {format.money(group.revenue, { headline: true })}, {format.share(group.revenueShare)} of
                revenue{' '}
                {group.count > group.customers.length && (
                  <Anchor component={Link} to={addressOfFilter({ risk: group.class })} size="sm">
                    (all in Customers)
                  </Anchor>
                )}
              </Table.Th>
            </Table.Tr>
            {group.customers.map((customer) => (
              <Table.Tr key={customer.id}>
                <Table.Td>
                  <Anchor component={Link} to={`/customers/${customer.id}`} size="sm">
                    {customer.name}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right">{format.money(customer.revenue12m)}</Table.Td>
                <Table.Td ta="right">{engagementText(customer, format)}</Table.Td>
                <Table.Td ta="right">{format.day(customer.lastDay)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        ))}
      </Table>
    </section>
  );
};
