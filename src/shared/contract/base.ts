import { oc } from '@orpc/contract';
import { z } from 'zod';

/**
 * The start of every procedure. Each can fail in three ways the owner understands; anything else is our fault
 * and reaches the window as an internal error without details.
 */
export const procedure = oc.errors({
  /** what was given is at fault: one sentence that says what, where and what to do */
  BAD_INPUT: { status: 422, data: z.object({ sentence: z.string() }) },
  /** no portfolio is open */
  NO_PORTFOLIO: { status: 409, message: 'No portfolio is open.' },
  /** an import is running: small edits wait and say so */
  BUSY: { status: 423, data: z.object({ sentence: z.string() }) },
});
