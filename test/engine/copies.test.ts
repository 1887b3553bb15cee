import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { aSale, csv } from '../support/csv.ts';
import { aShop } from '../support/engine.ts';

const SALES = csv(aSale(), aSale({ order: '2', customer: 'C2', date: '2024-05-01' }));

const hashIn = (path: string): string => {
  const db = openPortfolio(path, { readonly: true });
  try {
    return contentHash(db);
  } finally {
    db.close();
  }
};

test('a copy is made, listed with what it holds, and restored; what was there before is kept as one', async () => {
  const { client, path } = await aShop(SALES, { locale: 'en-GB', currency: 'EUR' });
  const copy = await client.copies.make();
  expect(copy).toMatchObject({ reason: 'asked', holds: { customers: 2, period: { to: '2024-05-01' } } });
  expect(await client.copies.list({})).toEqual({ copies: [copy], newestSound: null });
  await client.portfolio.updateSettings({ businessName: 'Another name' });
  const restored = await client.copies.restore({ copy: copy.name });
  expect(restored.portfolio.settings.businessName).not.toBe('Another name');
  const { copies } = await client.copies.list({});
  expect(copies.map(({ reason }) => reason)).toEqual(['before-restore', 'asked']);
  await expect(client.copies.restore({ copy: '../shop.clientele' })).rejects.toThrow(/no longer there/);
  expect(hashIn(path)).toBe(copy.contentHash);
});

test('a copy under another name is the same portfolio; a name that is taken is refused', async () => {
  const { client, path } = await aShop(SALES, { locale: 'en-GB', currency: 'EUR' });
  const saved = await client.copies.saveAs({ name: 'For the bank' });
  expect(hashIn(saved.path)).toBe(hashIn(path));
  await expect(client.copies.saveAs({ name: 'For the bank' })).rejects.toThrow(/There is a portfolio called/);
});

test('of a damaged portfolio the newest sound copy is offered without opening it, and restored', async () => {
  const { client, path, dataFolder } = await aShop(SALES, { locale: 'en-GB', currency: 'EUR' });
  const copy = await client.copies.make();
  await client.portfolio.close();
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 8;
  writeFileSync(path, bytes);
  await expect(client.portfolio.open({ path })).rejects.toThrow(/is damaged/);
  expect((await client.copies.list({ portfolio: path })).newestSound).toBe(copy.name);
  const { previous } = await client.copies.restore({ portfolio: path, copy: copy.name });
  expect(readFileSync(previous!).equals(bytes)).toBe(true);
  expect(previous).toContain(join(dataFolder, 'backups'));
  expect(hashIn(path)).toBe(copy.contentHash);
});
