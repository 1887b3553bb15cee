import { implement } from '@orpc/server';
import type { Engine } from '../../../src/main/engine/engine.ts';
import type { EngineOptions } from '../../../src/main/engine/options.ts';
import { contract } from '../../../src/shared/contract/index.ts';
import type { PortfolioInfo } from '../../../src/shared/model/portfolio.ts';

/**
 * An engine without a database, with the app's own contract. Names drive it: `create` with "die" ends its thread,
 * with "break" it fails in a way nobody foresaw, with "taken" it refuses.
 */
export const createEngine = (options: EngineOptions, told?: (open: string | null) => void): Engine => {
  if (options.open?.endsWith('broken.clientele')) throw new Error('broken.clientele is not a portfolio.');
  let opened = options.open ?? null;
  const open = (path: string | null): PortfolioInfo | null => {
    opened = path;
    told?.(path);
    return path === null ? null : info(path);
  };
  let changes = 0;
  let watching = 0;
  const info = (path: string): PortfolioInfo => ({
    file: path,
    folder: options.portfolioFolder,
    settings: {
      businessName: path,
      currency: 'EUR',
      locale: 'de-DE',
      timezone: 'Europe/Berlin',
      pricesIncludeTax: 'unknown',
      taxRate: null,
      rates: [],
      assumedMargin: null,
    },
    tax: null,
    period: null,
    customers: 0,
    orders: 0,
    orderLines: watching,
    coverage: null,
    tillMode: false,
    stepsDone: [],
    dataVersion: changes,
    warnings: [],
  });
  if (opened !== null) told?.(opened);
  const os = implement(contract);
  const portfolio = {
    status: os.portfolio.status.handler(() => ({
      version: options.version,
      portfolio: opened === null ? null : info(opened),
      recent: [],
      folder: options.portfolioFolder,
      checking: null,
      unopened: null,
    })),
    create: os.portfolio.create.handler(({ input, errors }) => {
      if (input.name === 'die') process.exit(7);
      if (input.name === 'break') throw new Error('a secret of the engine');
      if (input.name === 'taken')
        throw errors.BAD_INPUT({ data: { sentence: 'There is a portfolio of that name.' } });
      changes += 1;
      return { portfolio: open(`/portfolios/${input.name}.clientele`)! };
    }),
    open: os.portfolio.open.handler(({ input }) => ({ portfolio: open(input.path)! })),
    openSample: os.portfolio.openSample.handler(({ input }) => ({
      portfolio: open(`/portfolios/${input.kind}.clientele`)!,
    })),
    close: os.portfolio.close.handler(() => {
      open(null);
      return { closed: true };
    }),
  };
  const importing = {
    preview: os.importing.preview.handler(async ({ signal }) => {
      // as long as a real one, until the window goes away
      await new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          changes += 100;
          reject(new Error('aborted'));
        });
      });
      throw new Error('unreachable');
    }),
  };
  const events = {
    watch: os.events.watch.handler(async function* ({ signal }) {
      watching += 1;
      try {
        for (let at = 0; signal?.aborted !== true; at += 1) {
          yield { type: 'changed' as const, dataVersion: at };
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      } finally {
        watching -= 1;
      }
    }),
  };
  const changesArea = {
    undo: os.changes.undo.handler(({ errors }) => Promise.reject(errors.NO_PORTFOLIO())),
  };
  // the other procedures are not called here; a router without them is enough for the transport
  const router = { portfolio, importing, events, changes: changesArea } as unknown as Engine['router'];
  return { router, log: { write: () => undefined, tail: () => [] }, close: () => undefined };
};
