import { expect, test } from 'vitest';
import { copyOf, periodsText, reasonText } from '../../src/renderer/features/products/model.ts';
import { createFormat } from '../../src/renderer/ui/text/format-core.ts';
import { isoDay } from '../../src/shared/model/day.ts';
import { minor } from '../../src/shared/model/money.ts';

const f = createFormat('de-DE', 'EUR');

test('the table pastes into a German spreadsheet with numbers as numbers, and nothing where nothing is known', () => {
  const { head, cells } = copyOf(
    [
      {
        id: 1,
        product: 'Brot',
        category: null,
        revenue: minor(123_450),
        share: 0.125,
        margin: null,
        orders: 1200,
        buyers: 80,
        repeatShare: null,
        trend: -0.034,
      },
    ],
    f,
  );
  expect(head).toHaveLength(9);
  expect(cells[0]).toEqual([
    'Brot',
    '',
    { number: '1234,5' },
    { number: '12,5%' },
    { number: '' },
    { number: '1200' },
    { number: '80' },
    { number: '' },
    { number: '-3,4%' },
  ]);
});

test('the trend says what it compares, a likely buyer why', () => {
  const en = createFormat('en-GB', 'EUR');
  const period = (from: string, to: string) => ({ from: isoDay(from), to: isoDay(to) });
  expect(
    periodsText(
      { before: period('2024-01-01', '2024-12-31'), after: period('2025-01-01', '2025-12-31') },
      en,
    ),
  ).toBe('Trend: 1 Jan 2025 to 31 Dec 2025 against 1 Jan 2024 to 31 Dec 2024.');
  expect(reasonText({ penetration: 0.45, because: null }, en)).toBe('45% of the customers like them buy it');
  expect(reasonText({ penetration: 0.45, because: 'Jam' }, en)).toBe('buys Jam, which goes with it');
});
