import { describe, expect, test } from 'vitest';
import {
  inOrderOfUse,
  type LookedCopy,
  newestSound,
  recoveryText,
} from '../../../src/renderer/features/start/recovery-model.ts';
import { PROBLEM_CODES } from '../../../src/shared/model/problem.ts';

const aCopy = (madeAt: number, sound: boolean | null): LookedCopy => ({
  name: `${madeAt}.clientele`,
  madeAt,
  reason: 'daily',
  bytes: 1,
  sha256: '',
  contentHash: null,
  holds: null,
  sound,
});

const unopened = { path: '/s/Shop.clientele', file: 'Shop.clientele', folder: '/s', sentence: 'It is so.' };
const day = (ms: number): string => `day ${ms}`;

test('the newest sound copy comes first, damaged ones last', () => {
  const copies = [aCopy(3, false), aCopy(1, true), aCopy(2, true)];
  expect(inOrderOfUse(copies).map(({ madeAt }) => madeAt)).toEqual([2, 1, 3]);
  expect(newestSound(copies)?.madeAt).toBe(2);
  expect([newestSound([aCopy(3, false)]), newestSound([])]).toEqual([null, null]);
});

describe('what is said of a portfolio that was not opened', () => {
  test.each([...PROBLEM_CODES, null])('%s: what happened, what is safe, what to do', (code) => {
    const text = recoveryText({ ...unopened, code }, [aCopy(2, true), aCopy(3, false)], day);
    expect(text.title).toMatch(/^Shop (?:is|was|could)/);
    for (const said of Object.values(text)) expect(said).not.toMatch(/SQLite|undefined|null|\bdatabase\b/);
    expect(text.safe).toMatch(/^Nothing was changed.*2 safety copies, the newest sound one of day 2\.$/);
    expect(text.next).toMatch(/\.$/);
  });

  test('without a sound copy none is promised', () => {
    const safe = (copies: readonly LookedCopy[] | null) =>
      recoveryText({ ...unopened, code: 'damaged' }, copies, day).safe;
    expect(safe([aCopy(1, true)])).toMatch(/1 safety copy, a sound one of day 1\.$/);
    expect(safe([aCopy(1, false)])).toMatch(/1 safety copy, but none of them is sound/);
    expect(safe([])).toMatch(/There is no safety copy/);
    expect(safe(null)).toMatch(/are being looked through/);
  });
});
