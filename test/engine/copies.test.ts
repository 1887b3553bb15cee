import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import {
  copyReminder,
  noteSavedCopy,
  putReminderAway,
  stateNow,
} from '../../src/main/portfolio/copies/saved-copies.ts';
import type { SavedCopy } from '../../src/shared/model/saved-copy.ts';
import { aSale, csv } from '../support/csv.ts';
import { aShop } from '../support/engine.ts';
import { aFolder } from '../support/folder.ts';
import { take } from '../support/portfolio.ts';

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
  expect(await client.copies.list({})).toEqual({ copies: [{ ...copy, sound: null }] });
  await client.portfolio.updateSettings({ businessName: 'Another name' });
  const restored = await client.copies.restore({ copy: copy.name });
  expect(restored.portfolio.settings.businessName).not.toBe('Another name');
  const { copies } = await client.copies.list({});
  expect(copies.map(({ reason }) => reason)).toEqual(['before-restore', 'asked']);
  await expect(client.copies.restore({ copy: '../shop.clientele' })).rejects.toThrow(/no longer there/);
  expect(hashIn(path)).toBe(copy.contentHash);
});

describe('a copy at a place of the owner’s choosing', () => {
  test('is the same portfolio, whole and for the owner only; the name has the business and the day', async () => {
    const { client, path } = await aShop(SALES, { locale: 'en-GB', currency: 'EUR' });
    const stick = aFolder();
    const { path: proposed } = await client.copies.propose();
    expect(basename(proposed)).toMatch(/^Shop \d{4}-\d\d-\d\d( \(\d+\))?\.clientele$/);
    const to = join(stick, basename(proposed));
    const { saved, holds, bytes } = await client.copies.saveTo({ path: to });
    expect(saved).toMatchObject({ name: basename(to), folder: stick, place: 'other-folder' });
    expect(holds).toMatchObject({ customers: 2, period: { to: '2024-05-01' } });
    expect([hashIn(to), statSync(to).size, readdirSync(stick)]).toEqual([
      hashIn(path),
      bytes,
      [basename(to)],
    ]);
    if (process.platform !== 'win32') expect(statSync(to).mode & 0o777).toBe(0o600);
    expect((await client.copies.saved()).copies).toEqual([saved]);
    expect((await client.copies.propose()).path).toMatch(new RegExp(`^${stick}.*\\(2\\)\\.clientele$`));
  });

  test('takes no other file’s place, and nothing is left of one that could not be made', async () => {
    const { client, path, portfolioFolder, dataFolder } = await aShop(SALES, {
      locale: 'en-GB',
      currency: 'EUR',
    });
    const stick = aFolder();
    const taken = join(stick, 'mine.clientele');
    writeFileSync(taken, 'the owner’s own');
    await expect(client.copies.saveTo({ path: taken })).rejects.toThrow(/is there already/);
    // the ending is added, and then the name is taken too
    await expect(client.copies.saveTo({ path: join(stick, 'mine') })).rejects.toThrow(/is there already/);
    expect([readFileSync(taken, 'utf8'), readdirSync(stick)]).toEqual([
      'the owner’s own',
      ['mine.clientele'],
    ]);
    await expect(client.copies.saveTo({ path: join(stick, 'gone', 'a.clientele') })).rejects.toThrow(
      /folder is missing/,
    );
    await expect(client.copies.saveTo({ path: 'a.clientele' })).rejects.toThrow(/full path/);
    await expect(client.copies.saveTo({ path })).rejects.toThrow(/is there already/);
    expect((await client.copies.saved()).copies).toEqual([]);
    for (const folder of [portfolioFolder, join(dataFolder, 'backups')]) {
      mkdirSync(folder, { recursive: true });
      const { saved } = await client.copies.saveTo({ path: join(folder, 'beside.clientele') });
      expect(saved.place).toBe('beside');
    }
  });
});

describe('the reminder to keep a copy elsewhere', () => {
  const DAY = 86_400_000;
  const aCopy = (place: SavedCopy['place'], savedAt: number): SavedCopy => ({
    name: 'a.clientele',
    folder: '/stick',
    savedAt,
    place,
  });

  test('comes a month after the first import, stays away a month when put away, and is settled by a copy', async () => {
    const { path } = await aShop(SALES, { locale: 'en-GB', currency: 'EUR' });
    const db = openPortfolio(path);
    const first = db.row<{ at: number }>('SELECT imported_at AS at FROM batch')!.at;
    expect([29 * DAY, 30 * DAY].map((later) => copyReminder(db, first + later))).toEqual([
      null,
      { lastSavedAt: null, imports: 1 },
    ]);
    putReminderAway(db, first + 30 * DAY);
    expect([59 * DAY, 60 * DAY].map((later) => copyReminder(db, first + later))).toEqual([
      null,
      { lastSavedAt: null, imports: 1 },
    ]);
    noteSavedCopy(db, aCopy('beside', first + 60 * DAY), stateNow(db));
    expect(copyReminder(db, first + 60 * DAY)).not.toBeNull();
    noteSavedCopy(db, aCopy('other-disk', first + 60 * DAY), stateNow(db));
    // nothing has changed since, however long ago
    expect(copyReminder(db, first + 900 * DAY)).toBeNull();
    db.close();
  });

  test('comes a month after a copy once something changed, and after ten imports the next day', async () => {
    const { path } = await aShop(SALES, { locale: 'en-GB', currency: 'EUR' });
    const db = openPortfolio(path);
    const now = Date.now();
    noteSavedCopy(db, aCopy('other-disk', now), stateNow(db));
    await take(db, csv(aSale({ order: '3' })), { locale: 'en-GB' });
    expect([copyReminder(db, now + 29 * DAY), copyReminder(db, now + 30 * DAY)]).toEqual([
      null,
      { lastSavedAt: now, imports: 1 },
    ]);
    for (let n = 0; n < 9; n++) await take(db, csv(aSale({ order: `m${n}` })), { locale: 'en-GB' });
    expect([copyReminder(db, now), copyReminder(db, now + DAY)]).toEqual([
      null,
      { lastSavedAt: now, imports: 10 },
    ]);
    db.close();
  });

  test('is put away through the engine', async () => {
    const { client, path } = await aShop(SALES, { locale: 'en-GB', currency: 'EUR' });
    await client.portfolio.close();
    const db = openPortfolio(path);
    db.execute('UPDATE batch SET imported_at = imported_at - ?', 31 * DAY);
    db.close();
    await client.portfolio.open({ path });
    expect((await client.copies.saved()).reminder).toEqual({ lastSavedAt: null, imports: 1 });
    expect((await client.copies.putReminderAway()).reminder).toBeNull();
    expect((await client.copies.saved()).reminder).toBeNull();
  });
});

test('of a damaged portfolio the newest sound copy is offered without opening it, and restored', async () => {
  const { client, path, dataFolder } = await aShop(SALES, { locale: 'en-GB', currency: 'EUR' });
  const copy = await client.copies.make();
  await client.portfolio.close();
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 8;
  writeFileSync(path, bytes);
  await expect(client.portfolio.open({ path })).rejects.toThrow(/is damaged/);
  expect((await client.copies.list({ portfolio: path })).copies).toEqual([{ ...copy, sound: true }]);
  const { previous } = await client.copies.restore({ portfolio: path, copy: copy.name });
  expect(readFileSync(previous!).equals(bytes)).toBe(true);
  expect(previous).toContain(join(dataFolder, 'backups'));
  expect(hashIn(path)).toBe(copy.contentHash);
});
