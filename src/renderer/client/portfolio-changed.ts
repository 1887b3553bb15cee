import { hashKey, type Query, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { PortfolioInfo } from '../../shared/model/portfolio.ts';
import { api } from './api.ts';

/** Shows a portfolio that was just opened, created or closed: what was known of the one before is forgotten. */
export const usePortfolioChanged = (): ((portfolio: PortfolioInfo | null) => void) => {
  const queries = useQueryClient();
  return useCallback(
    (portfolio) => {
      const status = api.portfolio.status.queryKey();
      queries.setQueryData(status, (before) => before && { ...before, portfolio });
      void queries.invalidateQueries({ queryKey: status });
      const others = { predicate: (query: Query) => query.queryHash !== hashKey(status) };
      // with nothing open, asking again would only be refused
      if (portfolio === null) queries.removeQueries(others);
      else void queries.resetQueries(others);
    },
    [queries],
  );
};

/** Takes over what a small change answered with, e.g. new settings of the same portfolio. */
export const usePortfolioUpdated = (): ((portfolio: PortfolioInfo) => void) => {
  const queries = useQueryClient();
  return useCallback(
    (portfolio) => {
      queries.setQueryData(api.portfolio.status.queryKey(), (before) => before && { ...before, portfolio });
      void queries.invalidateQueries();
    },
    [queries],
  );
};
