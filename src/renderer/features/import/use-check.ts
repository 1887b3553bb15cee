import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { api, client } from '../../client/api.ts';
import { useMaybePortfolio } from '../../client/portfolio.ts';
import { usePortfolioUpdated } from '../../client/portfolio-changed.ts';

type Check = {
  /** the import whose problems are listed, if any */
  readonly batch: number | null;
  readonly fileName: string | null;
  /** asked for, but nothing was imported yet */
  readonly nothingYet: boolean;
  readonly open: (batch: number) => void;
  readonly close: () => void;
};

/** The check of an import lives in the address (`?check=3`, `?check=last`), so the path can lead to it. */
export const useCheck = (): Check => {
  const portfolio = useMaybePortfolio();
  const updated = usePortfolioUpdated();
  const [params, setParams] = useSearchParams();
  const past = useQuery(api.importing.past.queryOptions({ enabled: portfolio !== null }));
  const wanted = params.get('check');
  const found =
    wanted === null
      ? undefined
      : past.data?.find((one) => (wanted === 'last' ? one.undoneAt === null : one.batch === Number(wanted)));
  const due = found !== undefined && portfolio !== null && !portfolio.stepsDone.includes('check');
  useEffect(() => {
    if (!due) return;
    client.portfolio.markStep({ step: 'check' }).then(
      (answer) => updated(answer.portfolio),
      // Only a tick is missing; it is tried again on the next look.
      () => undefined,
    );
  }, [due, updated]);
  return {
    batch: found?.batch ?? null,
    fileName: found?.fileName ?? null,
    nothingYet: wanted !== null && past.isSuccess && found === undefined,
    open: (batch) => setParams({ check: String(batch) }),
    close: () => setParams({}),
  };
};
