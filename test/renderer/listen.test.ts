import { describe, expect, test } from 'vitest';
import { nextState, ORDER, scoreText, stateIn, waitText } from '../../src/renderer/features/listen/model.ts';
import { createFormat } from '../../src/renderer/ui/text/format-core.ts';
import { FeedbackStateSchema } from '../../src/shared/model/listening.ts';

const format = createFormat('en-GB', 'EUR');

describe('states of feedback', () => {
  test('every state of the contract has its place, and one click leads through all of them', () => {
    expect([...ORDER]).toEqual(FeedbackStateSchema.options);
    expect(ORDER.map(nextState)).toEqual(['answered', 'changed', 'told', null]);
  });

  test.each([
    ['', 'new'],
    ['show=told', 'told'],
    ['show=all', 'all'],
    ['show=lost', 'new'],
  ])('the address ?%s shows %s', (search, state) => expect(stateIn(new URLSearchParams(search))).toBe(state));
});

test.each([
  [3, 2, 'would recommend: 3 of 10 · satisfied: 2 of 5'],
  [null, 4, 'satisfied: 4 of 5'],
  [null, null, ''],
])('scores %s and %s in words', (recommend, satisfaction, text) =>
  expect(scoreText({ recommend, satisfaction })).toBe(text),
);

test.each([
  ['new', 1, 'waiting for 1 hour'],
  ['new', 47.4, 'waiting for 47 hours'],
  ['new', 240, 'waiting for 10 days'],
  ['new', null, 'came after the last sale'],
  ['answered', 6, 'answered after 6 hours'],
  ['told', null, 'day of the answer not known'],
] as const)('%s after %s hours', (state, waited, text) =>
  expect(waitText({ state, waited }, format)).toBe(text),
);
