import { beforeEach, describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { exportActions } from '../../../src/main/portfolio/actions/action-export.ts';
import { listActions } from '../../../src/main/portfolio/actions/actions.ts';
import { readReview } from '../../../src/main/portfolio/analysis/saved-reviews.ts';
import { readOverview } from '../../../src/main/portfolio/overview/overview.ts';
import { makeReview } from '../../../src/main/portfolio/reviews/reviews.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import type { Overview } from '../../../src/shared/model/overview.ts';
import { aSale, csv } from '../../support/csv.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';
import { aKnownBusiness, dayOf, LAST, say } from '../a-known-business.ts';

let db: Writable;
beforeEach(async () => {
  db = await aKnownBusiness();
});

const list = (over: Partial<Parameters<typeof listActions>[1]> = {}) =>
  listActions(db, { offset: 0, limit: 1000, ...over });
const named = (name: string) => list().rows.find((row) => row.name === name);

describe('the next best actions of a business whose customers are what their names say', () => {
  test('name everyone once, with what fits', () => {
    const found = list();
    expect(Object.fromEntries(found.rows.map(({ name, kind }) => [name, kind]))).toEqual({
      Gone: 'keep',
      Faded: 'remind',
      Once: 'invite-back',
      Fresh: 'welcome',
    });
    expect(found.rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    expect(found.groups.reduce((sum, { count }) => sum + count, 0)).toBe(found.total);
    expect(found.atStake?.value).toBe(found.rows.reduce((sum, row) => sum + row.expectedValue, 0));
  });

  test('say why, and that the effect is not known', () => {
    expect(named('Gone')!.reason).toMatch(/^Usually buys every 20 days, silent for 200; £\d+ in 12 months/);
    expect(named('Once')!.reason).toMatch(/^Bought once, 300 days ago, for £400/);
    expect(named('Fresh')!.reason).toMatch(/for £400, more than most do at first/);
    expect(list().rows.every(({ effectKnown }) => !effectKnown)).toBe(true);
    expect(list().notes.join(' ')).toContain('effect unknown – try as pilot');
  });

  test('leave out who must not be profiled (DEFINITIONS 22)', () => {
    expect(JSON.stringify(list())).not.toContain('Objector');
    expect(JSON.stringify(exportActions(db, { everyone: true }))).not.toContain('Objector');
  });

  test('page by page and by kind', () => {
    const all = list().rows;
    expect([0, 1, 2, 3].flatMap((offset) => list({ offset, limit: 1 }).rows)).toEqual(all);
    expect(list({ kind: 'welcome' })).toMatchObject({
      total: 1,
      rows: all.filter(({ kind }) => kind === 'welcome'),
    });
    expect(list({ kind: 'offer-more' })).toMatchObject({ total: 0, rows: [], reason: null });
  });
});

describe('consent and contacts', () => {
  test('nothing recorded means nobody may be written to, and it is said', () => {
    const { rows, contactable, notes } = list();
    expect(rows.some((row) => row.contactable)).toBe(false);
    expect(contactable).toBe(0);
    expect(notes.join(' ')).toMatch(/No consent is recorded, and unknown means no/);
    expect(exportActions(db, { everyone: false })).toMatchObject({ leftOut: 4, table: { data: [] } });
  });

  test('who agreed is in the mail merge with that address alone, who refused is not shown it', async () => {
    await say(
      db,
      'consent',
      ['Customer ID', 'Channel', 'Consent', 'Date'],
      [
        ['C13', 'E-mail', 'yes', dayOf(10)],
        ['C14', 'E-mail', 'no', dayOf(10)],
        ['C15', 'Post', 'yes', dayOf(10)],
      ],
    );
    expect(named('Gone')).toMatchObject({ contactable: true, channels: ['email'], email: 'c13@example.org' });
    expect(named('Faded')).toMatchObject({ contactable: false, channels: [], email: null });
    expect(named('Fresh')).toMatchObject({ contactable: false, email: 'c16@example.org' });
    const merge = exportActions(db, { everyone: false });
    expect(merge.leftOut).toBe(2);
    const email = merge.table.fields.indexOf('E-mail');
    expect(Object.fromEntries(merge.table.data.map((row) => [row[1], row[email]]))).toEqual({
      Gone: 'c13@example.org',
      Once: null,
    });
  });

  test('who was visited within 14 days rests; two weeks later not any more', async () => {
    const visit = (day: number) =>
      say(db, 'interactions', ['Date', 'Customer ID', 'Contact type'], [[dayOf(day), 'C13', 'Visit']]);
    await visit(986);
    expect(named('Gone')).toBeDefined();
    await visit(987);
    expect(named('Gone')).toBeUndefined();
    expect(list().notes.join(' ')).not.toContain('not recorded');
  });

  test('a complaint without an answer comes first', async () => {
    await say(
      db,
      'feedback',
      ['Date', 'Customer ID', 'Recommend'],
      [
        [dayOf(990), 'C13', '3'],
        [dayOf(990), 'C1', '9'],
      ],
    );
    expect(named('Gone')).toMatchObject({ kind: 'answer', rank: 1 });
    expect(named('Gone')!.reason).toMatch(/^Gave 3 of 10 on .* and has had no answer yet/);
    await say(
      db,
      'feedback',
      ['Date', 'Customer ID', 'Recommend', 'Satisfaction'],
      [[dayOf(995), 'C14', '7', '2']],
    );
    expect(named('Faded')!.reason).toMatch(/^Gave 2 of 5 on/);
    expect(named('Regular 1')).toBeUndefined();
  });
});

test('overview, review and list name the same people', async () => {
  const overview = readOverview(db, isoDay(LAST)) as Overview;
  const monday = overview.monday.map(({ customer }) => customer.name);
  const called = list()
    .rows.filter(({ kind }) => kind === 'keep' || kind === 'remind')
    .map(({ name }) => name);
  expect(monday).toEqual(called.slice(0, 5));
  expect(overview.actions).toEqual(list().groups);
  const { id } = makeReview(db, { ownersCopy: true, paper: 'A4' }, isoDay(LAST));
  expect(readReview(db, id).content.monday.map(({ name }) => name)).toEqual(monday);
  await say(db, 'consent', ['Customer ID', 'Channel', 'Consent'], [['C13', 'Phone', 'no']]);
  const after = readOverview(db, isoDay(LAST)) as Overview;
  expect(after.monday.map(({ customer }) => customer.name)).toEqual(called.filter((name) => name !== 'Gone'));
});

describe('where there is nobody to name', () => {
  test('an empty portfolio says so, and exports nothing', () => {
    const empty = aPortfolio();
    expect(listActions(empty, { offset: 0, limit: 10 })).toMatchObject({
      asOf: null,
      total: 0,
      atStake: null,
      reason: 'There are no sales yet; actions come from what customers bought.',
    });
    expect(() => exportActions(empty, { everyone: true })).toThrow(/no sales yet/);
  });

  test('in till mode it says how to begin (DEFINITIONS 9)', async () => {
    const till = aPortfolio();
    await take(till, csv(aSale({ customer: '' }), aSale({ order: '2', customer: '', date: '2024-05-01' })));
    const { rows, reason, howToBegin } = listActions(till, { offset: 0, limit: 10 });
    expect(rows).toEqual([]);
    expect(reason).toMatch(/Too few sales carry a customer/);
    expect(howToBegin.length).toBeGreaterThan(1);
  });
});
