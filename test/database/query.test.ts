import { expect, test } from 'vitest';
import { Readable } from '../../src/main/database/connection.ts';
import { once, q, type Select, sql } from '../../src/main/database/query.ts';
import { readSetting, writeSetting } from '../../src/main/database/settings.ts';
import { isoDay } from '../../src/shared/model/day.ts';
import { minor } from '../../src/shared/model/money.ts';
import { aPortfolio } from '../support/portfolio.ts';

const anOrder = (key: string, day: string, amount: number) =>
  q.insertInto('sales_order').values({
    source: 'till',
    key,
    number: key,
    ordered_on: isoDay(day),
    line_count: 1,
    net_minor: minor(amount),
    digest: 0,
  });

const aShop = () => {
  const db = aPortfolio();
  db.run(anOrder('A1', '2025-01-31', 1050));
  db.run(anOrder('A2', '2025-02-01', -50));
  return db;
};

test('a composed query runs at once, its values as parameters', () => {
  const query = q
    .selectFrom('sales_order')
    .select(['number', 'revenue_minor'])
    .where('ordered_on', '>', isoDay('2025-01-31'));
  expect(query.compile().sql).not.toContain('2025');
  expect(aShop().all(query)).toEqual([{ number: 'A2', revenue_minor: -50 }]);
});

test('numbers that SQLite wants whole may be given as JavaScript has them', () => {
  const query = q.selectFrom('sales_order').select('number').orderBy('id');
  expect(aShop().all(query.limit(1).offset(1))).toEqual([{ number: 'A2' }]);
});

test('the first row, or none', () => {
  const db = aShop();
  const ofKey = (key: string) => q.selectFrom('sales_order').select('id').where('key', '=', key);
  expect(db.get(ofKey('A1'))).toEqual({ id: 1 });
  expect(db.get(ofKey('A3'))).toBeUndefined();
});

test('a write says what it changed', () => {
  const db = aShop();
  const { changes } = db.run(
    q.updateTable('sales_order').set({ pending: 1 }).where('net_minor', '<', minor(0)),
  );
  expect(changes).toBe(1);
  expect(db.run(anOrder('A3', '2025-02-02', 1)).lastInsertRowid).toBe(3);
});

test.each([
  ['a boolean', true],
  ['a date', new Date(0)],
  ['nothing at all', undefined],
  ['no number', Number.NaN],
  ['a long number', 1n],
])('%s is refused as a parameter', (_, value) => {
  const query = q.selectFrom('sales_order').select(sql<number>`${value}`.as('given'));
  expect(() => aShop().all(query)).toThrow(TypeError);
});

test('a query composed once takes its parameters at each call, wherever they stand in it', () => {
  let composed = 0;
  const between = once((p: { from: string; to: string; n: number }) => {
    composed++;
    return q
      .selectFrom('sales_order')
      .select('number')
      .where('ordered_on', '<=', isoDay('2025-12-31'))
      .where(sql<boolean>`ordered_on BETWEEN ${p.from} AND ${p.to}`)
      .limit(p.n);
  });
  const db = aShop();
  const found = (from: string, to: string) => db.all(between({ to, from, n: 5 })).map(({ number }) => number);
  expect(found('2025-01-01', '2025-01-31')).toEqual(['A1']);
  expect(found('2025-01-31', '2025-02-28')).toEqual(['A1', 'A2']);
  expect(composed).toBe(1);
});

test('a query composed once cannot decide by a parameter that has no value yet', () => {
  const guessing = once((p: { n: number }) =>
    q.selectFrom('setting').select(sql<number>`${p.n + 1}`.as('next')),
  );
  expect(() => aShop().all(guessing({ n: 1 }))).toThrow('n has no value while the query is composed');
});

test('what only reads refuses SQL that writes, also where it gives rows', () => {
  const db: Readable = aShop();
  expect(db).toBeInstanceOf(Readable);
  expect(() => db.rows("INSERT INTO setting VALUES ('a', '1') RETURNING name")).toThrow('only reads');
  expect(() => db.row('DELETE FROM setting')).toThrow('only reads');
  // a cast is the way round the compiler, not round this
  const write = q.deleteFrom('setting').returning('name') as unknown as Select<{ name: string }>;
  expect(() => db.all(write)).toThrow('only reads');
});

test('the same text read as rows and as cells keeps its two shapes', () => {
  const db = aShop();
  const text = 'SELECT number, net_minor FROM sales_order ORDER BY id LIMIT 1';
  expect(db.rows(text)).toEqual([{ number: 'A1', net_minor: 1050 }]);
  expect(db.cells(text)).toEqual([['A1', 1050]]);
  expect([...db.eachCells(text)]).toEqual([['A1', 1050]]);
  expect(db.rows(text)).toEqual([{ number: 'A1', net_minor: 1050 }]);
});

test('a setting is read as it was written last', () => {
  const db = aPortfolio();
  expect(readSetting(db, 'a "name"', 7)).toBe(7);
  writeSetting(db, 'a "name"', { b: [1] });
  writeSetting(db, 'a "name"', { b: [2] });
  expect(readSetting(db, 'a "name"', null)).toEqual({ b: [2] });
});
