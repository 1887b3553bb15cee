import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { Problem } from '../../shared/model/problem.ts';
import { asProblem } from '../system-fault.ts';
import { answering } from './asked.ts';

/** The contract with everything a failure of the owner's input means, whichever handler it happens in. */
export const os = implement(contract).use(async ({ next, signal }) => {
  try {
    return await answering(signal, () => next());
  } catch (error) {
    const known = asProblem(error);
    throw known instanceof Problem ? badInput(known) : known;
  }
});

const badInput = (problem: Problem): ORPCError<'BAD_INPUT', { sentence: string }> =>
  new ORPCError('BAD_INPUT', {
    status: 422,
    message: problem.message,
    data: { sentence: problem.message },
    cause: problem,
  });
