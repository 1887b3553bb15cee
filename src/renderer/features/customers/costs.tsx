import { Table, Text, Title } from '@mantine/core';
import type { CustomerPage } from '../../../shared/model/customer.ts';
import { Explained } from '../../ui/figures/explained.tsx';
import { useFormat } from '../../ui/text/format.ts';
import classes from './page.module.css';

type Props = { readonly costs: NonNullable<CustomerPage['costs']> };

/** From revenue to what is left of it. */
export const Costs = ({ costs }: Props) => {
  const format = useFormat();
  return (
    <section aria-labelledby="costs">
      <Title order={2} id="costs" mb="xs">
        {costs.finding}
      </Title>
      <Table verticalSpacing={4} className={classes.numbers} aria-label="From revenue to contribution">
        <Table.Tbody>
          <Row name="Revenue" amount={format.money(costs.revenue)} />
          <Row name="Cost of goods" amount={format.money(-costs.goods)} />
          {costs.serving.map((part) => (
            <Row key={part.name} name={part.name} amount={format.money(-part.amount)} />
          ))}
          <Table.Tr>
            <Table.Th scope="row">
              <Explained metric="contribution">Contribution</Explained>
            </Table.Th>
            <Table.Th ta="right">{format.money(costs.contribution)}</Table.Th>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      {costs.notes.map((note) => (
        <Text key={note} size="sm" c="dimmed" mt="xs">
          {note}
        </Text>
      ))}
    </section>
  );
};

const Row = ({ name, amount }: { readonly name: string; readonly amount: string }) => (
  <Table.Tr>
    <Table.Td>{name}</Table.Td>
    <Table.Td ta="right">{amount}</Table.Td>
  </Table.Tr>
);
