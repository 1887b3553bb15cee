import { expect, test } from 'vitest';
import { namesOnPaper } from '../../../src/main/portfolio/analysis/customer-names.ts';

const FULL = ['Anna Berg', 'Anton Becker', 'Carla Diaz', 'Anja Bauer'];

test('initials that repeat among those a review names get a number, the same in every list', () => {
  const nameOf = namesOnPaper(FULL, false, [2, 1, 0, 1]);
  expect([0, 1, 2].map(nameOf)).toEqual(['A. B. (2)', 'A. B. (1)', 'C. D.']);
});

test('who is not named beside another of the same initials has no number', () => {
  expect(namesOnPaper(FULL, false, [2, 3])(3)).toBe('A. B.');
});

test('the owner’s copy tells apart those of one name', () => {
  const nameOf = namesOnPaper(['Anna Berg', 'Anna Berg'], true, [0, 1]);
  expect([nameOf(0), nameOf(1)]).toEqual(['Anna Berg (1)', 'Anna Berg (2)']);
});
