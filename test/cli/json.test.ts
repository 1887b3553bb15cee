import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { ISSUE_CODES, SKIP_REASONS } from '../../src/shared/model/importing.ts';
import { FIELDS } from '../../src/shared/model/sale-field.ts';
import { cli } from '../support/cli.ts';
import { aSale, csv } from '../support/csv.ts';
import { aFolder } from '../support/folder.ts';
import { aPortfolio } from '../support/portfolio.ts';

// The shapes as CLI.md gives them, written down a second time on purpose: a change of the output must be meant.
const count = z.int().min(0);
const day = z.iso.date();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const money = z.strictObject({ minor: z.int(), currency: z.string().length(3) });
const share = z.number().min(0).max(1);
const notAvailable = z.strictObject({
  grade: z.literal('D'),
  reason: z.string().min(1),
  needed: z.string().min(1),
});

const importShape = z.strictObject({
  batch: z.int().min(1).nullable(),
  source: z.strictObject({
    name: z.string(),
    sha256: hash,
    bytes: count,
    encoding: z.string(),
    delimiter: z.string(),
    headerRow: z.int().min(1),
    sheet: z.null(),
    preset: z.null(),
    locale: z.string().nullable(),
    dateFormat: z.string().nullable(),
    decimal: z.enum(['.', ',']).nullable(),
    kind: z.literal('orders'),
  }),
  mapping: z.record(z.string(), z.enum(FIELDS)),
  rows: z
    .strictObject({ read: count, imported: count, leftOut: count, alreadyThere: count })
    .refine(({ read, imported, leftOut, alreadyThere }) => read === imported + leftOut + alreadyThere),
  orders: count,
  orderLines: count,
  refunds: count,
  customers: z.strictObject({
    created: count,
    matched: count,
    anonymousOrders: count,
    possibleDuplicates: count,
  }),
  revenue: money,
  revenueLeftOut: money,
  taxTakenOff: money,
  period: z.strictObject({ from: day, to: day }).nullable(),
  issues: z.strictObject({
    count,
    byCode: z.partialRecord(z.enum(ISSUE_CODES), count),
    first: z.array(
      z.strictObject({
        row: z.int().min(1),
        column: z.string().nullable(),
        code: z.enum(ISSUE_CODES),
        value: z.string(),
        message: z.string().min(1),
        leftOut: z.boolean(),
      }),
    ),
  }),
  controlTotals: z
    .strictObject({
      own: money.nullable(),
      ownRow: count.nullable(),
      ownRows: count.nullable(),
      imported: money,
      alreadyThere: money,
      leftOut: money,
      sum: money,
      difference: money.nullable(),
      agrees: z.boolean().nullable(),
      sentence: z.string(),
    })
    .nullable(),
  skipped: z.strictObject({
    byReason: z.partialRecord(z.enum(SKIP_REASONS), count),
    first: z.array(
      z.strictObject({
        row: z.int().min(1),
        order: z.string().nullable(),
        reason: z.enum(SKIP_REASONS),
        message: z.string().min(1),
      }),
    ),
  }),
  ordersDetailed: count,
  notASale: count,
  mayBeNoSale: z.array(
    z.strictObject({
      product: z.string().min(1),
      name: z.string().min(1),
      reason: z.string().min(1),
      lines: z.int().min(1),
      amount: money,
      said: z.boolean(),
    }),
  ),
  converted: z.array(z.strictObject({ currency: z.string(), rate: z.string(), lines: count })),
  withoutRate: z.array(z.strictObject({ currency: z.string(), lines: count })),
  remembered: count.nullable(),
  contentHash: hash.nullable(),
  elapsedMs: z.number().min(0),
  peakRssBytes: count,
});

const segment = z.strictObject({
  id: z.int(),
  name: z.string(),
  rule: z.string(),
  customers: count,
  revenue: money,
  revenueShare: share,
  advice: z.array(z.strictObject({ code: z.string(), sentence: z.string() })),
});

