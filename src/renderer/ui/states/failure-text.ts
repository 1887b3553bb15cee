import { ORPCError } from '@orpc/client';

/** What an owner is told when something did not work: what happened, what is safe, what to do next. */
export type FailureText = { readonly what: string; readonly safe: string; readonly next: string };

const SAFE = 'Everything you had saved is untouched.';

const sentenceIn = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'sentence' in data && typeof data.sentence === 'string'
    ? data.sentence
    : null;

/** The contract's typed errors carry their own sentence; anything else is ours and said without details. */
export const failureText = (error: unknown): FailureText => {
  if (error instanceof ORPCError) return ofContract(error);
  if (error instanceof TypeError && /fetch|network/i.test(error.message))
    return {
      what: 'Clientele’s engine does not answer.',
      safe: SAFE,
      next: 'It may be starting again. Try once more; if that does not help, close Clientele and open it again.',
    };
  if (error instanceof Error && /[.!?]$/.test(error.message))
    return { what: error.message, safe: SAFE, next: 'Try once more.' };
  return {
    what: 'Something in Clientele went wrong while showing this.',
    safe: SAFE,
    next: 'Try once more, or go to another place and come back.',
  };
};

const ofContract = (error: ORPCError<string, unknown>): FailureText => {
  const sentence = sentenceIn(error.data);
  if (error.code === 'BUSY')
    return {
      what: sentence ?? 'An import is running.',
      safe: 'Nothing was changed.',
      next: 'Try again when the import is done.',
    };
  if (sentence !== null) return { what: sentence, safe: 'Nothing was changed.', next: '' };
  if (error.code === 'NO_PORTFOLIO')
    return { what: 'No portfolio is open.', safe: SAFE, next: 'Open a portfolio or import your sales.' };
  if (error.status === 401 || error.status === 403)
    return {
      what: 'This window belongs to an earlier start of Clientele.',
      safe: SAFE,
      next: 'Close this window and open Clientele again.',
    };
  return {
    what: 'Clientele’s engine could not do this.',
    safe: SAFE,
    next: 'Try once more; if it happens again, close Clientele and open it again.',
  };
};

/** Whether the program is at fault, so that details of it help whoever mends it. */
export const isOurFault = (error: unknown): boolean =>
  error instanceof ORPCError
    ? error.status >= 500 && sentenceIn(error.data) === null
    : error instanceof Error && !isAbort(error);

/** For a notification: all in one line. */
export const failureSentence = (error: unknown): string => {
  const { what, safe, next } = failureText(error);
  return [what, safe, next].filter((s) => s !== '').join(' ');
};

export const isAbort = (error: unknown): boolean =>
  error instanceof DOMException
    ? error.name === 'AbortError'
    : error instanceof Error && error.name === 'AbortError';
