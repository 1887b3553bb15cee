import { Anchor, Table, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { NotAvailable } from '../../../shared/model/result.ts';
import type { ValueView } from '../../../shared/model/value.ts';
import { useFormat } from '../../ui/text/format.ts';
import classes from './value.module.css';

type Known = Exclude<ValueView['concentration'], NotAvailable>;

const CLASS_WORDS = { A: 'A: carry the business', B: 'B: bring the next part', C: 'C: all others' } as const;

/** How many customers bring how much, by the classes of ABC. */
export const Concentration = ({ concentration }: { readonly concentration: Known }) => {
  const format = useFormat();
  return (
    <section aria-labelledby="concentration">
      <Title order={2} id="concentration" mb={6}>
        {concentration.finding}
      </Title>
      <Table
        className={classes.numbers}
        verticalSpacing={5}
        maw={860}
        aria-label="Revenue by class of customer"
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={210}>Class</Table.Th>
            <Table.Th ta="right" w={110}>
              Customers
            </Table.Th>
            <Table.Th ta="right" w={150}>
              Revenue
            </Table.Th>
            <Table.Th ta="right" w={90}>
              Share
            </Table.Th>
            <Table.Td aria-hidden="true" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {concentration.abc.map(({ class: name, customers, revenue, share }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={500}>
                {CLASS_WORDS[name]}
              </Table.Th>
              <Table.Td ta="right">{format.count(customers)}</Table.Td>
              <Table.Td ta="right">{format.money(revenue)}</Table.Td>
              <Table.Td ta="right">{format.share(share)}</Table.Td>
              <Table.Td aria-hidden="true">
                <div className={classes.bar} style={{ width: `${(100 * share).toFixed(1)}%` }} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {concentration.warnings.map((warning) => (
        <Text key={warning} size="sm" mt="xs">
          {warning}
        </Text>
      ))}
      <Text size="sm" mt="xs">
        <Anchor component={Link} to="/portfolio/products" size="sm" underline="always">
          How widely revenue is spread over products and segments
        </Anchor>
      </Text>
    </section>
  );
};