const customerEntry = z.looseObject({
  id: z.int(),
  key: z.string(),
  name: z.string(),
  orders: count,
  revenue: money,
  // not computed yet, but always there
  contribution: z.unknown(),
  pAlive: z.unknown(),
  expected12m: z.unknown(),
  growth: z.unknown(),
  riskValue: z
    .enum(['high-value/high-engagement', 'high-value/at-risk', 'growth-potential', 'low-value'])
    .nullable(),
  stage: z.unknown(),
  x: count,
  tx: z.number().min(0),
  T: z.number().min(0),
  zbar: z.number().nullable(),
  rfm: z
    .string()
    .regex(/^[1-5]{3}$/)
    .nullable(),
  clv: z.looseObject({ value: z.number().nullable(), lo: z.number().nullable(), hi: z.number().nullable() }),
  overdueRatio: z.number().nullable(),
  matrix: z.enum(['invest', 'protect', 'develop', 'simplify']).nullable(),
  segment: z.string().nullable(),
  contactable: z.boolean(),
});

const AREAS = [
  'value',
  'models',
  'retention',
  'growth',
  'matrix',
  'riskValue',
  'segments',
  'relationships',
  'listening',
  'products',
  'forecast',
  'acquisition',
  'divestment',
  'plan',
];

let folder: string;
let portfolio: string;
beforeAll(async () => {
  folder = aFolder();
  portfolio = join(folder, 'shop.clientele');
  const ran = await cli('sample', '--out', portfolio, '--kind', 'webshop', '--customers', '60', '--json');
  expect(ran.code).toBe(0);
});

/** What a command prints with --json: one document, one line, nothing else on either stream. */
const json = async (...args: readonly string[]): Promise<unknown> => {
  const ran = await cli(...args, '--json');
  expect([ran.code, ran.err]).toEqual([0, '']);
  expect(ran.out).toMatch(/^[^\n]+\n$/);
  return JSON.parse(ran.out);
};

