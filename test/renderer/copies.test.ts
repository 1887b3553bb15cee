import { expect, test } from 'vitest';
import { reminderSentence } from '../../src/renderer/features/copies/model.ts';

const day = (): string => '1 Oct 2026';

test.each([
  [
    { lastSavedAt: null, imports: 3 },
    /^This portfolio and its safety copies lie on this computer only; [^.]+\.$/,
  ],
  [
    { lastSavedAt: 1, imports: 1 },
    /^Your last copy elsewhere is from 1 Oct 2026; 1 import has come since\.$/,
  ],
  [{ lastSavedAt: 1, imports: 4 }, /; 4 imports have come since\.$/],
  [{ lastSavedAt: 1, imports: 0 }, /from 1 Oct 2026 and does not hold what has changed since\.$/],
])('the reminder of a copy elsewhere is one sentence: %j', (reminder, sentence) => {
  expect(reminderSentence(reminder, day)).toMatch(sentence);
});
