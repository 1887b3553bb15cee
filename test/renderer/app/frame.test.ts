import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { pathSteps, showsPath } from '../../../src/renderer/app/frame/path-steps.ts';
import { periodSentence, portfolioName } from '../../../src/renderer/app/frame/period-sentence.ts';
import { portfolioPath } from '../../../src/renderer/client/portfolio-path.ts';
import { createProgressStore } from '../../../src/renderer/client/progress-store.ts';
import { failureSentence, failureText } from '../../../src/renderer/ui/states/failure-text.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import type { PortfolioInfo } from '../../../src/shared/model/portfolio.ts';

const aPortfolio = (over: Partial<PortfolioInfo> = {}): PortfolioInfo => ({
  file: 'Anna.clientele',
  folder: '/home/anna/Clientele',
  settings: {
    businessName: 'Bäckerei Anna',
    currency: 'EUR',
    locale: 'en-GB',
    timezone: 'Europe/Berlin',
    pricesIncludeTax: 'unknown',
    taxRate: null,
    rates: [],
    assumedMargin: null,
  },
  tax: null,
  period: { from: isoDay('2024-01-03'), to: isoDay('2025-12-09') },
  customers: 1,
  orders: 1,
  orderLines: 1,
  coverage: 0.94,
  tillMode: false,
  stepsDone: [],
  dataVersion: 1,
  warnings: [],
  ...over,
});

describe('the period in the top bar', () => {
  test.each([
    [{}, 'Sales from 3 Jan 2024 to 9 Dec 2025, 94% with a customer'],
    [{ coverage: 1 }, 'Sales from 3 Jan 2024 to 9 Dec 2025, all with a customer'],
    [{ coverage: 0 }, 'Sales from 3 Jan 2024 to 9 Dec 2025, none with a customer'],
    [{ coverage: null }, 'Sales from 3 Jan 2024 to 9 Dec 2025'],
    [{ period: null }, 'No sales yet'],
    [
      { period: { from: isoDay('2025-12-09'), to: isoDay('2025-12-09') } },
      'Sales of 9 Dec 2025, 94% with a customer',
    ],
  ])('%o', (over, sentence) => {
    expect(periodSentence(aPortfolio(over))).toBe(sentence);
  });

  test('a business without a name goes by its file', () => {
    const nameless = aPortfolio({ settings: { ...aPortfolio().settings, businessName: ' ' } });
    expect(portfolioName(nameless)).toBe('Anna');
  });
});

test.each([
  [{ folder: '/home/anna', file: 'A.clientele' }, '/home/anna/A.clientele'],
  [{ folder: '/', file: 'A.clientele' }, '/A.clientele'],
  [{ folder: 'C:\\Users\\Anna', file: 'A.clientele' }, 'C:\\Users\\Anna\\A.clientele'],
])('%o lies at %s', (portfolio, path) => {
  expect(portfolioPath(portfolio)).toBe(path);
});

describe('the path to the first review', () => {
  test('points at the first step that is not done', () => {
    const steps = pathSteps(['import', 'segments']);
    expect(steps.filter((s) => s.next).map((s) => s.step)).toEqual(['check']);
    expect(steps.filter((s) => s.done).map((s) => s.step)).toEqual(['import', 'segments']);
  });

  test('goes when a review was made', () => {
    expect(showsPath(['import'])).toBe(true);
    expect(showsPath(['review'])).toBe(false);
  });
});

describe('what failed', () => {
  test('a typed error brings its own sentence', () => {
    const error = new ORPCError('BAD_INPUT', { status: 422, data: { sentence: 'Row 3 has no date.' } });
    expect(failureSentence(error)).toBe('Row 3 has no date. Nothing was changed.');
  });

  test.each([
    [
      new ORPCError('BUSY', { status: 423, data: { sentence: 'An import is running.' } }),
      /import is running/,
    ],
    [new ORPCError('NO_PORTFOLIO', { status: 409 }), /No portfolio is open/],
    [new ORPCError('FORBIDDEN', { status: 403 }), /earlier start/],
    [new ORPCError('INTERNAL_SERVER_ERROR', { status: 500, message: 'stack' }), /could not do this/],
    [new TypeError('Failed to fetch'), /does not answer/],
    [new Error('That is not a file.'), /That is not a file\./],
    [new Error('ENOENT'), /went wrong/],
    ['text', /went wrong/],
  ])('%s', (error, what) => {
    const text = failureText(error);
    expect(text.what).toMatch(what);
    expect(text.what).not.toMatch(/stack|ENOENT/);
    expect(text.safe).not.toBe('');
  });
});

test('progress is kept by job and forgotten with it', () => {
  const store = createProgressStore();
  let told = 0;
  const stop = store.subscribe(() => {
    told += 1;
  });
  const report = {
    type: 'progress',
    job: 'a',
    phase: 'reading',
    done: 1,
    total: 2,
    rowsPerSecond: null,
    remainingMs: null,
  } as const;
  store.report(report);
  expect(store.progressOf('a')).toBe(report);
  expect(store.progressOf('b')).toBeNull();
  store.forget('a');
  store.forget('a');
  expect(store.progressOf('a')).toBeNull();
  store.setConnection('open');
  store.setConnection('lost');
  expect(store.connection()).toBe('lost');
  expect(told).toBe(3);
  stop();
  store.report(report);
  expect(told).toBe(3);
});
