import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AcquisitionView } from '../../../shared/model/value.ts';
import { api } from '../../client/api.ts';
import { usePortfolio } from '../../client/portfolio.ts';
import { DataWanted } from '../../ui/figures/data-wanted.tsx';
import { FigureNote, FigureRow } from '../../ui/figures/figure-row.tsx';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { Groups } from './groups.tsx';

/** What a new customer costs, what they are worth against it, and when the cost is back. */
export const AcquisitionScreen = () => {
  const query = useQuery(api.value.acquisition.queryOptions({ input: {} }));
  const { period } = usePortfolio();
  const found = query.data !== undefined && 'finding' in query.data ? query.data : null;
  return (
    <Page
      money
      title="New customers"
      {...(found !== null && {
        lead: (
          <Text span c="var(--mantine-color-text)">
            {found.finding}
          </Text>
        ),
      })}
    >
      <QueryState query={query} what="Counting the new customers">
        {(acquisition) =>
          'finding' in acquisition ? (
            <Body acquisition={acquisition} />
          ) : period === null ? (
            <NotAvailableNotice missing={acquisition} />
          ) : (
            <DataWanted missing={acquisition} kind="acquisition" />
          )
        }
      </QueryState>
    </Page>
  );
};

const Body = ({ acquisition }: { readonly acquisition: AcquisitionView }) => {
  const format = useFormat();
  const { all, from, to, figures, bySource, bySegment, byQuarter, warnings } = acquisition;
  return (
    <>
      <FigureRow
        headline
        figures={figures.map((result) => ({ result }))}
        note={
          <FigureNote>
            {format.money(all.spend)} spent to win {format.counted(all.newCustomers, 'customer')},{' '}
            {format.day(from)} to {format.day(to)}.
          </FigureNote>
        }
      />
      <Groups title="Where they come from" head="Source" groups={bySource} />
      <Groups title="Quarter by quarter" head="Quarter" groups={byQuarter} />
      {bySegment.length > 0 && (
        <Groups title="Segments the money was meant for" head="Segment" groups={bySegment} />
      )}
      {warnings.map((warning) => (
        <Text key={warning} size="sm" c="dimmed">
          {warning}
        </Text>
      ))}
    </>
  );
};
