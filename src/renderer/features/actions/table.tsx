import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Action } from '../../../shared/model/action.ts';
import { useFormat } from '../../ui/text/format.ts';
import { NOTHING } from '../../ui/text/format-core.ts';
import { phoneText } from '../../ui/text/phone.ts';
import classes from './act.module.css';
import { channelsText } from './model.ts';

/** Whom to turn to, in order: what to do, why, and what it is about. */
export const ActionsTable = ({ rows }: { readonly rows: readonly Action[] }) => {
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={820}>
      <Table aria-label="Next best actions" className={classes.table} verticalSpacing={7}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right" w={44}>
              Rank
            </Table.Th>
            <Table.Th w="24%">Customer</Table.Th>
            <Table.Th w={160}>Phone</Table.Th>
            <Table.Th>What to do, and why</Table.Th>
            <Table.Th ta="right" w={104}>
              At stake
            </Table.Th>
            <Table.Th w={120}>May be written to</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.customer}>
              <Table.Td ta="right" className={`${classes.numbers} ${classes.rank}`}>
                {format.count(row.rank)}
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <Anchor component={Link} to={`/customers/${row.customer}`} size="sm" fw={600}>
                  {row.name}
                </Anchor>
                {row.segmentName !== null && (
                  <Text size="xs" c="dimmed">
                    {row.segmentName}
                  </Text>
                )}
              </Table.Td>
              <Table.Td className={`${classes.numbers} ${classes.phone}`}>
                {row.phone === null ? NOTHING : phoneText(row.phone)}
              </Table.Td>
              <Table.Td>
                <Text size="sm" fw={600}>
                  {row.action}
                </Text>
                <Text size="sm">{row.reason}</Text>
              </Table.Td>
              <Table.Td ta="right" className={classes.numbers}>
                {format.money(row.expectedValue)}
              </Table.Td>
              <Table.Td>{channelsText(row)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
