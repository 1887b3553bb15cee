import type { AppEvent } from '../../shared/contract/events.ts';

export type Progress = Extract<AppEvent, { readonly type: 'progress' }>;

/** Whether the stream of events is open; `lost` only after it could not be reopened at once. */
export type Connection = 'open' | 'lost';

type Store = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly progressOf: (job: string) => Progress | null;
  readonly connection: () => Connection;
  readonly report: (progress: Progress) => void;
  readonly forget: (job: string) => void;
  readonly setConnection: (connection: Connection) => void;
};

/** What long work reports, kept outside React so that a thousand reports a second redraw only who looks. */
export const createProgressStore = (): Store => {
  const jobs = new Map<string, Progress>();
  const listeners = new Set<() => void>();
  let connection: Connection = 'open';
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    progressOf: (job) => jobs.get(job) ?? null,
    connection: () => connection,
    report: (progress) => {
      jobs.set(progress.job, progress);
      tell();
    },
    forget: (job) => {
      if (jobs.delete(job)) tell();
    },
    setConnection: (next) => {
      if (next === connection) return;
      connection = next;
      tell();
    },
  };
};

export const progressStore: Store = createProgressStore();
