import { beforeAll, describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { analysisOf } from '../../../src/main/portfolio/analysis/analysis.ts';
import { analyze } from '../../../src/main/portfolio/analyze/analyze.ts';
import { readRetention } from '../../../src/main/portfolio/retention/retention-view.ts';
import { makeSample } from '../../../src/main/sample/sample.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import type { NotAvailable } from '../../../src/shared/model/result.ts';
import {
  type Cohorts,
  type Keeping,
  RetentionSchema,
  type RetentionView,
  type RevenueOutlook,
} from '../../../src/shared/model/retention.ts';
import { aSale, csv } from '../../support/csv.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

const read = (db: Writable): RetentionView => {
  const view = readRetention(db);
  if ('reason' in view) throw new Error(view.reason);
  return RetentionSchema.parse(view);
};

const there = <T extends object>(part: T | NotAvailable): T => {
  if ('reason' in part) throw new Error(part.reason);
  return part;
};

describe('a clinic', () => {
  let db: Writable;
  let keeping: Keeping;
  let cohorts: Cohorts;
  let forecast: RevenueOutlook;
  beforeAll(async () => {
    db = aPortfolio();
    const sample = makeSample({ kind: 'clinic', customers: 120, seed: 7, until: isoDay('2025-09-30') });
    await take(db, sample.csv, { currency: 'EUR', locale: 'en-GB' });
    const view = read(db);
    [keeping, cohorts, forecast] = [there(view.keeping), there(view.cohorts), there(view.forecast)];
  });

  test('says what the command line says', () => {
    const { retention, forecast: printed } = analyze(db, {
      customers: false,
      only: ['retention', 'forecast'],
    }) as {
      retention: {
        repeatRate: { rate: number; active: number; again: number };
        lapseRate: { rate: number };
        nrr: number;
        grr: number;
      };
      forecast: { forecast: { points: { value: number; lo: number; hi: number }[]; mase: number } };
    };
    const { repeatRate, lapseRate, nrr, grr } = retention;
    expect(keeping.figures.map(({ metric, value }) => [metric, value])).toEqual([
      ['repeatRate', repeatRate.rate],
      ['lapseRate', lapseRate.rate],
      ['nrr', nrr],
      ['grr', grr],
    ]);
    expect(keeping.finding).toContain(`Of ${repeatRate.active} customers`);
    expect(keeping.finding).toContain(`${repeatRate.again} bought again`);
    const whole = (values: { value: number; lo: number; hi: number }) =>
      [values.value, values.lo, values.hi].map(Math.round);
    expect(forecast.ahead.map(({ revenue, lo, hi }) => [revenue, lo, hi])).toEqual(
      printed.forecast.points.map(whole),
    );
    expect(forecast.next.warnings.join(' ')).toContain(`MASE ${printed.forecast.mase.toFixed(2)}`);
  });

  test('goes from one period to the next to the cent', () => {
    const { steps } = keeping.waterfall;
    const [first, last] = [steps[0]!, steps.at(-1)!];
    const between = steps.slice(1, -1).reduce((sum, { amount }) => sum + amount, 0);
    expect(first.amount + between).toBe(last.amount);
    expect([first.kind, last.kind]).toEqual(['total', 'total']);
  });

  test('two years side by side: classes and parts of the change add up to what was sold to known customers', () => {
    const years = there(read(db).yearOnYear);
    const total = (from: string, to: string): number =>
      db.rows<{ net: number }>(
        `SELECT sum(net_minor) AS net FROM customer_day WHERE day BETWEEN '${from}' AND '${to}'`,
      )[0]!.net;
    expect(years).toMatchObject({ p1: { from: '2024-10-01', to: '2025-09-30' }, label: 'year on year' });
    expect(years.after.revenue).toBe(total('2024-10-01', '2025-09-30'));
    expect(years.before.revenue).toBe(total('2023-10-01', '2024-09-30'));
    const added = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);
    expect(added(years.classes.map(({ after }) => after))).toBe(years.after.revenue);
    expect(added(years.classes.map(({ before }) => before))).toBe(years.before.revenue);
    expect(added(years.cells.map(({ revenueAfter }) => revenueAfter))).toBe(years.after.revenue);
    expect(years.before.revenue + added(years.steps.map(({ amount }) => amount))).toBe(years.after.revenue);
    const grew = years.after.revenue > years.before.revenue;
    expect(years.finding).toContain(grew ? 'more than the year before' : 'less than the year before');
  });

  test('the look back of a quarter is that of the command line, and says what came', () => {
    const { backTest: printed } = analyze(db, { customers: false, only: ['backTest'] }) as {
      backTest: {
        origin: string;
        money: { forecast: { lo: { minor: number }; hi: { minor: number } }; actual: { minor: number } };
      };
    };
    const { asked } = there(read(db).backTest);
    const quarter = asked.find(({ ago }) => ago === 'three months ago')!;
    expect(quarter).toMatchObject({
      origin: printed.origin,
      money: {
        lo: printed.money.forecast.lo.minor,
        hi: printed.money.forecast.hi.minor,
        actual: printed.money.actual.minor,
      },
    });
    const { net } = db.rows<{ net: number }>(
      `SELECT sum(net_minor) AS net FROM customer_day WHERE day > '${quarter.origin}' AND customer_id IN
         (SELECT customer_id FROM customer_day WHERE day <= '${quarter.origin}' AND net_minor > 0)`,
    )[0]!;
    expect(quarter.money.actual).toBe(net);
  });

  test('leaves months that are not over empty, and begins every cohort in full', () => {
    for (const { month, share, customers } of cohorts.rows) {
      const monthsSince = (2025 - Number(month.slice(0, 4))) * 12 + 9 - Number(month.slice(5));
      expect(customers).toBeGreaterThan(0);
      // September 2025 is over on its last day
      expect(share.length).toBe(Math.min(13, monthsSince + 1));
      expect(share[0]).toBe(1);
      expect(share.every((each) => each !== null)).toBe(true);
    }
  });

  test('looks ahead for the customers of each segment, from the same months and as the command line does', () => {
    const analysis = analysisOf(db)!;
    const { segments, segmentOf } = analysis.segmentation.planned;
    const place = segments.findIndex(({ name }) => name === forecast.segments[0]!.name);
    const idOf = (row: { id: number }): boolean =>
      segmentOf[[...analysis.history.customer].indexOf(row.id)] === place;
    // independent of the analysis: straight from the sums by customer and day
    const rows = db
      .rows<{ id: number; month: string; net: number }>(
        "SELECT customer_id AS id, substr(day, 1, 7) AS month, sum(net_minor) AS net FROM customer_day WHERE day >= '2025-07-01' GROUP BY 1, 2",
      )
      .filter(idOf);
    const lately = rows.reduce((sum, { net }) => sum + net, 0) / 3;
    expect(forecast.segments[0]!.lately).toBe(Math.round(lately));
    const { forecast: printed } = analyze(db, { customers: false, only: ['forecast'] }) as {
      forecast: { segments: { name: string; forecast: { points: { value: number }[] } }[] };
    };
    expect(forecast.segments.map(({ name, next }) => [name, next.value])).toEqual(
      printed.segments.map(({ name, forecast: { points } }) => [name, points[0]!.value]),
    );
    // the recipe asks what they bought lately, which the figure says and is graded by
    expect(forecast.segments.every(({ next }) => next.grade === 'C')).toBe(true);
    expect(forecast.segments[0]!.next.warnings[0]).toContain('no fair sign');
  });

  test('continues the months where they end', () => {
    expect(forecast.past.at(-1)!.month).toBe('2025-09');
    expect(forecast.ahead.map(({ month }) => month)).toEqual([
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
    ]);
    expect(forecast.finding).toMatch(/^Oct 2025 is likely to bring €/);
  });
});

