import { Problem, type ProblemCode } from '../../shared/model/problem.ts';
import { asProblem } from '../system-fault.ts';

/** How the work of a thread ended, as it goes to the engine: errors lose their class and code on that way. */
export type Failure =
  /** the input, a file or the machine is at fault: the sentence is for the owner */
  | { readonly type: 'problem'; readonly sentence: string; readonly code: ProblemCode | null }
  /** ours */
  | { readonly type: 'failed'; readonly stack: string };

/** @param portfolio the file that was worked on; null for none */
export const failureOf = (error: unknown, portfolio: string | null): Failure => {
  const known = asProblem(error, portfolio ?? undefined);
  if (known instanceof Problem) return { type: 'problem', sentence: known.message, code: known.code };
  return { type: 'failed', stack: known instanceof Error ? (known.stack ?? known.message) : String(known) };
};
