import { existsSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { ORPCError } from '@orpc/client';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPortfolio } from '../../src/main/database/open.ts';
import { Analyst } from '../../src/main/engine/run-analyst.ts';
import type { UseCaseCall } from '../../src/main/engine/use-cases.ts';
import { listCustomers } from '../../src/main/portfolio/customers/customers.ts';
import { readMatrix } from '../../src/main/portfolio/matrix/matrix.ts';
import { readOverview } from '../../src/main/portfolio/overview/overview.ts';
import { readSegments } from '../../src/main/portfolio/segments/segments.ts';
import { makeSample } from '../../src/main/sample/sample.ts';
import type { Client } from '../../src/shared/contract/index.ts';
import { isoDay } from '../../src/shared/model/day.ts';
import { unpackMatrix } from '../../src/shared/model/matrix-points.ts';
import { minor } from '../../src/shared/model/money.ts';
import { anEngine, listen } from '../support/engine.ts';
import { aPortfolio, copyOf, take } from '../support/portfolio.ts';

const TABLE = { sort: 'revenue12m', direction: 'desc', offset: 0, limit: 200 } as const;

let made: ReturnType<typeof aPortfolio>;
beforeAll(async () => {
  made = aPortfolio();
  const sample = makeSample({ kind: 'wholesale', customers: 200, seed: 4, until: isoDay('2025-09-30') });
  await take(made, sample.csv, { currency: 'EUR', locale: 'en-GB', timezone: 'Europe/Berlin' });
});

/** An engine with the portfolio open of which nothing has been worked out yet. */
const fresh = async (): Promise<{ client: Client; path: string }> => {
  const copy = copyOf(made);
  copy.close();
  const { client } = anEngine();
  await client.portfolio.open({ path: copy.path });
  return { client, path: copy.path };
};

const settled = async (call: Promise<unknown>): Promise<() => boolean> => {
  let done = false;
  call.then(
    () => (done = true),
    () => (done = true),
  );
  return () => done;
};

/** How often the working out of an analysis was begun. */
const begun = (events: readonly { type: string; phase?: string }[]): number =>
  events.filter((event) => event.type === 'progress' && event.phase === 'purchases').length;

