import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { MatrixSubject } from '../../../shared/model/matrix.ts';
import { api } from '../../app/api.ts';
import { NotAvailableNotice } from '../../ui/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { matrixQuery } from './use-matrix.ts';
import { MatrixView } from './view.tsx';

const SUBJECTS = [
  { value: 'segments', label: 'Segments' },
  { value: 'customers', label: 'Customers' },
] as const;

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
  const segments = useQuery(api.segments.read.queryOptions());
  return (
    <Page
      title="Value and growth"
      actions={
        <SegmentedControl
          aria-label="Draw segments or customers"
          size="xs"
          data={[...SUBJECTS]}
          value={subject}
          onChange={(of) => setParams({ of }, { replace: true })}
        />
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
                <MatrixView key={matrix.subject} matrix={matrix} />
              </div>
            )
          )
        }
      </QueryState>
    </Page>
  );
};
