import { Table, Text, Title } from '@mantine/core';
import type { SegmentOutlook } from '../../../shared/model/retention.ts';
import { Figure } from '../../ui/figures/figure.tsx';
import { useFormat } from '../../ui/text/format.ts';
import classes from './retention.module.css';

/** What each segment's customers bring in a month of late, and will probably bring in the next. */
export const SegmentOutlookTable = ({ segments }: { readonly segments: readonly SegmentOutlook[] }) => {
  const format = useFormat();
  return (
    <section aria-labelledby="segment-outlook">
      <Title order={2} id="segment-outlook">
        The next month by segment
      </Title>
      <Text size="sm" c="dimmed" mb={8}>
        Those who are in a segment today, whatever it was before; sales without a customer are in none.
      </Text>
      <Table verticalSpacing={4} className={classes.numbers}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Segment</Table.Th>
            <Table.Th ta="right">Customers</Table.Th>
            <Table.Th ta="right">An average month of the last 3</Table.Th>
            <Table.Th ta="right">Next month</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {segments.map(({ name, customers, lately, next }) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right">{format.count(customers)}</Table.Td>
              <Table.Td ta="right">{format.money(lately, { headline: true })}</Table.Td>
              <Table.Td ta="right">
                <Figure result={next} headline />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
};
