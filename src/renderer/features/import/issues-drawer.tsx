import { Drawer, Group, Pagination, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { QueryState } from '../../ui/states/query-state.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { IssueTable } from './issue-table.tsx';

const PAGE = 100;

type Props = {
  readonly batch: number | null;
  readonly fileName: string | null;
  readonly onClose: () => void;
};

const Issues = ({ batch }: { readonly batch: number }): ReactElement => {
  const f = useFormat();
  const [page, setPage] = useState(1);
  const issues = useQuery(
    api.importing.issues.queryOptions({
      input: { batch, offset: (page - 1) * PAGE, limit: PAGE },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <QueryState query={issues}>
      {(found) =>
        found.total === 0 ? (
          <Text>Every row of this import was clean. There is nothing to correct.</Text>
        ) : (
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {f.counted(found.total, 'problem')}. Rows are numbered as in your file. To bring in what was
              left out, correct the file and import it again: rows that are already there do not count twice.
            </Text>
            <IssueTable issues={found.issues} caption="Problems of this import" count={f.count} />
            {found.total > PAGE ? (
              <Group justify="center">
                <Pagination
                  total={Math.ceil(found.total / PAGE)}
                  value={page}
                  onChange={setPage}
                  size="sm"
                  getControlProps={(control) => ({ 'aria-label': `${control} page` })}
                />
              </Group>
            ) : null}
          </Stack>
        )
      }
    </QueryState>
  );
};

/** The check of one import: all its problems, page by page. */
export const IssuesDrawer = ({ batch, fileName, onClose }: Props): ReactElement => (
  <Drawer
    opened={batch !== null}
    onClose={onClose}
    size={860}
    title={fileName === null ? 'Check' : `Check: ${fileName}`}
  >
    {batch === null ? null : <Issues key={batch} batch={batch} />}
  </Drawer>
);
