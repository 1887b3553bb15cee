import { Anchor, Table, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Profit } from '../../../shared/model/value.ts';
import { Explained } from '../../ui/figures/explained.tsx';
import { useFormat } from '../../ui/text/format.ts';
import classes from './value.module.css';
import { WhaleChart } from './whale-chart.tsx';

/** The whale curve, the way from revenue to what is left, and who costs more than they bring. */
export const ProfitView = ({ profit }: { readonly profit: Profit }) => {
  const format = useFormat();
  const { steps, losers, warnings } = profit;
  return (
    <>
      <div className={classes.two}>
        <WhaleChart whale={profit} />
        <section aria-labelledby="steps">
          <Title order={3} id="steps" mb={6}>
            What is left of the revenue, since the first sale
          </Title>
          <Table className={classes.numbers} verticalSpacing={4}>
            <Table.Tbody>
              {steps.map(({ title, amount, kind }) => (
                <Table.Tr key={title} data-kind={kind} className={classes.step}>
                  <Table.Th scope="row">{title}</Table.Th>
                  <Table.Td ta="right">{format.money(amount)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {warnings.map((warning) => (
            <Text key={warning} size="xs" c="dimmed" mt={4}>
              {warning}
            </Text>
          ))}
        </section>
      </div>
      {losers.total > 0 && (
        <section aria-labelledby="losers">
          <Title order={2} id="losers">
            {format.counted(losers.total, 'customer costs', 'customers cost')} more than they bring
          </Title>
          <Text size="sm" c="dimmed" mb={6}>
            {losers.surely === losers.total
              ? 'All of them even if doubtful costs were 20 % lower.'
              : `${format.count(losers.surely)} of them even if doubtful costs were 20 % lower.`}{' '}
            A reason to look at prices and service, not a verdict.
          </Text>
          <Table.ScrollContainer minWidth={720} scrollAreaProps={{ type: 'auto' }}>
            <Table className={classes.numbers} verticalSpacing={5} aria-label="Customers at a loss">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Customer</Table.Th>
                  <Table.Th>Segment</Table.Th>
                  <Table.Th ta="right">Revenue</Table.Th>
                  <Table.Th ta="right">
                    <Explained metric="contribution">Contribution</Explained>
                  </Table.Th>
                  <Table.Th ta="right">If costs are 20 % off</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {losers.first.map(({ id, name, segment, revenue, contribution, lo, hi }) => (
                  <Table.Tr key={id}>
                    <Table.Td>
                      <Anchor component={Link} to={`/customers/${id}`} size="sm" fw={600}>
                        {name}
                      </Anchor>
                    </Table.Td>
                    <Table.Td>{segment ?? ''}</Table.Td>
                    <Table.Td ta="right">{format.money(revenue)}</Table.Td>
                    <Table.Td ta="right">{format.money(contribution)}</Table.Td>
                    <Table.Td ta="right">
                      {format.money(lo)} to {format.money(hi)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </section>
      )}
    </>
  );
};
