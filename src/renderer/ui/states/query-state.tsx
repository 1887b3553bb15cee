import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './failure.tsx';
import { Waiting } from './waiting.tsx';

type Props<T> = {
  readonly query: UseQueryResult<T>;
  readonly what?: string;
  readonly children: (data: T) => ReactNode;
};

/** Data when they are there; before that the shape of what is coming, and on failure a sentence with a way on. */
export const QueryState = <T,>({ query, what = 'Working it out from your sales', children }: Props<T>) => {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failure error={query.error} retry={() => query.refetch()} />;
  return <Waiting what={what} rows={8} />;
};
