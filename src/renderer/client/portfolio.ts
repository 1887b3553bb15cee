import { createContext, useContext } from 'react';
import type { PortfolioInfo } from '../../shared/model/portfolio.ts';

/** The open portfolio, or null while none is open. */
export const PortfolioContext = createContext<PortfolioInfo | null>(null);

/** @throws Error outside an open portfolio: such a screen must not be shown */
export const usePortfolio = (): PortfolioInfo => {
  const portfolio = useContext(PortfolioContext);
  if (!portfolio) throw new Error('This screen needs an open portfolio.');
  return portfolio;
};

/** For the few places that also live without one. */
export const useMaybePortfolio = (): PortfolioInfo | null => useContext(PortfolioContext);
