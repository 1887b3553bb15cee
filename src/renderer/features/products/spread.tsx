import { Table, Text, Title } from '@mantine/core';
import type { Spread } from '../../../shared/model/products.ts';
import { Explained } from '../../ui/figures/explained.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { SPREAD_WORDS } from './model.ts';
import classes from './products.module.css';

type Props = { readonly spread: readonly Spread[]; readonly warnings: readonly string[] };

/** How much hangs on few: customers, segments, products, categories. */
export const SpreadPanel = ({ spread, warnings }: Props) => {
  const format = useFormat();
  return (
    <section aria-labelledby="spread">
      <Title order={2} id="spread" mb="xs">
        How widely revenue is spread
      </Title>
      <Table verticalSpacing={4} className={classes.numbers} maw={760}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Over</Table.Th>
            <Table.Th ta="right">Number</Table.Th>
            <Table.Th ta="right">
              <Explained metric="effectiveNumber">As if equally big</Explained>
            </Table.Th>
            <Table.Th>The biggest</Table.Th>
            <Table.Th ta="right">Its share</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {spread.map((one) => (
            <Table.Tr key={one.of}>
              <Table.Td>{SPREAD_WORDS[one.of]}</Table.Td>
              <Table.Td ta="right">{format.count(one.n)}</Table.Td>
              <Table.Td ta="right">{format.decimal(one.effective)}</Table.Td>
              <Table.Td className={classes.name}>{one.biggest}</Table.Td>
              <Table.Td ta="right">{format.share(one.topShare)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {warnings.map((warning) => (
        <Text key={warning} size="sm" mt="xs" className={classes.warning}>
          {warning}
        </Text>
      ))}
    </section>
  );
};