test('a month that is not over is null, never 0', async () => {
  const db = aPortfolio();
  const customers = Array.from({ length: 20 }, (_, i) => `C${i}`);
  await take(
    db,
    csv(
      ...customers.map((customer, i) => aSale({ order: `a${i}`, customer, date: '2024-03-10' })),
      aSale({ order: 'b', customer: 'C1', date: '2024-05-04' }),
    ),
    { currency: 'EUR', locale: 'en-GB' },
  );
  expect(there(read(db).cohorts).rows).toMatchObject([
    { month: '2024-03', customers: 20, share: [1, 0, null] },
  ]);
});

test('a till without customers says so in sentences and still looks ahead', async () => {
  const db = aPortfolio();
  const sales = Array.from({ length: 14 * 4 }, (_, i) =>
    aSale({
      order: `o${i}`,
      customer: '',
      date: `${2023 + Math.floor(i / 48)}-${String((Math.floor(i / 4) % 12) + 1).padStart(2, '0')}-0${(i % 4) + 1}`,
    }),
  );
  await take(db, csv(...sales, aSale({ order: 'last', customer: '', date: '2024-03-01' })), {
    currency: 'EUR',
    locale: 'en-GB',
  });
  const { keeping, cohorts, forecast } = read(db);
  expect(keeping).toMatchObject({ grade: 'D', reason: expect.stringContaining('carry a customer') });
  expect(cohorts).toMatchObject({ grade: 'D' });
  // the running month and six whole ones
  expect(there(forecast).ahead.length).toBe(7);
});

test('six customers get a sentence, not a share', async () => {
  const db = aPortfolio();
  const sales = Array.from({ length: 48 }, (_, i) =>
    aSale({
      order: `o${i}`,
      customer: `C${i % 6}`,
      date: `2024-${String((i % 12) + 1).padStart(2, '0')}-05`,
    }),
  );
  await take(db, csv(...sales), { currency: 'EUR', locale: 'en-GB' });
  const { keeping, cohorts, forecast } = read(db);
  expect(keeping).toMatchObject({ grade: 'D', reason: expect.stringMatching(/^Only \d customers bought/) });
  expect(cohorts).toMatchObject({ reason: expect.stringMatching(/^Only 6 customers have bought/) });
  expect(forecast).toMatchObject({ reason: expect.stringMatching(/^10 complete months are too few/) });
});
