import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { usePortfolio } from '../../client/portfolio.ts';
import { DataWanted } from '../../ui/figures/data-wanted.tsx';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { InboxView } from './inbox.tsx';
import { Scores } from './scores.tsx';

/** What customers say, who still waits for an answer, and how soon answers come. */
export const ListenScreen = () => {
  const query = useQuery(api.listening.read.queryOptions({ input: {} }));
  const { period } = usePortfolio();
  const heard = query.data !== undefined && 'finding' in query.data ? query.data : null;
  return (
    <Page
      title="Listen"
      {...(heard !== null && {
        lead: (
          <Text span c="var(--mantine-color-text)">
            {heard.finding}
          </Text>
        ),
      })}
    >
      <QueryState query={query} what="Reading what customers said">
        {(listening) =>
          'reason' in listening ? (
            period === null ? (
              <NotAvailableNotice missing={listening} />
            ) : (
              <DataWanted missing={listening} kind="feedback" />
            )
          ) : (
            <>
              <InboxView finding={listening.clockFinding} />
              <Scores listening={listening} />
            </>
          )
        }
      </QueryState>
    </Page>
  );
};
