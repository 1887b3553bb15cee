import { beforeAll, describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import { analyze } from '../../../src/main/portfolio/analyze/analyze.ts';
import { readMatrix } from '../../../src/main/portfolio/matrix/matrix.ts';
import { updateSettings } from '../../../src/main/portfolio/settings/info.ts';
import { addDays, isoDay } from '../../../src/shared/model/day.ts';
import type { Matrix } from '../../../src/shared/model/matrix.ts';
import { table } from '../../support/csv.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

type Money = { minor: number; currency: string };
type Voice = {
  nps: { value: number; lo: number; hi: number; n: number };
  csat: { value: number; mean: number; n: number };
  responseClock: { value: number; n: number; open: number; overdue: number; median: { value: number } };
  coverage: number;
};

const OPTIONS = { currency: 'EUR', locale: 'en-GB', timezone: 'Europe/Berlin' };
const SALES_HEAD = [
  'Order',
  'Date',
  'Customer number',
  'Customer',
  'Product',
  'Category',
  'Quantity',
  'Amount',
];

const money = (value: unknown): number => (value as Money).minor;
const areas = (db: Writable, only: string[], asOf?: string) =>
  analyze(db, { customers: true, only, ...(asOf ? { asOf: isoDay(asOf) } : {}) }) as Record<string, never> & {
    value: Record<string, Record<string, unknown>>;
    customers: { key: string; contribution: Money | null; rfm: string }[];
    acquisition: Record<string, unknown>;
    listening: Voice & { bySegment: ({ segment: string } & Voice)[] };
  };
const contributionOf = (db: Writable, key: string): number | null => {
  const { contribution } = areas(db, []).customers.find((each) => each.key === key)!;
  return contribution?.minor ?? null;
};

describe('what customers leave, by hand', () => {
  const SALES = [
    ['1', '2024-01-10', 'A', 'Ann', 'Bread', 'Bakery', '10', '50.00'],
    ['2', '2024-02-10', 'A', 'Ann', 'Rolls', 'Bakery', '10', '30.00'],
    ['3', '2025-01-10', 'A', 'Ann', 'Bread', 'Bakery', '2', '10.00'],
    ['4', '2024-03-10', 'B', 'Ben', 'Cup', 'Shop', '1', '20.00'],
    ['5', '2025-03-10', 'B', 'Ben', 'Bread', 'Bakery', '4', '20.00'],
    ['6', '2025-03-12', 'B', 'Ben', 'Bread', 'Bakery', '-1', '-5.00'],
    ['7', '2025-03-31', '', '', 'Bread', 'Bakery', '2', '10.00'],
  ];

  const aShop = async (): Promise<Writable> => {
    const db = aPortfolio();
    await take(db, table(SALES_HEAD, SALES), OPTIONS);
    return db;
  };
  const withCosts = async (): Promise<Writable> => {
    const db = await aShop();
    await take(db, table(['Product', 'Cost'], [['Bread', '2.00']]));
    return db;
  };

  test('without costs nothing is said of contribution, and what is needed is', async () => {
    const db = await aShop();
    const { value } = areas(db, ['value']);
    expect(value.contribution).toMatchObject({
      grade: 'D',
      reason: 'It is not known what goods and serving cost.',
    });
    expect(value.whaleCurve).toMatchObject({ grade: 'D' });
    expect(contributionOf(db, 'A')).toBeNull();
  });

  test('one assumed margin for all is revenue rescaled, and nothing is called contribution (DEFINITIONS 6)', async () => {
    const db = await aShop();
    updateSettings(db, { assumedMargin: 0.4 });
    expect(areas(db, ['value']).value.contribution).toMatchObject({
      grade: 'D',
      reason: expect.stringMatching(/One margin is assumed for everything/),
    });
    expect(contributionOf(db, 'A')).toBeNull();
  });

  test('the margin of the one product whose cost is known, taken for all, is one margin for all', async () => {
    const db = await withCosts();
    expect(areas(db, ['value']).value.contribution).toMatchObject({ grade: 'D' });
    expect(contributionOf(db, 'A')).toBeNull();
  });

  test('unit cost, else the category’s margin, else the owner’s', async () => {
    const db = await withCosts();
    updateSettings(db, { assumedMargin: 0.1 });
    // bread costs 2.00, so 36.00 of the 90.00 it sold for: rolls are taken to leave 60 % too, the cup 10 %; what came back
    // brings its cost back. A: 50 − 20, 30 − 12, 10 − 4; B: 20 × 10 %, 20 − 8, −5 + 2
    expect(contributionOf(db, 'A')).toBe(3000 + 1800 + 600);
    expect(contributionOf(db, 'B')).toBe(200 + 1200 - 300);
    const { contribution, whaleCurve } = areas(db, ['value']).value;
    expect(contribution).toMatchObject({
      grade: 'B',
      costOfGoods: {
        'unit-cost': expect.closeTo(95 / 145, 9),
        'category-margin': expect.closeTo(30 / 145, 9),
        'assumed-margin': expect.closeTo(20 / 145, 9),
        margin: 0.1,
        marginIs: 'given',
      },
    });
    expect(money(contribution!.total)).toBe(5400 + 1100 + 600);
    expect(money(contribution!.ofAnonymousSales)).toBe(600);
    // of the last 12 months up to 31 March 2025: A's third order, B's last two, nobody's
    expect(money(contribution!.last12Months)).toBe(600 + 1200 - 300 + 600);
    expect(whaleCurve).toMatchObject({ lossCustomers: 0, customersAtPeak: 2, n: 2, peakRatio: 1 });
  });

  test('rates, quantities, contacts, orders, fees, direct costs and what is for all', async () => {
    const db = await withCosts();
    updateSettings(db, { assumedMargin: 0.1 });
    await take(
      db,
      table(
        ['Date', 'Customer number', 'Activity', 'Quantity', 'Amount', 'Cost per unit', 'Unit'],
        [
          ['', '', 'Delivery', '', '', '3.00', 'each'],
          ['', '', 'Order', '', '', '0.50', 'each'],
          ['', '', 'Return', '', '', '1.00', 'each'],
          ['', '', 'Support minute', '', '', '0.80', 'minute'],
          ['', '', 'Visit', '', '', '9.00', 'each'],
          ['', '', 'Card fee', '', '', '2', '%'],
          ['2025-01-10', 'A', 'Delivery', '2', '', '', ''],
          ['2025-01-11', 'A', 'Replacement', '', '4.00', '', ''],
          ['2025-01-12', 'B', 'Packing', '3', '', '', ''],
          ['2025-01-31', '', 'Rent of the store', '', '450.00', '', ''],
        ],
      ),
    );
    await take(
      db,
      table(
        ['Date', 'Customer number', 'Contact type', 'Minutes'],
        [
          ['2025-02-01', 'B', 'Support', '25'],
          ['2024-01-20', 'B', 'Visit', '60'],
          ['2025-02-02', 'A', 'Newsletter', '1'],
        ],
      ),
    );
    // A: 2 deliveries 6.00, 3 orders 1.50, 2 % of 90.00 1.80, replacement 4.00
    expect(contributionOf(db, 'A')).toBe(5400 - 600 - 150 - 180 - 400);
    // B: 2 orders 1.00, one return 1.00, 25 minutes 20.00, one visit 9.00, 2 % of 40.00 0.80; packing has no rate
    expect(contributionOf(db, 'B')).toBe(1100 - 100 - 100 - 2000 - 900 - 80);
    const { contribution, whaleCurve } = areas(db, ['value']).value;
    expect(contribution!.withoutRate).toEqual(['Packing']);
    expect(contribution!.warnings).toContain(
      'No cost per unit is known for Packing: they cost nothing here.',
    );
    expect(money(contribution!.overhead)).toBe(45_000);
    expect(money(contribution!.afterOverhead)).toBe(money(contribution!.total) - 45_000);
    const parts = contribution!.costToServe as { name: string; amount: Money }[];
    expect(Object.fromEntries(parts.map(({ name, amount }) => [name, amount.minor]))).toEqual({
      'Card fee': 260,
      Delivery: 600,
      Order: 250,
      Return: 100,
      'Support minute': 2000,
      Visit: 900,
      Replacement: 400,
    });
    expect(parts.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(
      money((contribution!.ofCustomers as Record<string, Money>).costToServe),
    );
    expect(whaleCurve).toMatchObject({ lossCustomers: 1, customersAtPeak: 1 });
    expect(money(whaleCurve!.peak)).toBe(4070);
    expect(money(whaleCurve!.total)).toBe(4070 - 2080);
    expect(whaleCurve!.finding).toMatch(
      /^1 customer leaves 205% of the profit; 1 costs more than they bring/,
    );

    // as of an earlier day later work is not seen: B's visit is, the support is not
    const earlier = areas(db, [], '2024-12-31').customers.find(({ key }) => key === 'B')!;
    expect(earlier.contribution!.minor).toBe(200 - 50 - 900 - 40);

    undoImport(db, 4);
    undoImport(db, 3);
    expect(contributionOf(db, 'B')).toBe(1100);
    undoImport(db, 2);
    expect(contributionOf(db, 'B')).toBeNull();
  });

  test('serving costs alone do not make a contribution', async () => {
    const db = await aShop();
    await take(
      db,
      table(['Date', 'Customer number', 'Activity', 'Amount'], [['2025-01-11', 'A', 'Repair', '4.00']]),
    );
    expect(areas(db, ['value']).value.contribution).toMatchObject({
      reason: 'What serving costs is known, but not what the goods cost.',
    });
    updateSettings(db, { assumedMargin: 0.5 });
    expect(contributionOf(db, 'A')).toBe(4500 - 400);
  });
});

describe('where customers differ in what they cost', () => {
  const DAYS = Array.from({ length: 60 }, (_, i) => addDays(isoDay('2023-01-02'), 14 * i));
  let db: Writable;
  beforeAll(async () => {
    db = aPortfolio();
    const rows = Array.from({ length: 40 }, (_, c) =>
      DAYS.filter((_, i) => (i + c) % (1 + (c % 4)) === 0).map((day, i) => [
        `${c}-${i}`,
        day,
        `K${c}`,
        `Customer ${c}`,
        c % 2 ? 'Gold' : 'Tin',
        'Metal',
        '1',
        `${20 + c}.00`,
      ]),
    ).flat();
    await take(db, table(SALES_HEAD, rows), OPTIONS);
  });

  test('the matrix, its line and its fields weigh by contribution and say so; revenue stays revenue', async () => {
    const before = readMatrix(db, 'customers') as Matrix;
    expect(before.valueAxis).toBe('Revenue of the last 12 months');
    await take(
      db,
      table(
        ['Product', 'Cost'],
        [
          ['Gold', '19.00'],
          ['Tin', '1.00'],
        ],
      ),
    );
    const after = readMatrix(db, 'customers') as Matrix;
    expect(after.valueAxis).toBe('Contribution of the last 12 months; the sums of the fields are revenue');
    expect(after.thresholds.sentence).toMatch(/80 % of the contribution/);
    const price = (name: string): number => 20 + Number(name.split(' ')[1]);
    for (const [i, point] of after.points.entries()) {
      const gold = Number(point.name.split(' ')[1]) % 2 === 1;
      const sold = before.points[i]!.value / (100 * price(point.name));
      expect(point.value).toBe(Math.round(sold * 100 * (price(point.name) - (gold ? 19 : 1))));
      expect(point.revenue).toBe(before.points[i]!.revenue);
    }
    const sum = (matrix: Matrix): number =>
      [...matrix.quadrants, ...matrix.notPlaced].reduce((total, { revenue }) => total + revenue, 0);
    expect(sum(after)).toBe(sum(before));
    const segments = readMatrix(db, 'segments') as Matrix;
    const placed = after.points.filter(({ segment }) => segment !== null);
    // a segment is at its value per customer
    for (const { id, value, customers } of segments.points) {
      const own = placed.filter(({ segment }) => segment === id);
      expect(own.length).toBe(customers);
      const sum = own.reduce((total, each) => total + each.value, 0);
      expect(Math.abs(value - (customers > 0 ? sum / customers : 0))).toBeLessThanOrEqual(0.5);
    }
  });
});

describe('what a new customer costs', () => {
  test('by source, segment and quarter, by hand; nobody won is n/a', async () => {
    const db = aPortfolio();
    const sales = (key: string, days: string[]) =>
      days.map((day, i) => [`${key}${i}`, day, key, `Customer ${key}`, 'Bread', 'Bakery', '1', '100.00']);
    await take(
      db,
      table(SALES_HEAD, [
        ...sales('OLD', ['2023-06-01', '2024-06-01']),
        ...sales('F1', ['2024-02-01', '2024-03-01', '2024-04-01']),
        ...sales('F2', ['2024-02-15']),
        ...sales('W1', ['2024-05-01']),
        ...sales('X', ['2024-05-20', '2024-12-31']),
      ]),
      OPTIONS,
    );
    await take(
      db,
      table(
        ['Customer number', 'Customer', 'Acquired through'],
        [
          ['F1', 'Customer F1', 'Fair'],
          ['F2', 'Customer F2', 'fair'],
          ['W1', 'Customer W1', 'Website'],
          ['OLD', 'Customer OLD', 'Fair'],
        ],
      ),
    );
    await take(
      db,
      table(
        ['Month', 'Until', 'Channel', 'Target segment', 'Amount spent'],
        [
          ['2024-01-01', '2024-03-31', 'Fair', 'New customers', '90.00'],
          ['2024-04-01', '2024-06-30', 'Website', '', '30.00'],
          ['2024-04-01', '2024-06-30', 'Radio', '', '60.00'],
          // half of it lies after the day of the analysis
          ['2024-12-31', '2025-01-01', 'Fair', '', '20.00'],
        ],
      ),
    );
    const { acquisition } = areas(db, ['acquisition']);
    const groups = acquisition as unknown as Record<
      'bySource' | 'byQuarter' | 'bySegment',
      Record<string, unknown>[]
    > & {
      all: Record<string, unknown>;
    };
    const short = (list: Record<string, unknown>[]) =>
      list.map(({ name, spend, newCustomers, cac }) => [name, money(spend), newCustomers, cac && money(cac)]);
    expect(short(groups.bySource)).toEqual([
      ['Fair', 10_000, 2, 5000],
      ['Radio', 6000, 0, null],
      ['Website', 3000, 1, 3000],
      ['Source not known', 0, 1, null],
    ]);
    expect(short([groups.all])).toEqual([['All sources', 19_000, 4, 4750]]);
    expect(short(groups.byQuarter)).toEqual([
      ['2024 Q1', 9000, 2, 4500],
      ['2024 Q2', 9000, 2, 4500],
      ['2024 Q3', 0, 0, null],
      ['2024 Q4', 1000, 0, null],
    ]);
    expect(groups.bySegment.map(({ name }) => name)).toEqual(['New customers']);
    expect(groups.all).toMatchObject({ cltv: null, cltvToCac: null, paybackMonth: null });

    // with a margin, what they have left so far stands against the cost
    updateSettings(db, { assumedMargin: 0.5 });
    const valued = (areas(db, ['acquisition']) as { acquisition: unknown }).acquisition as typeof groups & {
      value: string;
    };
    const fair = valued.bySource[0]!;
    expect(valued.value).toBe('so-far');
    // (300 + 100) × 50 % ÷ 2 against 50.00
    expect(money(fair.cltv)).toBe(10_000);
    expect(fair.cltvToCac).toBe(2);
  });

  test('without spending there is a sentence instead', async () => {
    const db = aPortfolio();
    await take(
      db,
      table(SALES_HEAD, [['1', '2024-01-10', 'A', 'Ann', 'Bread', 'Bakery', '1', '5.00']]),
      OPTIONS,
    );
    expect(areas(db, ['acquisition']).acquisition).toMatchObject({ grade: 'D' });
  });
});

describe('what customers say', () => {
  let db: Writable;
  beforeAll(async () => {
    db = aPortfolio();
    const keys = Array.from({ length: 10 }, (_, i) => `K${i}`);
    await take(
      db,
      table(
        SALES_HEAD,
        keys.flatMap((key, i) => [
          [`${key}a`, '2024-01-10', key, `Customer ${i}`, 'Bread', 'Bakery', '1', '5.00'],
          [`${key}b`, '2024-12-31', key, `Customer ${i}`, 'Bread', 'Bakery', '1', '5.00'],
        ]),
      ),
      OPTIONS,
    );
    await take(
      db,
      table(
        [
          'Date',
          'Time',
          'Customer number',
          'Recommend',
          'Satisfaction',
          'Comment',
          'Answered on',
          'Answered time',
        ],
        [
          // too old, and taken back by the later answer of the same person
          ['2023-11-01', '', 'K0', '0', '1', 'Bad', '', ''],
          ['2024-06-01', '', 'K0', '2', '2', '', '2024-06-02', ''],
          ['2024-07-01', '10:00', 'K0', '9', '5', '', '', ''],
          ['2024-07-02', '10:00', 'K1', '10', '4', 'Lovely', '2024-07-03', '10:00'],
          ['2024-07-03', '10:00', 'K2', '7', '3', '', '', ''],
          ['2024-07-04', '10:00', 'K3', '3', '1', 'Late again', '2024-07-08', '10:00'],
          ['2024-07-05', '10:00', 'K4', '6', '2', '', '', ''],
          ['2024-12-31', '09:00', 'K5', '9', '', 'When do you open?', '', ''],
          // said after the day of the analysis
          ['2025-01-05', '', 'K6', '0', '1', 'Closed', '', ''],
        ],
      ),
    );
  });

  test('NPS, CSAT and the 48-hour clock as of the last sale, by hand', () => {
    const { listening } = areas(db, ['listening']);
    // 9, 10, 7, 3, 6, 9: three promoters, two detractors of six
    expect(listening.nps).toMatchObject({ value: expect.closeTo(100 / 6, 9), n: 6, level: 0.95 });
    expect(listening.nps.lo).toBeLessThan(16);
    expect(listening.nps.hi).toBeGreaterThan(17);
    // 5, 4, 3, 1, 2: two of five; Wilson's interval by its formula
    expect(listening.csat).toMatchObject({ value: 0.4, n: 5, mean: 3, level: 0.95 });
    // K0's bad score answered in a day, K1's in one, K3's in four, K4's not in time; K5's is not yet late
    expect(listening.responseClock).toMatchObject({ value: 0.5, n: 4, open: 2, overdue: 1 });
    expect(listening.responseClock.median.value).toBe(1);
    expect(listening.coverage).toBeCloseTo(6 / 10, 12);
  });

  test('the segments hear what their own customers say, and together all of it', () => {
    const { bySegment, nps } = areas(db, ['listening']).listening;
    expect(bySegment.length).toBeGreaterThan(1);
    const counts = bySegment.map((voice) => voice.nps.n ?? 0);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(nps.n);
  });

  test('on an earlier day an answer that came later is still open', () => {
    const { responseClock } = areas(db, ['listening'], '2024-07-07').listening;
    // by the end of 7 July: K0's second and K1's answered; K0's of November, K3's and K4's open for more than 48 hours
    expect(responseClock).toMatchObject({ value: 0.4, n: 5, open: 3, overdue: 3 });
  });

  test('without any answer there is a sentence', async () => {
    const silent = aPortfolio();
    await take(
      silent,
      table(SALES_HEAD, [['1', '2024-01-10', 'A', 'Ann', 'Bread', 'Bakery', '1', '5.00']]),
      OPTIONS,
    );
    expect(areas(silent, ['listening']).listening).toMatchObject({ grade: 'D' });
  });
});
