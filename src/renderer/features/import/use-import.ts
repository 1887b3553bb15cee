import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { SourceRef } from '../../../shared/contract/importing.ts';
import type { ImportOptions, ImportPreview } from '../../../shared/model/importing.ts';
import type { TaxTreatment } from '../../../shared/model/tax.ts';
import { client } from '../../client/api.ts';
import { zoneHere } from '../../client/create-portfolio.ts';
import { receive } from '../../client/intake.ts';
import { useMaybePortfolio } from '../../client/portfolio.ts';
import { usePortfolioChanged, usePortfolioUpdated } from '../../client/portfolio-changed.ts';
import { progressStore } from '../../client/progress-store.ts';
import { failureText, isAbort } from '../../ui/states/failure-text.ts';
import { CANCELLED, type Choices } from './model.ts';
import { useStudio } from './studio.tsx';

export type ImportActions = {
  readonly takeFile: (file: File) => Promise<void>;
  readonly takeText: (text: string) => Promise<void>;
  /** opens the check of a file that was taken in already */
  readonly check: (fileName: string, source: SourceRef, options: ImportOptions) => Promise<void>;
  /** reads the file again under what the owner has decided */
  readonly decide: (options: ImportOptions) => Promise<void>;
  readonly setOptions: (options: ImportOptions) => void;
  readonly choose: (choices: Partial<Choices>) => void;
  readonly commit: () => Promise<void>;
  readonly cancel: () => void;
  /** looks at a file that was imported before */
  readonly again: () => void;
  readonly reset: () => void;
};

/** What is running now, so that it can be stopped from any screen. */
let running: AbortController | null = null;

/** The currency that was shown is the one that is imported, also where the new portfolio would suggest another. */
const asPreviewed = (options: ImportOptions, { result }: ImportPreview): ImportOptions =>
  result ? { ...options, currency: result.revenue.currency } : options;

const tell = (job: string): void => {
  // The job may have ended meanwhile; then there is nothing to cancel.
  void client.importing.cancel({ job }).catch(() => undefined);
};

export const useImport = (): ImportActions => {
  const { studio, dispatch } = useStudio();
  const portfolio = useMaybePortfolio();
  const queries = useQueryClient();
  const changed = usePortfolioChanged();
  const updated = usePortfolioUpdated();
  const now = useRef({ studio, portfolio });
  now.current = { studio, portfolio };

  return useMemo(() => {
    /** What was said of tax before; that nobody knows it is an answer once there are sales. */
    const tax = (): TaxTreatment | null => {
      const { portfolio: open } = now.current;
      if (!open) return null;
      const said = open.settings.pricesIncludeTax;
      return said === 'unknown' && open.orders === 0 ? null : said;
    };

    const preview = async (
      source: SourceRef,
      options: ImportOptions,
      job: string,
      stop: AbortController,
    ): Promise<void> => {
      try {
        const answer = await client.importing.preview({ source, options, job }, { signal: stop.signal });
        dispatch({ type: 'previewed', job, preview: answer, tax: tax() });
      } catch (error) {
        if (!stop.signal.aborted) dispatch({ type: 'failed', job, notice: failureText(error) });
      } finally {
        progressStore.forget(job);
      }
    };

    const read = async (
      fileName: string,
      source: SourceRef,
      stop: AbortController,
      more: ImportOptions = {},
    ): Promise<void> => {
      const job = crypto.randomUUID();
      const options: ImportOptions = now.current.portfolio ? more : { timezone: zoneHere(), ...more };
      dispatch({ type: 'read', fileName, source, options, job });
      await preview(source, options, job, stop);
    };

    const start = (): AbortController => {
      running?.abort();
      running = new AbortController();
      return running;
    };

    const takeFile = async (file: File): Promise<void> => {
      const stop = start();
      dispatch({ type: 'file', fileName: file.name });
      try {
        const source = await receive(file, (share) => dispatch({ type: 'share', share }), stop.signal);
        if (!stop.signal.aborted) await read(file.name, source, stop);
      } catch (error) {
        if (!stop.signal.aborted && !isAbort(error)) dispatch({ type: 'failed', notice: failureText(error) });
      }
    };

    /** What is kept of the choices: with a portfolio open its tax setting, else the portfolio to be made. */
    const prepare = async (choices: Choices) => {
      const open = now.current.portfolio;
      if (!open) {
        const { businessName, taxRate } = choices;
        const pricesIncludeTax = choices.tax ?? 'unknown';
        return {
          newPortfolio: { name: businessName.trim(), pricesIncludeTax, taxRate, locale: navigator.language },
        };
      }
      if (choices.tax !== null && open.settings.pricesIncludeTax !== choices.tax)
        updated(
          (await client.portfolio.updateSettings({ pricesIncludeTax: choices.tax, taxRate: choices.taxRate }))
            .portfolio,
        );
      return {};
    };

    const commit = async (): Promise<void> => {
      const { studio: at } = now.current;
      if (at.step !== 'checking') return;
      const stop = start();
      const job = crypto.randomUUID();
      dispatch({ type: 'commit', job });
      try {
        const first = now.current.portfolio === null || now.current.portfolio === undefined;
        const kept = await prepare(at.choices);
        if (stop.signal.aborted) throw new DOMException('cancelled', 'AbortError');
        // Not tied to the signal: once under way, only the engine knows whether it could still be stopped.
        const result = await client.importing.commit({
          preview: at.preview.preview,
          options: asPreviewed(at.options, at.preview),
          job,
          ...kept,
        });
        if (first) changed((await client.portfolio.status()).portfolio);
        dispatch({ type: 'committed', result });
        void queries.invalidateQueries();
      } catch (error) {
        dispatch({ type: 'failed', notice: stop.signal.aborted ? CANCELLED : failureText(error) });
      } finally {
        progressStore.forget(job);
      }
    };

    const cancel = (): void => {
      const { studio: at } = now.current;
      running?.abort();
      if (at.step === 'committing') {
        dispatch({ type: 'cancelling' });
        tell(at.job);
        return;
      }
      if (at.step === 'reading') tell(at.job);
      if (at.step === 'checking' && at.rereading !== null) {
        tell(at.rereading);
        dispatch({ type: 'failed', job: at.rereading, notice: CANCELLED });
        return;
      }
      dispatch(
        at.step === 'receiving' || at.step === 'reading'
          ? { type: 'failed', notice: CANCELLED }
          : { type: 'reset' },
      );
    };

    return {
      takeFile,
      check: (fileName, source, options) => read(fileName, source, start(), options),
      takeText: (text) => read('Pasted cells', { kind: 'pasted', text }, start()),
      decide: async (options) => {
        const { studio: at } = now.current;
        if (at.step !== 'checking') return;
        if (at.rereading !== null) tell(at.rereading);
        const stop = start();
        const job = crypto.randomUUID();
        dispatch({ type: 'reread', options, job });
        await preview(at.source, options, job, stop);
      },
      setOptions: (options) => dispatch({ type: 'setOptions', options }),
      choose: (choices) => dispatch({ type: 'choose', choices }),
      commit,
      cancel,
      again: () => {
        const { studio: at } = now.current;
        if (at.step === 'idle' && at.again)
          void read(at.again.fileName, at.again.source, start(), { allowAgain: true });
      },
      reset: () => dispatch({ type: 'reset' }),
    };
  }, [dispatch, queries, changed, updated]);
};
