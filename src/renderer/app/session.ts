import { hashKey, useQueryClient } from '@tanstack/react-query';
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
      void queries.resetQueries({ predicate: (query) => query.queryHash !== hashKey(status) });
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
