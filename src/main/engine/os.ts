import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { Problem } from '../database/problem.ts';

/** The contract with everything a failure of the owner's input means, whichever handler it happens in. */
export const os = implement(contract).use(async ({ next }) => {
  try {
    return await next();
  } catch (error) {
    if (error instanceof Problem) throw badInput(error.message);
    const code = (error as { code?: string }).code ?? '';
    if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED')
      throw badInput('The portfolio is in use by another program; close it there and try again.');
    if (code === 'SQLITE_FULL' || code === 'ENOSPC')
      throw badInput('There is no room left on the disk; nothing was changed.');
    throw error;
  }
});

const badInput = (sentence: string): ORPCError<'BAD_INPUT', { sentence: string }> =>
  new ORPCError('BAD_INPUT', { status: 422, message: sentence, data: { sentence } });
