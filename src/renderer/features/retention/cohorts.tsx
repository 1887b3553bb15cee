import { Table, Text, Title } from '@mantine/core';
import type { CohortRow, Cohorts } from '../../../shared/model/retention.ts';
import { useFormat } from '../../ui/text/format.ts';
import type { Format } from '../../ui/text/format-core.ts';
import { shade } from './model.ts';
import classes from './retention.module.css';

/** Customers by the month of their first purchase, and the share of them buying in each month after. */
export const CohortTable = ({ cohorts }: { readonly cohorts: Cohorts }) => {
  const format = useFormat();
  const months = Array.from({ length: cohorts.months }, (_, k) => k);
  return (
    <section aria-labelledby="cohorts">
      <Title order={2} id="cohorts">
        {cohorts.finding}
      </Title>
      <Text size="sm" c="dimmed" mb={8}>
        By the month of the first purchase: the share buying in each month after it. Months that are not over
        are empty.
      </Text>
      <section
        className={classes.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label="Cohorts"
      >
        <Table verticalSpacing={3} horizontalSpacing={8} stickyHeader className={classes.numbers}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>First bought</Table.Th>
              <Table.Th ta="right">Customers</Table.Th>
              {months.map((k) => (
                <Table.Th key={k} ta="right">
                  {k === 0 ? 'Same month' : `+${k}`}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {cohorts.rows.map((row) => (
              <Table.Tr key={row.month}>
                <Table.Th scope="row">{format.month(row.month)}</Table.Th>
                <Table.Td ta="right">{format.count(row.customers)}</Table.Td>
                {months.map((k) => (
                  <Cell key={k} row={row} k={k} format={format} />
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </section>
  );
};

type CellProps = { readonly row: CohortRow; readonly k: number; readonly format: Format };

const Cell = ({ row, k, format }: CellProps) => {
  const share = row.share[k] ?? null;
  if (share === null) return <Table.Td />;
  const [lo, hi] = [row.lo[k] ?? null, row.hi[k] ?? null];
  const range = lo === null || hi === null ? undefined : `${format.share(lo)} to ${format.share(hi)}`;
  return (
    <Table.Td ta="right" title={range} className={classes.cell} style={{ '--shade': shade(share, k) }}>
      {format.share(share)}
    </Table.Td>
  );
};