describe('figures are worked out beside the engine', () => {
  test('what needs none is answered while they are worked out, and the thread is never held', async () => {
    const { client } = await fresh();
    const overview = client.overview.read();
    const isThere = await settled(overview);
    let [answers, turns] = [0, 0];
    while (!isThere()) {
      await client.reviews.list();
      await client.customers.orders({ id: 1, offset: 0, limit: 10 });
      if (!isThere()) answers++;
      await turn();
      turns++;
    }
    expect(await overview).toMatchObject({ asOf: isoDay('2025-09-30') });
    // worked out in place there would be none: the first turn would come when all is done
    expect(answers).toBeGreaterThan(5);
    expect(turns).toBeGreaterThan(5);
  });

  test('and are the same as worked out in place', async () => {
    const { client, path } = await fresh();
    const [overview, table, matrix, segments] = await Promise.all([
      client.overview.read(),
      client.customers.list({ ...TABLE, search: 'a', sort: 'name' }),
      client.matrix.read({ subject: 'customers' }).then(unpackMatrix),
      client.segments.read(),
    ]);
    const db = openPortfolio(path, { readonly: true });
    const inPlace = readOverview(db, isoDay('2025-10-01'));
    expect({ ...overview, freshness: '' }).toEqual({ ...inPlace, freshness: '' });
    expect(table).toEqual(listCustomers(db, { ...TABLE, search: 'a', sort: 'name' }));
    expect(matrix).toEqual(readMatrix(db, 'customers'));
    expect(segments).toEqual(readSegments(db));
    db.close();
  });

  test('once for all who ask, with progress', async () => {
    const { client } = await fresh();
    const heard = await listen(client);
    await Promise.all([
      client.overview.read(),
      client.segments.read(),
      client.customers.list(TABLE),
      client.overview.read(),
    ]);
    await heard.until((event) => event.type === 'progress' && event.phase === 'done');
    expect(begun(heard.events)).toBe(1);
    expect(heard.events.some((event) => event.type === 'progress' && event.phase === 'atRisk')).toBe(true);
    // a second time there is nothing left to do
    await client.overview.read();
    expect(begun(heard.events)).toBe(1);
    await heard.stop();
  });

  test('anew after a change, and who was waiting gets the new ones', async () => {
    const { client } = await fresh();
    const heard = await listen(client);
    const waiting = client.matrix.read({ subject: 'customers' });
    await heard.until((event) => event.type === 'progress' && event.phase === 'purchases');
    const changed = client.matrix.setThresholds({ subject: 'customers', value: minor(777_00), growth: null });
    const thresholds = { thresholds: { value: 777_00 } };
    expect(await changed).toMatchObject(thresholds);
    expect(await waiting).toMatchObject(thresholds);
    expect(begun(heard.events)).toBe(2);
    await heard.stop();
  });

  test('until the owner cancels', async () => {
    const { client } = await fresh();
    const heard = await listen(client);
    const overview = client.overview.read();
    await heard.until((event) => event.type === 'progress');
    expect(await client.importing.cancel({ job: 'figures' })).toEqual({ cancelled: true });
    const failure = await overview.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ORPCError);
    expect((failure as ORPCError<string, { sentence: string }>).data.sentence).toMatch(/^Cancelled/);
    expect(await client.importing.cancel({ job: 'figures' })).toEqual({ cancelled: false });
    expect(await client.overview.read()).toMatchObject({ asOf: isoDay('2025-09-30') });
    await heard.stop();
  });

  test('until nobody waits any more; who still waits is answered', async () => {
    const { client } = await fresh();
    const heard = await listen(client);
    const begin = (): Promise<unknown> =>
      heard.until((event) => event.type === 'progress' && event.phase !== 'done');
    const [first, second] = [new AbortController(), new AbortController()];
    const both = [first, second].map(({ signal }) => client.overview.read(undefined, { signal }));
    await begin();
    first.abort();
    await expect(both[0]).rejects.toThrow(/abort/i);
    second.abort();
    await expect(both[1]).rejects.toThrow(/abort/i);
    // nothing is at work any more
    expect(await client.importing.cancel({ job: 'figures' })).toEqual({ cancelled: false });
    heard.events.length = 0;
    const given = new AbortController();
    const left = client.overview.read(undefined, { signal: given.signal });
    const waits = client.overview.read();
    await begin();
    given.abort();
    await expect(left).rejects.toThrow(/abort/i);
    expect(await waits).toMatchObject({ asOf: isoDay('2025-09-30') });
    expect(begun(heard.events)).toBe(1);
    await heard.stop();
  });

  test('a use case alike, but for one that keeps something at its end', async () => {
    const db = copyOf(made);
    const analyst = new Analyst(db, () => undefined);
    const [first, second] = [new AbortController(), new AbortController()];
    const call: UseCaseCall = { read: 'questions', with: [] };
    const both = [first, second].map(({ signal }) => analyst.ask(call, signal));
    expect(analyst.busy).toBe(true);
    first.abort();
    await expect(both[0]).rejects.toThrow(/abort/i);
    expect(analyst.busy).toBe(true);
    second.abort();
    await expect(both[1]).rejects.toThrow(/abort/i);
    expect(analyst.busy).toBe(false);
    await expect(analyst.ask(call, second.signal)).rejects.toThrow(/abort/i);
    const review = { ownersCopy: false, paper: 'A4' } as const;
    const kept = await analyst.ask(
      { write: 'makeReview', with: [review, isoDay('2025-10-01')] },
      second.signal,
    );
    expect(kept).toMatchObject({ asOf: isoDay('2025-09-30') });
    await analyst.stop();
  });

  test('and not when the portfolio is closed, which leaves its file whole', async () => {
    const { client, path } = await fresh();
    const overview = client.overview.read().catch((error: unknown) => error);
    await turn();
    await client.portfolio.close();
    expect(await overview).toMatchObject({ code: 'NO_PORTFOLIO' });
    while (existsSync(`${path}-wal`)) await turn();
    const db = openPortfolio(path, { readonly: true });
    expect(db.row<{ n: number }>('SELECT count(*) AS n FROM customer')?.n).toBeGreaterThan(0);
    db.close();
  });

  test('of a day before the first sale there is nothing, and no wait without end', async () => {
    const { client } = await fresh();
    expect(await client.customers.list({ ...TABLE, asOf: isoDay('1999-01-01') })).toMatchObject({
      asOf: null,
      total: 0,
    });
  });
});
