import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  COLUMNS,
  columnsOf,
  firstColumns,
  needsEstimates,
  rememberedColumns,
} from '../../src/renderer/features/customers/columns.ts';
import { moveFor } from '../../src/renderer/features/customers/keys.ts';
import { rhythmBar } from '../../src/renderer/features/customers/rhythm.ts';
import {
  between,
  isSelected,
  NONE,
  pagesOf,
  type Selection,
  selectedCount,
  toggled,
} from '../../src/renderer/features/customers/selection.ts';
import { addressOfFilter, paramsOf, viewOf } from '../../src/renderer/ui/customer-address.ts';
import { toTsv, tsvCell } from '../../src/renderer/ui/text/copy.ts';
import { createFormat } from '../../src/renderer/ui/text/format-core.ts';
import type { TableRow } from '../../src/shared/model/customer.ts';
import type { IsoDay } from '../../src/shared/model/day.ts';
import { minor } from '../../src/shared/model/money.ts';

const format = createFormat('de-DE', 'EUR');

const aCustomer = (given: Partial<TableRow> = {}): TableRow => ({
  id: 1,
  key: 'k1',
  name: 'Café Morgenrot',
  email: null,
  phone: null,
  city: null,
  revenue: minor(250_00),
  revenue12m: minor(-12_50),
  revenueShare: 0.01,
  orders: 3,
  purchaseDays: 3,
  firstDay: '2024-01-03' as IsoDay,
  lastDay: '2025-06-01' as IsoDay,
  daysSinceLast: 61,
  usualGapDays: 23.4,
  overdueRatio: 2.607,
  rhythm: 'at-risk',
  rfm: '543',
  growth: { value: -0.5, lo: -0.7, hi: -0.2, direction: 'declining', reason: null },
  quadrant: null,
  segment: 2,
  segmentName: 'Regulars',
  estimates: null,
  ...given,
});

describe('the address of the table', () => {
  test('holds what is shown and gives it back', () => {
    const view = viewOf(
      new URLSearchParams('search=anna&segment=3&quadrant=protect&rhythm=at-risk&sort=name'),
    );
    expect(view).toEqual({
      filter: { search: 'anna', segment: 3, quadrant: 'protect', rhythm: 'at-risk' },
      sort: 'name',
      direction: 'asc',
    });
    expect(viewOf(paramsOf(view))).toEqual(view);
  });

  test('leaves out what is unknown', () => {
    expect(
      viewOf(new URLSearchParams('segment=x&quadrant=best&rhythm=&sort=constructor&direction=up')),
    ).toEqual({
      filter: {},
      sort: 'revenue12m',
      direction: 'desc',
    });
  });

  test('is short where nothing is set', () => {
    expect(addressOfFilter({})).toBe('/customers');
    expect(addressOfFilter({ quadrant: 'invest' })).toBe('/customers?quadrant=invest');
  });
});

describe('the selection', () => {
  test('a row can be added and taken away', () => {
    const two = toggled(toggled(NONE, 5), 6);
    expect(two).toEqual([[5, 6]]);
    expect(toggled(between(1, 5), 3)).toEqual([
      [1, 2],
      [4, 5],
    ]);
    expect(toggled(toggled(NONE, 5), 5)).toEqual([]);
  });

  test('all of 100,000 rows is one range', () => {
    expect(selectedCount(between(99_999, 0))).toBe(100_000);
    expect(pagesOf([[999, 2000]], 1000)).toEqual([0, 1, 2]);
  });

  test('agrees with a set of places, whatever is toggled', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 60 }), (places) => {
        const set = new Set<number>();
        let selection: Selection = NONE;
        for (const i of places) {
          if (!set.delete(i)) set.add(i);
          selection = toggled(selection, i);
        }
        expect(selectedCount(selection)).toBe(set.size);
        for (let i = 0; i <= 30; i++) expect(isSelected(selection, i)).toBe(set.has(i));
      }),
    );
  });

  test.each([
    ['ArrowDown', 6],
    ['ArrowUp', 4],
    ['PageDown', 25],
    ['Home', 0],
    ['End', 99],
    ['x', null],
  ])('%s moves to %s', (key, place) => expect(moveFor(key, 5, 100, 20)).toBe(place));
});

