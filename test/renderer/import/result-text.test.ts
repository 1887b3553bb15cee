import { expect, test } from 'vitest';
import {
  controlTotals,
  resultSentences,
  undoneSentence,
} from '../../../src/renderer/features/import/result-text.ts';
import { createFormat } from '../../../src/renderer/ui/text/format-core.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import { minor } from '../../../src/shared/model/money.ts';
import { aResult } from '../../support/a-result.ts';

const f = createFormat('en-GB', 'EUR');

const result = aResult({
  batch: 1,
  rows: { read: 5121, imported: 5038, leftOut: 83, alreadyThere: 0 },
  orders: 5038,
  orderLines: 12933,
  customers: { created: 311, matched: 893, anonymousOrders: 0, possibleDuplicates: 0 },
  revenue: { minor: minor(18_243_355), currency: 'EUR' },
  period: { from: isoDay('2024-01-03'), to: isoDay('2025-12-09') },
  issues: { count: 83, byCode: {}, first: [] },
});

test('an import says what it added and what it left out', () => {
  expect(resultSentences(result, f)).toEqual([
    'Added 5,038 orders with 12,933 lines from 1,204 customers, 311 of them new.',
    '83 rows were left out.',
  ]);
});

test('till sales without customers name none', () => {
  const anonymous = {
    ...result,
    rows: { ...result.rows, leftOut: 0, alreadyThere: 1 },
    customers: { created: 0, matched: 0, anonymousOrders: 5038, possibleDuplicates: 0 },
  };
  expect(resultSentences(anonymous, f)).toEqual([
    'Added 5,038 orders with 12,933 lines.',
    '1 row was already in your portfolio and did not count twice.',
    '5,038 orders without a customer.',
  ]);
});

test('control totals hold what a till report shows, and nothing that is zero by nature', () => {
  const facts = controlTotals(result, f);
  expect(facts.map((fact) => fact.name)).toEqual([
    'Rows in the file',
    'Rows to import',
    'Rows left out',
    'Sum',
    'First day',
    'Last day',
    'Orders',
    'Customers',
  ]);
  expect(facts.find((fact) => fact.name === 'Sum')?.value).toBe('€182,433.55');
});

test('undoing says what stays', () => {
  const undone = { batch: 1, linesRemoved: 100, linesKept: 0, contentHash: '' };
  expect(undoneSentence(undone, f)).toMatch(/100 lines removed\. Import the file again/);
  expect(undoneSentence({ ...undone, linesKept: 3 }, f)).toMatch(/3 kept because another import/);
});
