import { useQueries } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { TableRow } from '../../../shared/model/customer.ts';
import { api, client } from '../../client/api.ts';
import type { TableView } from '../../ui/customer-address.ts';
import { pagesOf, type Selection } from './selection.ts';

export const PAGE = 200;
/** Pages scrolled past are forgotten after a while: 100,000 rows are never all in memory. */
const KEEP_MS = 60_000;

export type Totals = { readonly total: number; readonly revenue: number; readonly revenue12m: number };

export type Rows = {
  /** null until the first answer */
  readonly totals: Totals | null;
  readonly rowAt: (i: number) => TableRow | undefined;
  readonly error: unknown;
  readonly retry: () => void;
};

/** What is read of which customers; estimates take longer the first time. */
export type Asked = { readonly view: TableView; readonly estimates: boolean };

const inputOf = ({ view, estimates }: Asked, offset: number, limit: number) => ({
  ...view.filter,
  sort: view.sort,
  direction: view.direction,
  estimates,
  offset,
  limit,
});

/** The rows around what is in sight, read page by page. */
export const useRows = (asked: Asked, first: number, last: number): Rows => {
  const from = Math.floor(Math.max(0, first) / PAGE);
  const to = Math.floor(Math.max(0, last) / PAGE);
  const places = [...new Set([0, ...Array.from({ length: to - from + 1 }, (_, i) => from + i)])];
  const pages = useQueries({
    queries: places.map((page) => ({
      ...api.customers.list.queryOptions({ input: inputOf(asked, page * PAGE, PAGE) }),
      gcTime: KEEP_MS,
    })),
  });
  const head = pages[0]?.data;
  const fresh = useMemo<Totals | null>(
    () => (head ? { total: head.total, revenue: head.revenue, revenue12m: head.revenue12m } : null),
    [head],
  );
  // While another view is being read, the table keeps the length it had.
  const known = useRef<Totals | null>(null);
  if (fresh) known.current = fresh;
  const failed = pages.find((p) => p.isError);
  return {
    totals: fresh ?? known.current,
    rowAt: (i) => pages[places.indexOf(Math.floor(i / PAGE))]?.data?.rows[i % PAGE],
    error: failed?.error ?? null,
    retry: () => {
      for (const page of pages) if (page.isError) void page.refetch();
    },
  };
};

const LARGE_PAGE = 1000;

/**
 * Reads the rows of a selection, a thousand at a time.
 * @throws AbortError when `signal` fires
 */
export const readRows = async (
  asked: Asked,
  selection: Selection,
  onRead: (rows: number) => void,
  signal: AbortSignal,
): Promise<readonly TableRow[]> => {
  const rows: TableRow[] = [];
  for (const page of pagesOf(selection, LARGE_PAGE)) {
    const answer = await client.customers.list(inputOf(asked, page * LARGE_PAGE, LARGE_PAGE), {
      signal,
    });
    answer.rows.forEach((row, k) => {
      const i = page * LARGE_PAGE + k;
      if (selection.some(([from, to]) => from <= i && i <= to)) rows.push(row);
    });
    onRead(rows.length);
  }
  return rows;
};
