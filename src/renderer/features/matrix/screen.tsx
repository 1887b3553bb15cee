import { SegmentedControl, Text } from '@mantine/core';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { type IsoDay, isIsoDay } from '../../../shared/model/day.ts';
import type { MatrixSubject } from '../../../shared/model/matrix.ts';
import { api } from '../../client/api.ts';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { Failure } from '../../ui/states/failure.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { CompareWith } from './compare-with.tsx';
import { matrixQuery } from './use-matrix.ts';
import { MatrixView } from './view.tsx';

const SUBJECTS = [
  { value: 'segments', label: 'Segments' },
  { value: 'customers', label: 'Customers' },
] as const;

const dayIn = (params: URLSearchParams): IsoDay | null => {
  const day = params.get('since');
  return day !== null && isIsoDay(day) ? day : null;
};

/** The value-versus-growth matrix, for segments and for customers. */
export const MatrixScreen = () => {
  const [params, setParams] = useSearchParams();
  const subject: MatrixSubject = params.get('of') === 'customers' ? 'customers' : 'segments';
  const query = useQuery({
    ...matrixQuery(subject),
    placeholderData: keepPreviousData,
    // comparing 100,000 points with the ones before costs more than drawing them
    structuralSharing: false,
  });
  const since = dayIn(params);
  const set = (next: { readonly of: string; readonly since: IsoDay | null }): void =>
    setParams({ of: next.of, ...(next.since !== null && { since: next.since }) }, { replace: true });
  const movement = useQuery(
    api.matrix.movement.queryOptions(since === null ? { input: skipToken } : { input: { since } }),
  );
  const segments = useQuery(api.segments.read.queryOptions());
  return (
    <Page
      money
      title="Value and growth"
      actions={
        <>
          <CompareWith since={since} onChange={(day) => set({ of: subject, since: day })} />
          <SegmentedControl
            aria-label="Draw segments or customers"
            size="xs"
            data={[...SUBJECTS]}
            value={subject}
            onChange={(of) => set({ of, since })}
          />
        </>
      }
    >
      <QueryState query={query} what="Placing your customers">
        {(matrix) =>
          'reason' in matrix ? (
            <NotAvailableNotice missing={matrix} />
          ) : (
            // the colours come with the segments; drawing 100,000 points twice would be seen
            !segments.isPending && (
              // what is opened in the drawing before would close when the new one comes
              <div inert={query.isPlaceholderData} style={{ display: 'contents' }}>
                {movement.isError && <Failure error={movement.error} />}
                {movement.data && 'reason' in movement.data && (
                  <Text size="sm">
                    {movement.data.reason} {movement.data.needed}
                  </Text>
                )}
                <MatrixView
                  key={matrix.subject}
                  matrix={matrix}
                  movement={movement.data && 'arrows' in movement.data ? movement.data : null}
                />
              </div>
            )
          )
        }
      </QueryState>
    </Page>
  );
};