describe('JSON of each command (CLI.md)', () => {
  test('import, and undo-import back to the empty portfolio', async () => {
    const file = join(folder, 'sales.csv');
    writeFileSync(
      file,
      csv(
        aSale(),
        aSale({ order: '2', date: '2024-02-30' }),
        aSale({ order: '3', customer: 'Guest', amount: '-1.00' }),
      ),
    );
    const to = join(folder, 'new.clientele');
    const looked = importShape.parse(
      await json('import', file, '--portfolio', to, '--dry-run', '--currency', 'EUR'),
    );
    expect([looked.batch, looked.contentHash, existsSync(to)]).toEqual([null, null, false]);
    const imported = importShape.parse(
      await json('import', file, '--portfolio', to, '--currency', 'eur', '--locale', 'de-DE'),
    );
    expect(imported).toMatchObject({
      batch: 1,
      source: { name: 'sales.csv', locale: 'de-DE' },
      rows: { read: 3, imported: 2, leftOut: 1 },
      refunds: 1,
      customers: { created: 1, anonymousOrders: 1 },
      revenue: { minor: 320, currency: 'EUR' },
      revenueLeftOut: { minor: 420, currency: 'EUR' },
      issues: { count: 1, first: [{ row: 3, column: 'Date', code: 'date-unreadable', value: '2024-02-30' }] },
    });
    const undone = z
      .strictObject({ batch: z.int(), linesRemoved: count, linesKept: count, contentHash: hash })
      .parse(await json('undo-import', '1', '--portfolio', to));
    expect(undone).toEqual({
      batch: 1,
      linesRemoved: 2,
      linesKept: 0,
      contentHash: contentHash(aPortfolio()),
    });
  });

  test('import of several files is one document, a list in their order', async () => {
    const files = ['a', 'b'].map((name) => {
      const path = join(folder, `${name}.csv`);
      writeFileSync(path, csv(aSale({ order: name }), aSale({ order: 'shared' })));
      return path;
    });
    const ran = await cli(
      'import',
      ...files,
      '--portfolio',
      join(folder, 'two.clientele'),
      '--json',
      '--currency',
      'EUR',
    );
    const results = z.array(importShape).parse(JSON.parse(ran.out));
    expect(
      results.map(({ batch, source, rows }) => [batch, source.name, rows.imported, rows.alreadyThere]),
    ).toEqual([
      [1, 'a.csv', 2, 0],
      [2, 'b.csv', 1, 1],
    ]);
    expect(ran.err).toContain('b.csv');
  });

  test('of several files one that is at fault is named and keeps none of the others out; the exit code is 1', async () => {
    const there = ['good', 'bad', 'last'].map((name) => join(folder, `${name}.csv`));
    const [good = '', bad = '', last = ''] = there;
    writeFileSync(good, csv(aSale({ order: 'good' })));
    writeFileSync(bad, 'Name,Colour\nAnn,red\nBob,blue\n');
    writeFileSync(last, csv(aSale({ order: 'last' })));
    const to = join(folder, 'one-bad.clientele');
    const ran = await cli(
      'import',
      ...there,
      join(folder, 'none.csv'),
      '--portfolio',
      to,
      '--json',
      '--kind',
      'orders',
      '--currency',
      'EUR',
    );
    const ends = z
      .array(
        z.union([
          importShape,
          z.strictObject({ source: z.strictObject({ name: z.string() }), problem: z.string() }),
        ]),
      )
      .parse(JSON.parse(ran.out));
    expect(ran.code).toBe(1);
    expect(ends.map((end) => [end.source.name, 'problem' in end ? 'problem' : end.rows.imported])).toEqual([
      ['good.csv', 1],
      ['bad.csv', 'problem'],
      ['last.csv', 1],
      ['none.csv', 'problem'],
    ]);
    expect(ran.err).toContain('bad.csv: No column holds the day of the sale.');
  });

  test('analyze has every area, computed or with what it lacks', async () => {
    const analysis = z
      .looseObject({
        asOf: day,
        currency: z.literal('EUR'),
        period: z.strictObject({ from: day, to: day }),
        coverage: share,
        totals: z.looseObject({ revenue: money, identifiedRevenue: money, anonymousRevenue: money }),
        value: z.looseObject({
          concentration: z.looseObject({
            gini: share,
            hhi: share,
            top10Share: share,
            topQuintileShare: share,
          }),
          abc: z.looseObject({ a: count, b: count, c: count }),
        }),
        models: z.looseObject({
          inputs: z.strictObject({
            n: count,
            repeaters: count,
            sumX: count,
            sumTx: z.number(),
            sumT: z.number(),
          }),
        }),
      })
      .parse(await json('analyze', '--portfolio', portfolio));
    expect(Object.keys(analysis)).toEqual(expect.arrayContaining(AREAS));
    for (const area of AREAS) expect(analysis[area], area).toBeTypeOf('object');
    for (const area of ['relationships', 'acquisition', 'divestment']) notAvailable.parse(analysis[area]);
    expect(analysis).not.toHaveProperty('customers');
  });

  test('analyze --customers gives one entry each, --only just these areas, --as-of that day', async () => {
    const args = [
      '--portfolio',
      portfolio,
      '--customers',
      '--only',
      'models, segments',
      '--as-of',
      '2025-06-30',
    ];
    const analysis = z
      .looseObject({
        asOf: z.literal('2025-06-30'),
        customers: z.array(customerEntry),
        models: z.looseObject({ inputs: z.looseObject({ n: count, sumX: count, sumT: z.number() }) }),
      })
      .parse(await json('analyze', ...args));
    expect(Object.keys(analysis).filter((key) => AREAS.includes(key))).toEqual(['models', 'segments']);
    const { inputs } = analysis.models;
    const bought = analysis.customers.filter(({ T, x, revenue }) => T > 0 || x > 0 || revenue.minor > 0);
    expect(bought.reduce((sum, each) => sum + each.x, 0)).toBe(inputs.sumX);
    expect(bought.reduce((sum, each) => sum + each.T, 0)).toBeCloseTo(inputs.sumT, 6);
    expect(new Set(analysis.customers.map(({ key }) => key)).size).toBe(analysis.customers.length);
    for (const each of analysis.customers) expect(each.tx).toBeLessThanOrEqual(each.T);
  });

  test('segments, listed and by a recipe', async () => {
    const shape = z.strictObject({
      version: count,
      recipe: z.string(),
      segments: z.array(segment),
      everyoneElse: z.strictObject({ customers: count, revenue: money, revenueShare: share }),
      advice: segment.shape.advice,
      difference: z.looseObject({ verdict: z.string(), sentence: z.string() }),
      migration: z.union([
        notAvailable,
        z.looseObject({ sentence: z.string(), moves: z.array(z.unknown()) }),
      ]),
    });
    const listed = shape.parse(await json('segments', '--portfolio', portfolio));
    expect(listed.version).toBe(0);
    expect(listed.segments.length).toBeGreaterThanOrEqual(4);
    expect(listed.segments.length).toBeLessThanOrEqual(6);
    const applied = shape.parse(await json('segments', '--portfolio', portfolio, '--recipe', listed.recipe));
    expect(applied.version).toBe(1);
    expect(applied.segments.map(({ customers }) => customers)).toEqual(
      listed.segments.map(({ customers }) => customers),
    );
    const all = applied.segments.reduce((sum, each) => sum + each.customers, applied.everyoneElse.customers);
    expect(all).toBe(60);
  });

  test('review, as a page', async () => {
    const out = join(folder, 'review.html');
    const review = z.strictObject({ id: z.int().min(1), pages: z.literal(2), file: z.literal(out) });
    review.parse(await json('review', '--portfolio', portfolio, '--out', out));
    expect(readFileSync(out, 'utf8')).toMatch(/^<!doctype html>/i);
  });

  test('audit: a score, and of each check what it found, what that prevents and what to do', async () => {
    const audit = z
      .strictObject({
        score: z.int().min(0).max(100),
        sentence: z.string().min(1),
        checks: z.array(
          z
            .strictObject({
              id: z.string().min(1),
              dimension: z.enum(['completeness', 'validity', 'uniqueness', 'freshness', 'coverage']),
              score: z.number().min(0).max(100),
              found: count,
              of: z.int().min(1),
              sentence: z.string().min(1),
              prevents: z.string().min(1),
              fix: z.string().min(1),
              to: z.string().nullable(),
            })
            .refine(({ found, of }) => found <= of),
        ),
        sources: z.array(z.strictObject({ source: z.string(), customers: count, only: count })),
        sourcesSentence: z.string().min(1),
      })
      .parse(await json('audit', '--portfolio', portfolio));
    expect(new Set(audit.checks.map(({ id }) => id)).size).toBe(audit.checks.length);
  });

  test('questions: the twelve, in order, each with all its parts', async () => {
    const result = z.strictObject({
      metric: z.string(),
      unit: z.string(),
      value: z.number(),
      lo: z.number().nullable(),
      hi: z.number().nullable(),
      level: z.number().nullable(),
      n: count,
      period: z.strictObject({ from: day, to: day }).nullable(),
      method: z.string().min(1),
      grade: z.enum(['A', 'B', 'C']),
      warnings: z.array(z.string()),
    });
    const { questions } = z
      .strictObject({
        questions: z.array(
          z.strictObject({
            n: z.int().min(1).max(12),
            question: z.string().endsWith('?'),
            answer: z.string().min(1),
            facts: z.array(z.strictObject({ metric: z.string(), result })),
            list: z.array(
              z.strictObject({ name: z.string(), why: z.string(), customer: z.int().nullable() }),
            ),
            cannotKnow: z.array(z.string()),
            next: z.array(z.string()),
          }),
        ),
      })
      .parse(await json('questions', '--portfolio', portfolio));
    expect(questions.map(({ n }) => n)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    const then = await json('questions', '--portfolio', portfolio, '--as-of', '2024-12-31');
    expect(then).not.toEqual({ questions });
  });

  test('actions: ranked, each with all its parts, and as a file', async () => {
    const shape = z.strictObject({
      actions: z.array(
        z.strictObject({
          customer: z.int(),
          name: z.string(),
          phone: z.string().nullable(),
          action: z.string().min(1),
          reason: z.string().endsWith('.'),
          expectedValue: money,
          effectKnown: z.literal(false),
          contactable: z.boolean(),
        }),
      ),
    });
    const { actions } = shape.parse(await json('actions', '--portfolio', portfolio));
    expect(actions.length).toBeGreaterThan(3);
    const values = actions.map(({ expectedValue }) => expectedValue.minor);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(new Set(actions.map(({ customer }) => customer)).size).toBe(actions.length);
    for (const ending of ['csv', 'xlsx']) {
      const out = join(folder, `actions.${ending}`);
      const said = await json('export', '--portfolio', portfolio, '--what', 'actions', '--out', out);
      expect(said).toMatchObject({ what: 'actions', file: out, rows: 0, leftOut: actions.length });
      await json('export', '--portfolio', portfolio, '--what', 'actions', '--everyone', '--out', out);
      expect(await json('read', out)).toMatchObject({ records: actions.length });
    }
  });

  test('an exported workbook holds what the CSV holds', async () => {
    const clean = async (ending: string): Promise<string> => {
      const [out, back] = [join(folder, `all.${ending}`), join(folder, `all-${ending}.csv`)];
      await json('export', '--portfolio', portfolio, '--what', 'segments', '--out', out);
      await json('read', out, '--out', back);
      return readFileSync(back, 'utf8');
    };
    expect(await clean('xlsx')).toBe(await clean('csv'));
  });

  test.each(['customers', 'orders', 'segments'])('export of %s', async (what) => {
    const out = join(folder, `${what}.csv`);
    z.looseObject({ what: z.literal(what), file: z.literal(out) }).parse(
      await json('export', '--portfolio', portfolio, '--what', what, '--out', out),
    );
    expect(readdirSync(folder)).not.toContain(`${what}.csv.part`);
    z.looseObject({ records: z.int().min(4) }).parse(await json('read', out));
  });

  test('doctor', async () => {
    const before = readFileSync(portfolio);
    const doctor = z
      .looseObject({
        ok: z.literal(true),
        contentHash: hash,
        schema: z.int().min(1),
        checks: z.array(z.looseObject({ id: z.string(), ok: z.boolean(), detail: z.string() })),
      })
      .parse(await json('doctor', portfolio));
    expect(doctor.checks.length).toBeGreaterThan(4);
    expect(readFileSync(portfolio).equals(before)).toBe(true);
  });

  test('read', async () => {
    const file = join(folder, 'read.csv');
    writeFileSync(
      file,
      'Sales of March\n\nDate;Customer;Amount\n2024-03-04;"Berg; Anna";4,20\n\n2024-03-05;Bert;5,00\n',
    );
    const out = join(folder, 'clean.csv');
    const read = z
      .looseObject({
        encoding: z.string(),
        delimiter: z.literal(';'),
        quote: z.string(),
        headerRow: z.literal(3),
        preambleRows: z.number(),
        footerRows: z.literal(0),
        sheet: z.null(),
        columns: z.array(z.string()),
        records: z.literal(2),
      })
      .parse(await json('read', file, '--out', out));
    expect(read.columns).toEqual(['Date', 'Customer', 'Amount']);
    expect(readFileSync(out, 'utf8')).toBe(
      'Date,Customer,Amount\r\n2024-03-04,Berg; Anna,"4,20"\r\n2024-03-05,Bert,"5,00"\r\n',
    );
  });

  test('sample: the same seed gives the same portfolio, and what was expected was imported', async () => {
    const shape = z.looseObject({
      file: z.string(),
      import: importShape,
      expected: z.looseObject({ records: count, imported: count, revenueMinor: z.int(), customers: count }),
    });
    const made = async (name: string, seed: string) =>
      shape.parse(
        await json(
          'sample',
          '--out',
          join(folder, name),
          '--kind',
          'clinic',
          '--customers',
          '20',
          '--seed',
          seed,
        ),
      );
    const [one, same, other] = [await made('s1', '4'), await made('s2', '4'), await made('s3', '5')];
    expect(same.import.contentHash).toBe(one.import.contentHash);
    expect(other.import.contentHash).not.toBe(one.import.contentHash);
    expect(one.import).toMatchObject({
      rows: { read: one.expected.records, imported: one.expected.imported },
      revenue: { minor: one.expected.revenueMinor },
      customers: { created: one.expected.customers },
    });
  });
});

describe('our own export imports back to the original', () => {
  test('orders', async () => {
    const out = join(folder, 'back.csv');
    await json('export', '--portfolio', portfolio, '--what', 'orders', '--out', out);
    const back = importShape.parse(
      await json('import', out, '--portfolio', join(folder, 'back.clientele'), '--locale', 'en-GB'),
    );
    const original = z.looseObject({
      totals: z.looseObject({ revenue: money, customers: count, orders: count, orderLines: count }),
    });
    const analysed = async (path: string) =>
      original.parse(await json('analyze', '--portfolio', path, '--only', 'models'));
    expect(back.rows.leftOut).toBe(0);
    expect(await analysed(join(folder, 'back.clientele'))).toEqual(await analysed(portfolio));
  });
});
