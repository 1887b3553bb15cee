import { describe, expect, test } from 'vitest';
import { cleanPath, folderOf, lastOpened, recentRows } from '../../../src/renderer/features/start/model.ts';

const now = new Date(2025, 11, 9, 10, 0).getTime();
const hours = (n: number): number => now - n * 3_600_000;
const day = (): string => 'that day';

describe('when a portfolio was opened', () => {
  test.each([
    [null, 'not opened yet'],
    [hours(1), 'opened today'],
    [hours(11), 'opened yesterday'],
    [hours(24 * 5), 'opened 5 days ago'],
    [hours(24 * 60), 'opened on that day'],
  ])('%s: %s', (openedAt, words) => {
    expect(lastOpened(openedAt, now, day)).toBe(words);
  });
});

test.each([
  ['/home/anna/A.clientele', '/home/anna'],
  ['C:\\Users\\Anna\\A.clientele', 'C:\\Users\\Anna'],
  ['A.clientele', 'A.clientele'],
])('%s lies in %s', (path, folder) => {
  expect(folderOf(path)).toBe(folder);
});

test.each([
  [' "/home/anna/My shop.clientele" ', '/home/anna/My shop.clientele'],
  ["'/a b'", '/a b'],
  ['/plain', '/plain'],
  ['  ', ''],
])('%s is the path %s', (typed, path) => {
  expect(cleanPath(typed)).toBe(path);
});

test('the portfolio that is open is not offered again', () => {
  const recent = [
    { path: '/a.clientele', name: 'a', openedAt: now },
    { path: '/b.clientele', name: 'b', openedAt: null },
  ];
  expect(recentRows(recent, now, day, '/a.clientele').map((r) => r.name)).toEqual(['b']);
  expect(recentRows(recent, now, day)).toHaveLength(2);
});
