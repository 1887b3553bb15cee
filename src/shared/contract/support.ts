import { z } from 'zod';
import { FaultSchema } from '../model/fault.ts';
import { procedure } from './base.ts';

/** What helps whoever is asked for help; nothing of it is sent anywhere. */
export const support = {
  /** a text to be copied: versions, counts and the newest lines of the log, without a name or a path */
  details: procedure.output(z.object({ text: z.string() })),
  /** writes down that the window itself failed */
  note: procedure.input(FaultSchema).output(z.object({ noted: z.literal(true) })),
};
