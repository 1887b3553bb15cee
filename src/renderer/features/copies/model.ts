import type { CopyPlace, CopyReminder } from '../../../shared/model/saved-copy.ts';
import { counted } from '../../../shared/words.ts';

/** What a place means for the copy that lies there. */
export const PLACE_WORDS: Readonly<Record<CopyPlace, string>> = {
  'other-disk': 'It lies on another disk than the portfolio.',
  'other-folder':
    'It lies on the same disk as the portfolio: it helps against mistakes, not against a broken disk.',
  beside: 'It lies in the same folder as the portfolio and is lost with it: save one on another disk, too.',
};

/** The reminder in one sentence. @param day how an instant is written as a day */
export const reminderSentence = (
  { lastSavedAt, imports }: CopyReminder,
  day: (epochMs: number) => string,
): string =>
  lastSavedAt === null
    ? 'This portfolio and its safety copies lie on this computer only; a copy on another disk keeps everything if it breaks or is lost.'
    : `Your last copy elsewhere is from ${day(lastSavedAt)}${imports > 0 ? `; ${counted(imports, 'import has', 'imports have')} come since` : ' and does not hold what has changed since'}.`;
