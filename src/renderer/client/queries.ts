import { ORPCError } from '@orpc/client';
import { QueryClient } from '@tanstack/react-query';

/**
 * Answers stay good until the engine says that something changed, so nothing is refetched on a whim. The app
 * works without a network: `always` keeps the library from waiting for one.
 */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (count, error) => count < 2 && !(error instanceof ORPCError),
        retryDelay: (count) => 200 * 2 ** count,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
