import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { expect, test } from 'vitest';
import { createEngine } from '../../src/main/engine/engine.ts';
import { aSale, csv } from '../support/csv.ts';
import { aFolder } from '../support/folder.ts';

const anEngine = () => {
  const folder = aFolder();
  const engine = createEngine({ dataFolder: join(folder, 'data'), portfolioFolder: folder, version: '1' });
  return { engine, received: join(folder, 'data', 'received') };
};

const sales = (rows: number): string =>
  csv(...Array.from({ length: rows }, (_, at) => aSale({ order: `o${at}`, customer: `c${at % 50}` })));

test('a preview whose call is given up ends, and its name is free again', async () => {
  const { engine } = anEngine();
  const ask = (rows: number, signal?: AbortSignal) =>
    call(
      engine.router.importing.preview,
      {
        source: { kind: 'pasted', text: sales(rows) },
        options: { locale: 'en-GB', currency: 'GBP' },
        job: 'check',
      },
      signal ? { signal } : {},
    );
  const asked = new AbortController();
  const first = ask(20_000, asked.signal);
  setTimeout(() => asked.abort(), 20);
  await expect(first).rejects.toThrow('Cancelled; everything is as it was.');
  expect((await ask(30)).preview).toMatch(/^[\w-]{36}$/);
  engine.close();
});

test('pasted cells leave no copy behind when the engine ends', async () => {
  const { engine, received } = anEngine();
  const source = { kind: 'pasted', text: sales(5) } as const;
  await call(engine.router.importing.preview, {
    source,
    options: { locale: 'en-GB', currency: 'GBP' },
    job: 'check',
  });
  expect(readdirSync(received)).toHaveLength(1);
  engine.close();
  expect(readdirSync(received)).toEqual([]);
});
