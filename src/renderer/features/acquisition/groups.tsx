import { Table, Title } from '@mantine/core';
import { useId } from 'react';
import type { AcquisitionGroup } from '../../../shared/model/value.ts';
import { Explained } from '../../ui/figures/explained.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { NOTHING } from '../../ui/text/format-core.ts';
import classes from './acquisition.module.css';

type Props = { readonly title: string; readonly head: string; readonly groups: readonly AcquisitionGroup[] };

/** Cost and worth of the new customers of each source, quarter or segment. */
export const Groups = ({ title, head, groups }: Props) => {
  const format = useFormat();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb={4}>
        {title}
      </Title>
      <Table.ScrollContainer minWidth={760} scrollAreaProps={{ type: 'auto' }}>
        <Table className={classes.numbers} verticalSpacing={5} layout="fixed" aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="24%">{head}</Table.Th>
              <Table.Th>Spent</Table.Th>
              <Table.Th>New customers</Table.Th>
              <Table.Th>
                <Explained metric="cac">Cost of one</Explained>
              </Table.Th>
              <Table.Th>Worth of one</Table.Th>
              <Table.Th>
                <Explained metric="cltvToCac">Worth ÷ cost</Explained>
              </Table.Th>
              <Table.Th>
                <Explained metric="paybackMonth">Back in month</Explained>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.map(({ name, spend, newCustomers, cac, value, ratio, paybackMonth }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={500}>
                  {name}
                </Table.Th>
                <Table.Td>{format.money(spend)}</Table.Td>
                <Table.Td>{format.count(newCustomers)}</Table.Td>
                <Table.Td>{format.money(cac)}</Table.Td>
                <Table.Td>{format.money(value)}</Table.Td>
                <Table.Td>{ratio === null ? NOTHING : format.ratio(ratio)}</Table.Td>
                <Table.Td>{format.count(paybackMonth)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
};
