import { Paper, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Migration } from '../../../shared/model/migration.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../ui/format.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { movesInWords } from './model.ts';
import classes from './segments.module.css';

/** Who came, stayed and left since the last day on which the segments were kept. */
export const Moves = () => {
  const query = useQuery(api.segments.migration.queryOptions({ input: {} }));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="moves">
      <QueryState query={query} what="Comparing with the day before">
        {(migration) =>
          'reason' in migration ? (
            <>
              <Title order={2} id="moves" mb={4}>
                Movement
              </Title>
              <Text size="sm" c="dimmed">
                {migration.reason} {migration.needed}
              </Text>
            </>
          ) : (
            <MovesTable migration={migration} />
          )
        }
      </QueryState>
    </Paper>
  );
};

const HEADS = ['Before', 'Stayed', 'Moved out', 'Left', 'Moved in', 'New', 'Now'] as const;

const MovesTable = ({ migration }: { readonly migration: Migration }) => {
  const format = useFormat();
  return (
    <>
      <Title order={2} id="moves" mb={4}>
        Since {format.day(migration.from.asOf)}: {migration.sentence}
      </Title>
      {migration.rulesChanged && (
        <Text size="sm" c="dimmed" mb={4}>
          The rules were others then: some moved because of that.
        </Text>
      )}
      <Table.ScrollContainer minWidth={620} scrollAreaProps={{ type: 'auto' }}>
        <Table verticalSpacing={4} className={classes.moves}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Segment</Table.Th>
              {HEADS.map((head) => (
                <Table.Th key={head} ta="right">
                  {head}
                </Table.Th>
              ))}
              <Table.Th>From and to</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {migration.segments.map((row) => (
              <Table.Tr key={row.name}>
                <Table.Th scope="row" fw={500}>
                  {row.name}
                </Table.Th>
                {[
                  row.before,
                  row.stayed,
                  row.movedOut,
                  row.leavers,
                  row.movedIn,
                  row.entrants,
                  row.after,
                ].map((count, i) => (
                  <Table.Td key={HEADS[i]} ta="right">
                    {format.count(count)}
                  </Table.Td>
                ))}
                <Table.Td>{movesInWords(migration, row.name, format)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
};
