import { describe, expect, test } from 'vitest';
import { isAt, PLACES } from '../../src/renderer/app/navigation/places.ts';
import { gapsTitle, listTitle, wayFrom } from '../../src/renderer/features/questions/model.ts';

import { titleOf } from '../../src/renderer/ui/figures/metric-of.ts';

const named = (customer: number | null) => ({ name: 'A', why: 'B.', customer });

describe('the folds of a card', () => {
  test.each([
    [[named(1)], '1 customer, and why'],
    [[named(1), named(2)], '2 customers, and why'],
    [[named(null)], 'One detail'],
    [[named(null), named(1)], '2 details'],
  ])('%o', (list, title) => expect(listTitle(list)).toBe(title));

  test('one gap and more', () => {
    expect(gapsTitle(['a'])).toBe('What this cannot know');
    expect(gapsTitle(['a', 'b'])).toBe('2 things this cannot know');
  });
});

test('a figure is called as the catalogue calls it', () => {
  expect(titleOf('nrr')).toBe('Revenue kept from the same customers');
  expect(titleOf('of another version')).toBe('of another version');
});

describe('the way on from an answer', () => {
  test('leads to a place of the app', () => {
    for (let n = 1; n <= 12; n++) {
      const way = wayFrom({ n }, true);
      if (way) expect(PLACES.some((place) => isAt(place, way.to.split('?')[0]!))).toBe(true);
    }
    expect(wayFrom({ n: 4 }, true)?.to).toBe('/act?kind=keep');
  });

  test('is not shown where no customer could be met', () => expect(wayFrom({ n: 4 }, false)).toBeNull());
});
