import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { ImportOptions, ImportPreview } from '../../../shared/model/importing.ts';
import { client } from '../../client/api.ts';
import { zoneHere } from '../../client/create-portfolio.ts';
import { receive } from '../../client/intake.ts';
import { useMaybePortfolio } from '../../client/portfolio.ts';
import { usePortfolioChanged } from '../../client/portfolio-changed.ts';
import { progressStore } from '../../client/progress-store.ts';
import { failureSentence } from '../../ui/states/failure-text.ts';
import { type Choices, currencyAsked } from './model.ts';
import { readyIn } from './queue-model.ts';
import { useStudio } from './studio.tsx';

export type QueueActions = {
  readonly takeFiles: (files: readonly File[]) => Promise<void>;
  /** reads a file again that was refused because it was imported before */
  readonly again: (id: string) => Promise<void>;
  readonly remove: (id: string) => void;
  readonly clear: () => void;
  /** reads the files again that ask for their currency */
  readonly setCurrency: (currency: string) => Promise<void>;
  /** @param choices for the portfolio that the first of them makes, where none is open */
  readonly importAll: (choices: Choices) => Promise<void>;
};

/** The currency that was shown is the one that is imported. */
const asPreviewed = (options: ImportOptions, { result }: ImportPreview): ImportOptions =>
  result ? { ...options, currency: result.revenue.currency } : options;

/** Reads several files one after the other, and imports those that ask nothing: each on its own, all or nothing. */
export const useQueue = (): QueueActions => {
  const { queue, dispatchQueue } = useStudio();
  const portfolio = useMaybePortfolio();
  const queries = useQueryClient();
  const changed = usePortfolioChanged();
  const now = useRef({ queue, portfolio });
  now.current = { queue, portfolio };
  /** the currency of the files that do not say it */
  const said = useRef<string | null>(null);

  const actions: QueueActions = useMemo(() => {
    const read = async (
      id: string,
      file: () => Promise<Parameters<typeof client.importing.preview>[0]['source']>,
      more: ImportOptions,
    ): Promise<void> => {
      const job = crypto.randomUUID();
      dispatchQueue({ type: 'set', id, at: { step: 'reading' } });
      let source: Awaited<ReturnType<typeof file>> | null = null;
      try {
        source = await file();
        let options: ImportOptions = now.current.portfolio ? more : { timezone: zoneHere(), ...more };
        let preview = await client.importing.preview({ source, options, job });
        // said of the files before while this one was being read
        if (said.current !== null && currencyAsked(preview)) {
          options = { ...options, currency: said.current };
          preview = await client.importing.preview({ source, options, job });
        }
        dispatchQueue({ type: 'set', id, at: { step: 'checked', source, options, preview } });
      } catch (error) {
        dispatchQueue({ type: 'set', id, at: { step: 'failed', sentence: failureSentence(error), source } });
      } finally {
        progressStore.forget(job);
      }
    };

    const takeFiles = async (files: readonly File[]): Promise<void> => {
      const named = files.map((file) => ({ id: crypto.randomUUID(), fileName: file.name, file }));
      dispatchQueue({ type: 'add', files: named });
      for (const { id, file } of named) await read(id, () => receive(file, () => undefined), {});
    };

    const setCurrency = async (currency: string): Promise<void> => {
      said.current = currency;
      for (const { id, at } of now.current.queue) {
        if (at.step !== 'checked' || !currencyAsked(at.preview)) continue;
        await read(id, () => Promise.resolve(at.source), { ...at.options, currency });
      }
    };

    const importAll = async ({ businessName, tax, taxRate }: Choices): Promise<void> => {
      let open = now.current.portfolio !== null && now.current.portfolio !== undefined;
      for (const { id, at } of readyIn(now.current.queue)) {
        if (at.step !== 'checked') continue;
        const job = crypto.randomUUID();
        dispatchQueue({ type: 'set', id, at: { ...at, step: 'importing' } });
        try {
          const result = await client.importing.commit({
            preview: at.preview.preview,
            options: asPreviewed(at.options, at.preview),
            job,
            ...(open
              ? {}
              : {
                  newPortfolio: {
                    name: businessName.trim(),
                    pricesIncludeTax: tax ?? 'unknown',
                    taxRate,
                    locale: navigator.language,
                  },
                }),
          });
          if (!open) changed((await client.portfolio.status()).portfolio);
          open = true;
          dispatchQueue({ type: 'set', id, at: { step: 'done', result } });
        } catch (error) {
          dispatchQueue({
            type: 'set',
            id,
            at: { step: 'failed', sentence: failureSentence(error), source: at.source },
          });
        } finally {
          progressStore.forget(job);
        }
      }
      void queries.invalidateQueries();
    };

    return {
      takeFiles,
      again: async (id) => {
        const at = now.current.queue.find((each) => each.id === id)?.at;
        if (at?.step !== 'failed' || at.source === null) return;
        const { source } = at;
        await read(id, () => Promise.resolve(source), { allowAgain: true });
      },
      remove: (id) => dispatchQueue({ type: 'remove', id }),
      clear: () => dispatchQueue({ type: 'clear' }),
      setCurrency,
      importAll,
    };
  }, [dispatchQueue, queries, changed]);

  // The first import has said the currency of all.
  const currency = portfolio?.settings.currency ?? null;
  const asks = queue.some(({ at }) => at.step === 'checked' && currencyAsked(at.preview) !== null);
  useEffect(() => {
    if (currency !== null && asks) void actions.setCurrency(currency);
  }, [actions, currency, asks]);
  return actions;
};
