import { notifications } from '@mantine/notifications';
import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useSyncExternalStore } from 'react';
import type { AppEvent } from '../../shared/contract/events.ts';
import { client, onEngineRestart } from './api.ts';
import type { Connection, Progress } from './progress-store.ts';
import { progressStore } from './progress-store.ts';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5000;
/** How long opening the stream may take before the owner sees a notice. */
const PATIENCE_MS = 8000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const restarted = (sentence: string, queries: QueryClient): void => {
  notifications.show({ id: 'restarted', title: 'Clientele’s engine was started again', message: sentence });
  void queries.invalidateQueries();
};

const handle = (event: AppEvent, queries: QueryClient): void => {
  if (event.type === 'progress') progressStore.report(event);
  else if (event.type === 'notice') notifications.show({ message: event.sentence });
  else if (event.type === 'restarted') restarted(event.sentence, queries);
  else void queries.invalidateQueries();
};

/** Keeps one stream open for this window's life; after a break everything shown is asked for again. */
const watch = async (queries: QueryClient, signal: AbortSignal): Promise<void> => {
  let wait = FIRST_WAIT_MS;
  let broken = false;
  while (!signal.aborted) {
    const late = setTimeout(() => progressStore.setConnection('lost'), PATIENCE_MS);
    try {
      const events = await client.events.watch(undefined, { signal });
      clearTimeout(late);
      progressStore.setConnection('open');
      if (broken) void queries.invalidateQueries();
      broken = false;
      for await (const event of events) {
        wait = FIRST_WAIT_MS;
        handle(event, queries);
      }
    } catch {
      if (wait > FIRST_WAIT_MS * 4 && !signal.aborted) progressStore.setConnection('lost');
    } finally {
      clearTimeout(late);
    }
    broken = true;
    await pause(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
};

export const JobsProvider = ({ children }: { readonly children: ReactNode }): ReactElement => {
  const queries = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    void watch(queries, stop.signal);
    const forget = onEngineRestart((sentence) => restarted(sentence, queries));
    return () => {
      stop.abort();
      forget();
    };
  }, [queries]);
  return <>{children}</>;
};

/** How far a job is; null before its first report or without a job. */
export const useProgress = (job: string | null): Progress | null =>
  useSyncExternalStore(progressStore.subscribe, () => (job === null ? null : progressStore.progressOf(job)));

export const useConnection = (): Connection =>
  useSyncExternalStore(progressStore.subscribe, progressStore.connection);
