import { type Fault, plainFault } from '../../shared/model/fault.ts';
import { Problem, type ProblemCode } from '../../shared/model/problem.ts';
import { asProblem } from '../system-fault.ts';

/** How the work of a thread ended, as it goes to the engine: errors lose their class and code on that way. */
export type Failure =
  /** the input, a file or the machine is at fault: the sentence is for the owner */
  | {
      readonly type: 'problem';
      readonly sentence: string;
      readonly code: ProblemCode | null;
      readonly fault: Fault;
    }
  /** ours */
  | { readonly type: 'failed'; readonly stack: string; readonly fault: Fault };

/** @param portfolio the file that was worked on; null for none */
export const failureOf = (error: unknown, portfolio: string | null): Failure => {
  const known = asProblem(error, portfolio ?? undefined);
  const fault = plainFault(error);
  if (known instanceof Problem) return { type: 'problem', sentence: known.message, code: known.code, fault };
  const stack = known instanceof Error ? (known.stack ?? known.message) : String(known);
  return { type: 'failed', stack, fault };
};

/** A failure of a thread, in the engine again; where in the thread it came from is kept. */
export class ThreadFailed extends Error {
  override readonly name = 'ThreadFailed';
  readonly fault: Fault;

  constructor(stack: string, fault: Fault) {
    super(stack);
    this.fault = fault;
  }
}

/** The error that a thread's failure is for whoever asked for its work. */
export const errorOf = (failure: Failure): Error =>
  failure.type === 'failed'
    ? new ThreadFailed(failure.stack, failure.fault)
    : new Problem(failure.sentence, {
        code: failure.code,
        cause: new ThreadFailed(failure.sentence, failure.fault),
      });

/** What may be told of an error, also of one that came from a thread or through a call. */
export const faultOf = (error: unknown): Fault => {
  if (error instanceof ThreadFailed) return error.fault;
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? faultOf(cause) : plainFault(error);
};
