import { useEffect } from 'react';
import type { PortfolioInfo } from '../../../shared/model/portfolio.ts';
import { client } from '../../client/api.ts';
import { usePortfolioUpdated } from '../../client/portfolio-changed.ts';

/** Ticks the matrix on the path once the owner has looked at it with sales in it. */
export const useSeenSteps = (portfolio: PortfolioInfo, pathname: string): void => {
  const updated = usePortfolioUpdated();
  const due =
    pathname === '/portfolio/matrix' && portfolio.orders > 0 && !portfolio.stepsDone.includes('matrix');
  useEffect(() => {
    if (!due) return;
    client.portfolio.markStep({ step: 'matrix' }).then(
      (answer) => updated(answer.portfolio),
      // Only a tick is missing; it is tried again on the next visit.
      () => undefined,
    );
  }, [due, updated]);
};