describe('columns', () => {
  test('the name always shows, in the order of the table', () => {
    expect(columnsOf(['rfm', 'phone']).map((c) => c.id)).toEqual(['name', 'phone', 'rfm']);
  });

  test.each([null, '{', '[]', '["nonsense"]', '7'])(
    'what was remembered as %j gives the first choice',
    (text) => {
      expect(rememberedColumns(text)).toEqual(firstColumns());
    },
  );

  test('every column shows and copies a customer with as little known as possible', () => {
    const bare = aCustomer({
      firstDay: null,
      lastDay: null,
      daysSinceLast: null,
      usualGapDays: null,
      overdueRatio: null,
      rhythm: null,
      rfm: null,
      growth: { value: null, lo: null, hi: null, direction: 'not-available', reason: null },
      segment: null,
      segmentName: null,
    });
    for (const column of COLUMNS) {
      expect(column.text(bare, format)).not.toMatch(/null|NaN|undefined/);
      expect(tsvCell(column.cell(bare, format))).not.toMatch(/null|NaN|undefined/);
    }
  });
});

describe('the columns of what is to be expected', () => {
  const estimates = {
    churnRisk: 'medium',
    noPurchase: 0.4,
    horizonDays: 90,
    alive: 0.9,
    chance90: 0.6,
    orders12m: 1.56,
    clv: minor(1234_50),
    clvLo: minor(400_00),
    clvHi: minor(2500_00),
    nextOrder: { median: '2025-11-03' as IsoDay, from: '2025-09-01' as IsoDay, to: null },
  } as const;
  const shown = (id: string, given: Partial<TableRow>): string =>
    columnsOf([id])
      .find((c) => c.id === id)!
      .text(aCustomer(given), createFormat('en-GB', 'EUR'));

  test('are asked for only where one of them shows', () => {
    expect(needsEstimates(columnsOf(firstColumns()))).toBe(false);
    expect(needsEstimates(columnsOf([...firstColumns(), 'clv']))).toBe(true);
  });

  test('a value has its range, a day is named only where there is one', () => {
    expect(shown('clv', { estimates })).toBe('€1,235 (€400 to €2,500)');
    expect(shown('nextOrder', { estimates })).toBe('~ 3 Nov 2025');
    expect(shown('nextOrder', { estimates: { ...estimates, nextOrder: null } })).toBe('60% in 90 days');
    expect(shown('churnRisk', { estimates })).toBe('Medium');
  });

  test('where the models give only the band there is only the band', () => {
    const band = {
      ...estimates,
      ...{ noPurchase: null, alive: null, chance90: null, orders12m: null, clv: null, nextOrder: null },
    };
    expect(
      ['churnRisk', 'clv', 'nextOrder', 'orders12m'].map((id) => shown(id, { estimates: band })),
    ).toEqual(['Medium', '–', '–', '–']);
  });
});

describe('copying for a spreadsheet', () => {
  test('numbers are the locale’s own, and minus stays a number', () => {
    const columns = columnsOf(['revenue12m', 'growth', 'lastDay', 'usualGapDays']);
    const text = toTsv(
      columns.map((c) => c.title),
      [columns.map((c) => c.cell(aCustomer(), format))],
    );
    expect(text.split('\r\n')[1]).toBe('Café Morgenrot\t-12,5\t-50%\t2025-06-01\t23,4');
  });

  test.each([
    ['=SUM(A1)', "'=SUM(A1)"],
    ['+49 660 1', "'+49 660 1"],
    ['-5', "'-5"],
    ['@cmd', "'@cmd"],
    ['\tx', "' x"],
    ['\r=1', "' =1"],
    ['\0x', "' x"],
    ['a\tb\nc', 'a b c'],
    ['Anna', 'Anna'],
    ['', ''],
  ])('the text %j is copied as %j', (text, expected) => expect(tsvCell(text)).toBe(expected));

  test('no text makes another cell, another row or a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = tsvCell(text);
        expect(cell).not.toMatch(/[\t\r\n\0]/);
        expect(cell).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});

describe('the rhythm bar', () => {
  test('sets silence against the usual gap', () => {
    const bar = rhythmBar(aCustomer(), createFormat('en-GB', 'EUR'));
    expect(bar?.sentence).toBe('Silent for 61 days, 2.6× the usual gap of 23 days.');
    expect(bar?.late).toBe(true);
    expect(bar?.usual).toBeCloseTo(33.3, 1);
    expect(bar?.risk).toBeCloseTo(66.7, 1);
    expect(bar?.silence).toBeCloseTo(86.9, 1);
  });

  test('stays readable after a very long silence', () => {
    const bar = rhythmBar(aCustomer({ overdueRatio: 101 }), format);
    expect(bar?.silence).toBe(100);
    expect(bar?.usual).toBeGreaterThan(8);
  });

  test('there is none without a gap', () => {
    expect(rhythmBar(aCustomer({ usualGapDays: null }), format)).toBeNull();
    expect(rhythmBar(aCustomer({ usualGapDays: 0 }), format)).toBeNull();
  });
});
