import { Button, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { YearOnYearView } from '../../../shared/model/retention.ts';
import { useFormat } from '../../ui/text/format.ts';
import { cellOf, FIFTHS } from './model.ts';
import classes from './retention.module.css';

/** Two windows side by side: what became of each customer, and what changed the revenue. */
export const YearOnYear = ({ years }: { readonly years: YearOnYearView }) => {
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { p1, p2 } = years;
  const period = (p: YearOnYearView['p1']): string => `${format.day(p.from)} to ${format.day(p.to)}`;
  return (
    <section aria-labelledby="year-on-year">
      <Title order={2} id="year-on-year">
        {years.finding}
      </Title>
      <Text size="sm" c="dimmed" mb={8}>
        {period(p1)} against {period(p2)}: {years.label}. Sales with a customer only.
      </Text>
      <div className={classes.two}>
        <ClassTable years={years} />
        <Bridge years={years} />
      </div>
      <Button
        size="compact-sm"
        variant="default"
        mt="sm"
        aria-expanded={isOpen}
        onClick={() => setOpen((on) => !on)}
      >
        {isOpen ? 'Hide where each fifth went' : 'Show where each fifth went'}
      </Button>
      {isOpen && <Fifths years={years} />}
    </section>
  );
};

const ClassTable = ({ years }: { readonly years: YearOnYearView }) => {
  const format = useFormat();
  return (
    <Table verticalSpacing={4} className={classes.numbers} aria-label="What became of customers">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Customers who</Table.Th>
          <Table.Th ta="right">How many</Table.Th>
          <Table.Th ta="right">Earlier</Table.Th>
          <Table.Th ta="right">Later</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {years.classes.map(({ class: name, title, customers, before, after }) => (
          <Table.Tr key={name} className={classes.step}>
            <Table.Th scope="row">{title}</Table.Th>
            <Table.Td ta="right">{format.count(customers)}</Table.Td>
            <Table.Td ta="right">{format.money(before)}</Table.Td>
            <Table.Td ta="right">{format.money(after)}</Table.Td>
          </Table.Tr>
        ))}
        <Table.Tr className={classes.step} data-kind="total">
          <Table.Th scope="row">All known customers</Table.Th>
          <Table.Td ta="right">
            {format.count(years.classes.reduce((sum, { customers }) => sum + customers, 0))}
          </Table.Td>
          <Table.Td ta="right">{format.money(years.before.revenue)}</Table.Td>
          <Table.Td ta="right">{format.money(years.after.revenue)}</Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
};

/** The change in three parts that add up to it. */
const Bridge = ({ years }: { readonly years: YearOnYearView }) => {
  const format = useFormat();
  const { before, after, steps } = years;
  return (
    <section aria-labelledby="bridge">
      <Title order={3} id="bridge" mb={6}>
        From {format.money(before.revenue, { headline: true })} to{' '}
        {format.money(after.revenue, { headline: true })}
      </Title>
      <Table verticalSpacing={4} className={classes.numbers}>
        <Table.Tbody>
          <Total title="Earlier" amount={format.money(before.revenue)} />
          {steps.map(({ title, amount }) => (
            <Table.Tr key={title} className={classes.step}>
              <Table.Th scope="row">{title}</Table.Th>
              <Table.Td ta="right">
                {amount > 0 ? '+' : ''}
                {format.money(amount)}
              </Table.Td>
            </Table.Tr>
          ))}
          <Total title="Later" amount={format.money(after.revenue)} />
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt={4}>
        {format.counted(before.buyers, 'customer')} on {format.counted(before.days, 'day')} of purchase became{' '}
        {format.counted(after.buyers, 'customer')} on {format.counted(after.days, 'day')}. Each part is the
        mean over all orders in which the three could have changed, so they add up.
      </Text>
    </section>
  );
};

const Total = ({ title, amount }: { readonly title: string; readonly amount: string }) => (
  <Table.Tr className={classes.step} data-kind="total">
    <Table.Th scope="row">{title}</Table.Th>
    <Table.Td ta="right">{amount}</Table.Td>
  </Table.Tr>
);

const named = (fifth: number | null): string =>
  fifth === null ? 'Did not buy' : fifth === 5 ? 'Most' : fifth === 1 ? 'Least' : `${6 - fifth}.`;

const Fifths = ({ years }: { readonly years: YearOnYearView }) => {
  const format = useFormat();
  return (
    <>
      <Text size="sm" c="dimmed" mt="sm" mb={4}>
        Customers by fifths of what they brought, earlier down, later across: how many, and what they brought
        later (for those who did not buy later: earlier). A fifth is a rank, not growth.
      </Text>
      <Table
        verticalSpacing={3}
        horizontalSpacing={8}
        className={classes.numbers}
        aria-label="Where each fifth went"
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Earlier</Table.Th>
            {FIFTHS.map((after) => (
              <Table.Th key={after} ta="right">
                {named(after)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {FIFTHS.map((before) => (
            <Table.Tr key={before}>
              <Table.Th scope="row">{named(before)}</Table.Th>
              {FIFTHS.map((after) => {
                const cell = cellOf(years.cells, before, after);
                return (
                  <Table.Td key={after} ta="right">
                    {cell && (
                      <>
                        {format.count(cell.customers)}
                        <Text size="xs" c="dimmed">
                          {format.money(after === null ? cell.revenueBefore : cell.revenueAfter, {
                            headline: true,
                          })}
                        </Text>
                      </>
                    )}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
};
