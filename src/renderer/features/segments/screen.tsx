import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { Setup } from './setup.tsx';

/** Who belongs together and by which rule: thresholds as sentences, counts while they move. */
export const SegmentsScreen = () => {
  const query = useQuery(api.segments.read.queryOptions());
  return (
    <QueryState query={query} what="Counting the segments">
      {(segmentation) =>
        segmentation.segments.length === 0 ? (
          <Page money title="Segments">
            <NotAvailableNotice
              missing={{
                grade: 'D',
                reason: segmentation.reason ?? 'There are no customers to put into segments.',
                needed: 'Sales that carry a customer are needed.',
              }}
            />
          </Page>
        ) : (
          <Setup inForce={segmentation} />
        )
      }
    </QueryState>
  );
};
