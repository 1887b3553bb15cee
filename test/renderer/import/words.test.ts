import { describe, expect, test } from 'vitest';
import { businessNameFrom } from '../../../src/renderer/features/import/business-name.ts';
import { decideColumn, sortColumns } from '../../../src/renderer/features/import/columns.ts';
import {
  FIELD_WORDS,
  fieldChoices,
  NOT_USED,
  neededSentence,
} from '../../../src/renderer/features/import/fields.ts';
import {
  canBeCorrected,
  fateInWords,
  groupProblems,
  problemSentence,
} from '../../../src/renderer/features/import/problems.ts';
import {
  paceInWords,
  percentOf,
  phaseInWords,
  remainingInWords,
} from '../../../src/renderer/ui/states/progress-text.ts';
import type { ColumnMatch, Issue, IssueCode } from '../../../src/shared/model/importing.ts';
import { AnyFieldSchema, ISSUE_CODES } from '../../../src/shared/model/importing.ts';

const count = (n: number): string => new Intl.NumberFormat('en-GB').format(n);

describe('the name of a business from its export', () => {
  test.each([
    ['Café Central – orders 2025-01.csv', 'Café Central'],
    ['orders_export_1.csv', 'My business'],
    ['bakery-north sales (2).xlsx', 'Bakery-north'],
    ['2025-12-09.csv', 'My business'],
    ['Hotel 21 transactions.csv', 'Hotel'],
    ['Verkäufe Bäckerei Anna.csv', 'Bäckerei Anna'],
    ['', 'My business'],
  ])('%s → %s', (file, name) => {
    expect(businessNameFrom(file)).toBe(name);
  });
});

const aColumn = (over: Partial<ColumnMatch>): ColumnMatch => ({
  header: 'A',
  examples: [],
  field: null,
  confident: true,
  reason: '',
  ...over,
});

describe('columns', () => {
  const columns = [
    aColumn({ header: 'Sum', field: 'line.amount' }),
    aColumn({ header: 'Net', field: 'line.unitPrice', confident: false }),
    aColumn({ header: 'Till' }),
  ];

  test('doubtful ones are asked, sure ones folded away', () => {
    const sorted = sortColumns(columns);
    expect(sorted.doubtful.map((c) => c.header)).toEqual(['Net']);
    expect(sorted.recognised.map((c) => c.header)).toEqual(['Sum']);
    expect(sorted.aside.map((c) => c.header)).toEqual(['Till']);
  });

  test('a meaning belongs to one column: the one that had it is left aside', () => {
    const options = { mapping: { Till: null }, currency: 'EUR' };
    expect(decideColumn(options, columns, 'Net', 'line.amount')).toEqual({
      currency: 'EUR',
      mapping: { Till: null, Sum: null, Net: 'line.amount' },
    });
  });

  test('leaving a column aside touches no other', () => {
    expect(decideColumn({}, columns, 'Till', null)).toEqual({ mapping: { Till: null } });
  });

  test('every field has a word and can be chosen, and so can none', () => {
    const all = AnyFieldSchema.options;
    const offered = fieldChoices(all).flatMap((g) => g.items.map((i) => i.value));
    expect(new Set(offered)).toEqual(new Set([...all, NOT_USED]));
    expect(new Set(Object.values(FIELD_WORDS)).size).toBe(all.length);
  });

  test('only what a kind of file can mean is offered', () => {
    const groups = fieldChoices(['product.code', 'product.unitCost']);
    expect(groups.map(({ group, items }) => [group, items.length])).toEqual([
      ['Not needed', 1],
      ['The product', 2],
    ]);
  });

  test('what is missing is a sentence whether named or said', () => {
    expect(neededSentence('order.date')).toBe('No column holds this: Day of the sale.');
    expect(neededSentence('No column holds an amount.')).toBe('No column holds an amount.');
  });
});

const anIssue = (code: IssueCode, leftOut: boolean): Issue => ({
  row: 2,
  column: null,
  code,
  value: '',
  message: '',
  leftOut,
});

describe('problems', () => {
  test.each(ISSUE_CODES)('%s has a sentence for one and for many', (code) => {
    expect(problemSentence(code, 1, count)).toMatch(/^1 .*\.$/);
    expect(problemSentence(code, 1234, count)).toMatch(/^1,234 .*\.$/);
  });

  test('what is left out comes first, then what is frequent', () => {
    const groups = groupProblems(
      { 'customer-missing': 302, 'date-unreadable': 31, 'status-left-out': 51 },
      [
        anIssue('customer-missing', false),
        anIssue('date-unreadable', true),
        anIssue('status-left-out', true),
      ],
      count,
    );
    expect(groups.map((g) => g.code)).toEqual(['status-left-out', 'date-unreadable', 'customer-missing']);
    expect(groups.map((g) => fateInWords(g.leftOut))).toEqual([
      'left out',
      'left out',
      'imported all the same',
    ]);
  });

  test('cancelled sales and totals leave nothing to decide; unreadable rows do', () => {
    const of = (code: IssueCode) => groupProblems({ [code]: 1 }, [anIssue(code, true)], count);
    expect(canBeCorrected(of('status-left-out'))).toBe(false);
    expect(canBeCorrected(of('footer-row'))).toBe(false);
    expect(canBeCorrected(of('date-unreadable'))).toBe(true);
  });
});

describe('progress', () => {
  test.each([
    [{ done: 0, total: 0 }, null],
    [{ done: 1, total: 3 }, 33],
    [{ done: 5, total: 3 }, 100],
  ])('%o is %s percent', (report, percent) => {
    expect(percentOf(report)).toBe(percent);
  });

  test.each([
    [200, 'about a second left'],
    [4200, 'about 5 seconds left'],
    [21_000, 'about 25 seconds left'],
    [58_000, 'about a minute left'],
    [600_000, 'about 10 minutes left'],
    [9_000_000, 'more than an hour left'],
  ])('%d ms are %s', (ms, words) => {
    expect(remainingInWords(ms)).toBe(words);
  });

  test('says nothing before anything is known', () => {
    const unknown = { phase: '', done: 0, total: 0, rowsPerSecond: null, remainingMs: null };
    expect(paceInWords(unknown, count)).toBe('');
    expect(paceInWords({ ...unknown, rowsPerSecond: 48_211.4, remainingMs: 900 }, count)).toBe(
      '48,211 rows a second · about a second left',
    );
  });

  test.each([
    ['reading', 'Reading the file'],
    ['summarising', 'Working out the summaries'],
    ['something new', 'Something new'],
    ['', 'Importing'],
  ])('the phase “%s” is “%s”', (phase, words) => {
    expect(phaseInWords(phase, 'Importing')).toBe(words);
  });
});
