import type { Unopened } from '../../../shared/contract/portfolio.ts';
import type { ProblemCode } from '../../../shared/model/problem.ts';
import type { SafetyCopy } from '../../../shared/model/safety-copy.ts';
import { counted } from '../../../shared/words.ts';

/** A safety copy after it was looked through; null where it was not. */
export type LookedCopy = SafetyCopy & { readonly sound: boolean | null };

/** The newest sound copy first, then the other sound ones by age, then those that are damaged themselves. */
export const inOrderOfUse = (copies: readonly LookedCopy[]): readonly LookedCopy[] =>
  [...copies].sort((a, b) => Number(b.sound !== false) - Number(a.sound !== false) || b.madeAt - a.madeAt);

export const newestSound = (copies: readonly LookedCopy[]): LookedCopy | null => {
  const [first] = inOrderOfUse(copies);
  return first?.sound === true ? first : null;
};

export type RecoveryText = {
  readonly title: string;
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
};

type Words = Omit<RecoveryText, 'safe'>;

const WORDS: Readonly<Partial<Record<ProblemCode, (name: string, folder: string) => Words>>> = {
  damaged: (name) => ({
    title: `${name} is not as it was saved`,
    happened:
      'The file is damaged, or another program has changed it. No figure of it is shown, because it could be wrong.',
    next: 'Restore the newest sound copy. If you changed the file yourself with another program, look at what differs; you can accept it as it is.',
  }),
  missing: (name, folder) => ({
    title: `${name} is not where it was`,
    happened: `There is no such file in ${folder}: it was moved, renamed or deleted, or its disk is not connected.`,
    next: 'Connect the disk and try again, or open the file where it is now. If it is gone, restore the newest sound copy into its place.',
  }),
  newer: (name) => ({
    title: `${name} was made by a newer Clientele`,
    happened: 'This version does not know all of what is in it, so it reads nothing of it.',
    next: 'Update Clientele on this computer and open the file again. Restoring a copy of before goes back to what was there then.',
  }),
  'not-a-portfolio': (name) => ({
    title: `${name} is not a portfolio any more`,
    happened: 'The file is empty or holds something else: another program has written over it.',
    next: 'Restore the newest sound copy. What lies there now is kept.',
  }),
};

/** What happened to a portfolio that was not opened, what is safe, and what to do. @param day an instant as a day */
export const recoveryText = (
  { file, folder, code, sentence }: Unopened,
  copies: readonly LookedCopy[] | null,
  day: (epochMs: number) => string,
): RecoveryText => {
  const name = file.replace(/\.clientele$/, '');
  const words = (code === null ? undefined : WORDS[code])?.(name, folder) ?? {
    title: `${name} could not be opened`,
    happened: sentence,
    next: 'Try again. If it happens again, restore the newest sound copy, or copy the details for support.',
  };
  const unchanged =
    code === 'missing'
      ? 'Nothing was changed.'
      : 'Nothing was changed: the file lies where it was, byte for byte.';
  return { ...words, safe: `${unchanged} ${copiesSentence(copies, day)}` };
};

const copiesSentence = (copies: readonly LookedCopy[] | null, day: (epochMs: number) => string): string => {
  if (copies === null) return 'Its safety copies are being looked through.';
  if (copies.length === 0) return 'There is no safety copy of it on this computer.';
  const sound = newestSound(copies);
  if (sound && copies.length === 1) return `It has 1 safety copy, a sound one of ${day(sound.madeAt)}.`;
  return sound
    ? `It has ${counted(copies.length, 'safety copy', 'safety copies')}, the newest sound one of ${day(sound.madeAt)}.`
    : `It has ${counted(copies.length, 'safety copy', 'safety copies')}, but none of them is sound.`;
};
