import { changesHandlers } from './handlers/changes.ts';
import { copiesHandlers } from './handlers/copies.ts';
import { importingHandlers } from './handlers/importing.ts';
import { portfolioHandlers } from './handlers/portfolio.ts';
import { readingHandlers } from './handlers/reading.ts';
import { supportHandlers } from './handlers/support.ts';
import type { EngineOptions } from './options.ts';
import { os } from './os.ts';
import { Session } from './session.ts';

/**
 * The contract, implemented: the one place where a shell's calls become use cases.
 * @param told of which portfolio is open, whenever that changes
 */
export const createEngine = (options: EngineOptions, told?: (open: string | null) => void) => {
  const session = new Session(options, told);
  const router = os.router({
    portfolio: portfolioHandlers(session),
    copies: copiesHandlers(session),
    importing: importingHandlers(session),
    ...readingHandlers(session),
    changes: changesHandlers(session),
    support: supportHandlers(session),
    events: {
      watch: os.events.watch.handler(({ signal }) =>
        session.events.subscribe('event', signal ? { signal } : {}),
      ),
    },
  });
  return { router, log: session.log, close: () => session.end() };
};

export type Engine = ReturnType<typeof createEngine>;
