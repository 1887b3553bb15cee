import { Paper, Select, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { MovementTable } from '../../ui/figures/movement-table.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { snapshotChoices } from './model.ts';

/** Who came, stayed and left since a day on which the segments were kept, the latest unless another is chosen. */
export const Moves = () => {
  const [from, setFrom] = useState<number | undefined>(undefined);
  const query = useQuery(
    api.segments.migration.queryOptions({ input: { from }, placeholderData: keepPreviousData }),
  );
  const snapshots = useQuery(api.segments.snapshots.queryOptions());
  const format = useFormat();
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
            <>
              <Title order={2} id="moves">
                Since {format.day(migration.from.asOf)}: {migration.sentence}
              </Title>
              {migration.rulesChanged && (
                <Text size="sm" c="dimmed">
                  The rules were others then: some moved because of that.
                </Text>
              )}
              <Select
                label="Compare with"
                size="xs"
                my="xs"
                maw={260}
                allowDeselect={false}
                data={snapshotChoices(snapshots.data ?? [], migration, format)}
                value={String(migration.from.snapshot)}
                onChange={(id) => setFrom(id === null ? undefined : Number(id))}
              />
              <MovementTable head="Segment" rows={migration.segments} moves={migration.moves} />
            </>
          )
        }
      </QueryState>
    </Paper>
  );
};
