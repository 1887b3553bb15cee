import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';

const STEP = 20;

/** What is known of a customer besides what they bought, page by page. */
export const useRecords = (id: number, enabled: boolean) =>
  useInfiniteQuery({
    ...api.customers.records.infiniteOptions({
      input: (offset: number) => ({ id, offset, limit: STEP }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => {
        const read = all.reduce((sum, page) => sum + page.entries.length, 0);
        return last.entries.length > 0 && read < last.total ? read : undefined;
      },
    }),
    enabled,
  });

export type RecordsQuery = ReturnType<typeof useRecords>;
