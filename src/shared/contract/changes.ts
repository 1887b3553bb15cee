import { z } from 'zod';
import { procedure } from './base.ts';

const Outcome = z.object({ done: z.boolean(), sentence: z.string() });

export const changes = {
  /** what Undo and Redo would do now, as sentences */
  next: procedure.output(z.object({ undo: z.string().nullable(), redo: z.string().nullable() })),
  undo: procedure.output(Outcome),
  redo: procedure.output(Outcome),
  recent: procedure.output(
    z.array(
      z.object({ id: z.number().int(), at: z.number().int(), sentence: z.string(), undone: z.boolean() }),
    ),
  ),
};
