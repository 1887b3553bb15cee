import { expect, test } from 'vitest';
import { barsOf } from './truth.bench.ts';
import { directionBars } from './truth-changes.bars.ts';
import { saidOf } from './truth-figures.ts';
import { WORLDS } from './truth-worlds.ts';

/** Five shops of two worlds; the whole table is `npm run bench -- truth`. */
test('what is said of made shops keeps its bars', () => {
  const worlds = WORLDS.filter(({ name }) => name === 'growing' || name === 'newly opened');
  const said = new Map(
    worlds.map((world) => [world.name, Array.from({ length: 5 }, (_, k) => saidOf(world, 1000 + k))]),
  );
  const bars = barsOf(said);
  expect(bars.length).toBeGreaterThan(6);
  expect(bars.filter(({ holds }) => !holds)).toEqual([]);
});

test('directions of customers whose own change is known keep theirs', () => {
  const bars = directionBars([1000, 1001, 1002, 1003, 1004]);
  expect(bars).toHaveLength(4);
  expect(bars.filter(({ holds }) => !holds)).toEqual([]);
});
