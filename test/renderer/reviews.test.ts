import { describe, expect, test } from 'vitest';
import { asksForPrint, paperFor } from '../../src/renderer/features/reviews/model.ts';

test.each([
  ['en-US', 'Letter'],
  ['fr-CA', 'Letter'],
  ['de-DE', 'A4'],
  ['en', 'A4'],
  ['not a locale', 'A4'],
])('%s prints on %s', (locale, paper) => expect(paperFor(locale)).toBe(paper));

describe('the key for printing', () => {
  const press = (given: Partial<KeyboardEvent>) => ({
    key: 'p',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...given,
  });
  test.each([
    [press({ ctrlKey: true }), true],
    [press({ metaKey: true, key: 'P' }), true],
    [press({}), false],
    [press({ ctrlKey: true, shiftKey: true }), false],
    [press({ ctrlKey: true, key: 'o' }), false],
  ])('%o: %s', (event, expected) => expect(asksForPrint(event)).toBe(expected));
});
