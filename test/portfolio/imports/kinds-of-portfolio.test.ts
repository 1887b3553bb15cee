import { describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import { listActions } from '../../../src/main/portfolio/actions/actions.ts';
import { readReview } from '../../../src/main/portfolio/analysis/saved-reviews.ts';
import { analyze } from '../../../src/main/portfolio/analyze/analyze.ts';
import { customerOrders, readCustomer } from '../../../src/main/portfolio/customers/customer-page.ts';
import { listCustomers } from '../../../src/main/portfolio/customers/customers.ts';
import { exportTable } from '../../../src/main/portfolio/exports/export.ts';
import { pastImports } from '../../../src/main/portfolio/imports/past-imports.ts';
import { readMatrix } from '../../../src/main/portfolio/matrix/matrix.ts';
import { readOverview } from '../../../src/main/portfolio/overview/overview.ts';
import { readQuestions } from '../../../src/main/portfolio/questions/questions.ts';
import { makeReview } from '../../../src/main/portfolio/reviews/reviews.ts';
import {
  applySegments,
  previewSegments,
  readSegments,
} from '../../../src/main/portfolio/segments/segments.ts';
import { portfolioInfo } from '../../../src/main/portfolio/settings/info.ts';
import { asCsv } from '../../../src/main/portfolio/tables/table-file.ts';
import { reviewPage } from '../../../src/main/report/page.ts';
import { makeSample } from '../../../src/main/sample/sample.ts';
import { contract } from '../../../src/shared/contract/index.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import { aBusiness } from '../../import/a-business.ts';
import { aSale, csv, table } from '../../support/csv.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';
import { notFinite } from '../../support/walk.ts';

const TODAY = isoDay('2025-10-02');
const GBP = { currency: 'GBP', locale: 'en-GB' };

/** Everything an owner can look at, each as the contract has it. */
const everyScreen = (db: Writable): Record<string, unknown> => {
  const list = listCustomers(db, { sort: 'revenue12m', direction: 'desc', offset: 0, limit: 1000 });
  const parsed = (area: keyof typeof contract, name: string, value: unknown): unknown => {
    const procedure = (contract[area] as Record<string, unknown>)[name] as {
      '~orpc': { outputSchema: { safeParse: (value: unknown) => { error?: unknown } } };
    };
    expect(procedure['~orpc'].outputSchema.safeParse(value).error, `${area}.${name}`).toBeUndefined();
    return value;
  };
  return {
    info: portfolioInfo(db),
    past: parsed('importing', 'past', pastImports(db)),
    overview: parsed('overview', 'read', readOverview(db, TODAY)),
    list: parsed('customers', 'list', list),
    pages: list.rows.slice(0, 40).map(({ id }) => parsed('customers', 'read', readCustomer(db, id))),
    orders: list.rows
      .slice(0, 10)
      .map(({ id }) => parsed('customers', 'orders', customerOrders(db, id, 0, 50))),
    customerMatrix: parsed('matrix', 'read', readMatrix(db, 'customers')),
    segmentMatrix: parsed('matrix', 'read', readMatrix(db, 'segments')),
    segments: parsed('segments', 'read', readSegments(db)),
    questions: parsed('questions', 'read', readQuestions(db)),
    actions: parsed('actions', 'list', listActions(db, { offset: 0, limit: 1000 })),
    quickStart: parsed('segments', 'preview', previewSegments(db, { recipe: 'quick-start' })),
  };
};

/** And what is printed, exported and given to scripts. */
const everyPaper = (db: Writable): Record<string, unknown> => {
  const { entry, content } = readReview(db, makeReview(db, { ownersCopy: true, paper: 'A4' }, TODAY).id);
  return {
    entry,
    content,
    page: reviewPage(content),
    analysis: analyze(db, { customers: true, only: null }),
    exports: (['customers', 'orders', 'segments'] as const).map((what) => asCsv(exportTable(db, what))),
  };
};

const onDays = (...days: string[]): string => csv(...days.map((date, i) => aSale({ order: `${i}`, date })));
const monthly = (months: number, from = 2023): string[] =>
  Array.from(
    { length: months },
    (_, i) => `${from + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, '0')}-15`,
  );

const KINDS: readonly (readonly [string, () => string])[] = [
  ['one sale of one customer', () => csv(aSale())],
  ['one customer, once a month for three years', () => onDays(...monthly(36))],
  ['two customers on one day', () => csv(aSale(), aSale({ order: '2', customer: 'C2' }))],
  ['nobody known', () => csv(...monthly(30).map((date, i) => aSale({ order: `${i}`, date, customer: '' })))],
  [
    'a file without a column for customers',
    () =>
      table(
        ['Date', 'Product', 'Amount'],
        monthly(30).map((date) => [date, 'Bread', '4.20']),
      ),
  ],
  [
    'all given back again',
    () => csv(aSale({ amount: '10.00' }), aSale({ order: '2', date: '2024-05-05', amount: '-10.00' })),
  ],
  [
    'more given back than bought',
    () =>
      csv(
        aSale({ amount: '10.00' }),
        aSale({ order: '2', customer: 'C2', amount: '-90.00' }),
        aSale({ order: '3', date: '2024-09-09', amount: '1.00' }),
      ),
  ],
  [
    'things given away',
    () => csv(aSale({ amount: '0.00' }), aSale({ order: '2', customer: 'C2', amount: '5.00' })),
  ],
  ['eleven months', () => onDays(...monthly(11))],
  ['thirteen months', () => onDays(...monthly(13))],
  ['a hole of years', () => onDays('1999-12-31', '2024-02-29', '2024-03-01')],
  [
    'very large amounts',
    () =>
      csv(
        ...monthly(30).map((date, i) =>
          aSale({ order: `${i}`, date, customer: `C${i % 3}`, amount: '9999999999.99' }),
        ),
      ),
  ],
  [
    'some weeks of a small shop',
    () => {
      const { header, rows } = aBusiness(4, { orderIds: true, customers: 'contact' });
      return table(header, rows);
    },
  ],
  ['a clinic', () => makeSample({ kind: 'clinic', customers: 60, seed: 2, until: isoDay('2025-09-30') }).csv],
];

describe('every screen and paper of every kind of portfolio: as the contract says, and no number that is none', () => {
  test.each(KINDS)('%s', async (_, file) => {
    const db = aPortfolio();
    await take(db, file(), { locale: 'en-GB' });
    expect(notFinite(everyScreen(db))).toEqual([]);
    expect(notFinite(everyPaper(db))).toEqual([]);
    applySegments(db, { recipe: 'quick-start' });
    expect(notFinite(everyScreen(db))).toEqual([]);
  });
});

describe('an empty portfolio says what it lacks and fails nowhere', () => {
  const empty = async (): Promise<Writable[]> => {
    const undone = aPortfolio();
    await take(undone, csv(aSale()), GBP);
    undoImport(undone, 1);
    return [aPortfolio(), undone];
  };

  test('new, and again after an undo', async () => {
    for (const db of await empty()) {
      const screens = everyScreen(db);
      expect(notFinite(screens)).toEqual([]);
      for (const name of ['overview', 'customerMatrix', 'segmentMatrix'])
        expect(screens[name]).toEqual({
          grade: 'D',
          reason: expect.stringMatching(/no sales/),
          needed: expect.stringMatching(/\.$/),
        });
      expect(screens.list).toMatchObject({ asOf: null, total: 0, rows: [] });
      expect(screens.segments).toMatchObject({
        asOf: null,
        segments: [],
        reason: expect.stringMatching(/no sales/),
      });
      expect(screens.info).toMatchObject({
        period: null,
        orders: 0,
        customers: 0,
        coverage: null,
        tillMode: false,
        stepsDone: [],
      });
      expect(() => makeReview(db, { ownersCopy: false, paper: 'A4' }, TODAY)).toThrow(/no sales yet/);
      expect(() => exportTable(db, 'orders')).toThrow(/no sales yet/);
      expect(() => analyze(db, { customers: false, only: null })).toThrow(/no sales yet/);
    }
  });
});

describe('till mode, where fewer than a fifth of the revenue has a customer (DEFINITIONS 9)', () => {
  const shop = async (known: number): Promise<Writable> => {
    const db = aPortfolio();
    await take(
      db,
      csv(
        ...Array.from({ length: 10 }, (_, i) =>
          aSale({ order: `${i}`, customer: i < known ? `C${i}` : '', amount: '10.00' }),
        ),
      ),
      GBP,
    );
    return db;
  };

  test.each([
    [0, true],
    [1, true],
    [2, false],
    [10, false],
  ])('%i of 10 sales with a customer: %s', async (known, tillMode) => {
    const db = await shop(known);
    expect(portfolioInfo(db)).toMatchObject({ coverage: known / 10, tillMode });
    const overview = readOverview(db, TODAY);
    expect('till' in overview && overview.till !== null).toBe(tillMode);
  });

  test('it leads with products, weekdays and hours, and says how to begin', async () => {
    const db = aPortfolio();
    const rows = [
      ['2024-03-04', '08:10', 'Bread', '4.00'],
      ['2024-03-04', '08:50', 'Rolls', '2.00'],
      ['2024-03-09', '17:05', 'Bread', '6.00'],
    ];
    await take(db, table(['Date', 'Time', 'Product', 'Amount'], rows), GBP);
    const overview = readOverview(db, TODAY);
    if (!('till' in overview)) throw new Error('no overview');
    expect(overview.till).toMatchObject({
      topProducts: [
        { product: 'Bread', revenue: 1000, orders: 2, share: 10 / 12 },
        { product: 'Rolls', revenue: 200, orders: 1 },
      ],
      // Monday is 1
      weekdays: [
        { weekday: 1, revenue: 600, orders: 2 },
        { weekday: 6, revenue: 600, orders: 1 },
      ],
      hours: [
        { hour: 8, revenue: 600, orders: 2 },
        { hour: 17, revenue: 600, orders: 1 },
      ],
    });
    expect(overview.till?.howToBegin.length).toBeGreaterThan(1);
    expect(overview.mondayNote).toBe('No sale carries a customer, so there is nobody to call.');
    expect(readMatrix(db, 'customers')).toMatchObject({ grade: 'D', reason: 'No sale carries a customer.' });
    expect(readSegments(db).reason).toMatch(/No sale carries a customer/);
  });
});

describe('growth says which windows it compares, or why it cannot (MODELS 5)', () => {
  test.each([
    [11, null, /At least 12 months/],
    [14, 6, /the last 6 months against the 6 before/],
    [26, 12, /the last 12 months against the 12 before/],
  ])('%i months of sales', async (months, window, sentence) => {
    const db = aPortfolio();
    await take(
      db,
      csv(
        ...monthly(months).flatMap((date, i) =>
          ['C1', 'C2', 'C3'].map((customer) => aSale({ order: `${i}${customer}`, date, customer })),
        ),
      ),
      GBP,
    );
    const matrix = readMatrix(db, 'customers');
    if ('reason' in matrix) {
      expect(window).toBeNull();
      expect(matrix.needed).toMatch(sentence);
      return;
    }
    expect(matrix.growthAxis).toMatch(sentence);
    const { before, after } = matrix.windows!;
    expect(after.to).toBe(matrix.asOf);
    expect(Date.parse(after.from) - Date.parse(before.to)).toBe(86_400_000);
    if (window === 6) expect(matrix.warnings.join(' ')).toMatch(/season/);
    else expect(matrix.warnings.join(' ')).not.toMatch(/season/);
  });
});
