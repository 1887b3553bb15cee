import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll } from 'vitest';
import { openPortfolio } from '../../src/main/database/open.ts';
import { createEngine, type Engine } from '../../src/main/engine/engine.ts';
import type { AppEvent } from '../../src/shared/contract/events.ts';
import type { SourceRef } from '../../src/shared/contract/importing.ts';
import type { Client } from '../../src/shared/contract/index.ts';
import type { ImportOptions } from '../../src/shared/model/importing.ts';
import { aFolder } from './folder.ts';
import { aPortfolio, take } from './portfolio.ts';

const running: Engine[] = [];

afterAll(() => {
  for (const engine of running.splice(0)) engine.close();
});

export type Running = {
  readonly client: Client;
  readonly dataFolder: string;
  readonly portfolioFolder: string;
  /** hands a file over as the shell does when the owner drops one */
  readonly receive: (content: string | Uint8Array, name?: string) => SourceRef;
  readonly close: () => void;
};

/** The engine itself, called as a shell calls it but without a transport in between. */
export const anEngine = (): Running => {
  const dataFolder = join(aFolder(), 'data');
  const portfolioFolder = join(aFolder(), 'portfolios');
  const engine = createEngine({ dataFolder, portfolioFolder, version: '1.2.3' });
  running.push(engine);
  return {
    client: createRouterClient(engine.router),
    dataFolder,
    portfolioFolder,
    receive: (content, name = 'sales.csv') => {
      const id = randomUUID().replaceAll('-', '');
      const path = join(dataFolder, 'received', id);
      mkdirSync(join(dataFolder, 'received'), { recursive: true });
      writeFileSync(path, content);
      writeFileSync(`${path}.json`, JSON.stringify({ name }));
      return { kind: 'received', id };
    },
    close: () => engine.close(),
  };
};

/** An engine with an open portfolio called Shop, into which this file was imported. */
export const aShop = async (
  content: string,
  options: ImportOptions = {},
): Promise<Running & { readonly path: string }> => {
  const engine = anEngine();
  const path = join(engine.portfolioFolder, 'Shop.clientele');
  mkdirSync(engine.portfolioFolder);
  const db = aPortfolio(path);
  await take(db, content, options);
  db.close();
  await engine.client.portfolio.open({ path });
  return { ...engine, path };
};

export type Heard = {
  readonly events: AppEvent[];
  readonly until: (test: (event: AppEvent) => boolean) => Promise<AppEvent>;
  readonly stop: () => Promise<void>;
};

/** Everything a window is told from now on. */
export const listen = async (client: Client): Promise<Heard> => {
  const events: AppEvent[] = [];
  const waiting = new Set<{ test: (event: AppEvent) => boolean; done: (event: AppEvent) => void }>();
  const end = new AbortController();
  const stream = await client.events.watch(undefined, { signal: end.signal });
  const reading = (async () => {
    for await (const event of stream) {
      events.push(event);
      for (const each of waiting) if (each.test(event)) each.done(event);
    }
  })().catch(() => undefined);
  return {
    events,
    until: (test) =>
      new Promise((resolve) => {
        const known = events.find(test);
        if (known) return resolve(known);
        waiting.add({ test, done: resolve });
      }),
    stop: async () => {
      end.abort();
      await reading;
    },
  };
};

/** Kept of pages, not of what is in them: they follow when the log is moved into the file, a moment after a change. */
const OF_PAGES = ['seal', 'page_sum'];

/** Every row of a portfolio as it lies on the disk, so that any change shows. */
export const everythingIn = (path: string): Record<string, unknown[]> => {
  const db = openPortfolio(path, { readonly: true });
  try {
    const tables = db.rows<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    );
    const kept = tables.filter(({ name }) => !OF_PAGES.includes(name));
    return Object.fromEntries(kept.map(({ name }) => [name, db.rows(`SELECT * FROM ${name}`)]));
  } finally {
    db.close();
  }
};
