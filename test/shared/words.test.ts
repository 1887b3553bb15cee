import { expect, test } from 'vitest';
import { formats } from '../../src/shared/format.ts';
import { sum } from '../../src/shared/sum.ts';
import { capital, counted, newAmong, plural } from '../../src/shared/words.ts';

test.each([
  [0, '0 customers'],
  [1, '1 customer'],
  [2, '2 customers'],
  [1204, '1204 customers'],
])('%i with its noun', (n, text) => expect(counted(n, 'customer')).toBe(text));

test('a noun takes its verb along, and the owner’s way of writing counts', () => {
  const say = formats('en-GB', 'EUR');
  expect(say.counted(1, 'row is', 'rows are')).toBe('1 row is');
  expect(say.counted(1204, 'row is', 'rows are')).toBe('1,204 rows are');
  expect(formats('de-DE', 'EUR').counted(1204, 'row')).toBe('1.204 rows');
});

test('two forms by number', () => {
  expect([0, 1, 2].map((n) => plural(n, 'is', 'are'))).toEqual(['are', 'is', 'are']);
});

test.each([
  ['late payers', 'Late payers'],
  ['12 cups', '12 cups'],
  ['', ''],
])('%j begins with a capital', (text, capitalised) => expect(capital(text)).toBe(capitalised));

test('a sum of typed arrays and lists, 0 for none', () => {
  expect(sum(Float64Array.of(1, 2.5))).toBe(3.5);
  expect(sum([])).toBe(0);
});

test.each([
  [1, 1, '1 customer, who is new'],
  [0, 1, '1 customer, who was known'],
  [0, 7, '7 customers, none of them new'],
  [3, 7, '7 customers, 3 of them new'],
  [7, 7, '7 customers, all of them new'],
])('%i new of %i', (created, all, text) =>
  expect(`${counted(all, 'customer')}${newAmong(created, all)}`).toBe(text),
);
