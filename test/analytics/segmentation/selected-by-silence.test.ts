import { expect, test } from 'vitest';
import { RECIPES } from '../../../src/main/analytics/segmentation/recipe.ts';
import { isSelectedBySilence } from '../../../src/main/analytics/segmentation/selected-by-silence.ts';

const THRESHOLDS = {
  keyValue: 100_000,
  overdue: 2,
  newDays: 60,
  regularFrom: 3,
  recentDays: 30,
  frequentFrom: 6,
  bigSpend: 200_000,
};

test.each([
  ['value-and-rhythm', ['Slipping key customers', 'New customers', 'Gone quiet']],
  ['quick-start', ['Quiet customers']],
  ['rfm', ['Too good to lose', 'Slipping away', 'Long gone']],
])('of %s these are selected by silence or newness', (name, expected) => {
  const { segments } = RECIPES.find((recipe) => recipe.name === name)!;
  const definitions = segments.map(({ rule }) => rule(THRESHOLDS));
  const found = segments.filter((_, place) => isSelectedBySilence(definitions, place));
  expect(found.map((segment) => segment.name)).toEqual(expected);
});
