import { expect, test } from 'vitest';
import { marksOf } from '../../src/renderer/features/value/model.ts';
import { createFormat } from '../../src/renderer/ui/text/format-core.ts';
import { minor } from '../../src/shared/model/money.ts';

const format = createFormat('en-GB', 'EUR');
const whale = (peak: number, total: number, customersAtPeak: number, n: number) => ({
  finding: '',
  points: [],
  peak: minor(peak),
  total: minor(total),
  customersAtPeak,
  n,
});

test.each([
  ['falls after the peak', whale(68_000, 50_000, 6, 10), ['6: €680', 'all: €500'], [true, false]],
  ['rises to the end', whale(68_000, 68_000, 10, 10), ['all: €680'], [true]],
  ['nobody leaves anything', whale(0, -500, 0, 3), ['all: −€5'], [false]],
])('the whale curve where it %s', (_, curve, texts, above) => {
  const marks = marksOf(curve, format);
  expect(marks.map(({ text }) => text)).toEqual(texts);
  expect(marks.map((mark) => mark.above)).toEqual(above);
});
