import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './base.ts';

/** Everything a window is told unasked, over one stream: browsers open only six connections to a host. */
export const AppEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    job: z.string(),
    phase: z.string(),
    /** bytes or rows, of which `total` in all */
    done: z.number(),
    total: z.number(),
    rowsPerSecond: z.number().nullable(),
    remainingMs: z.number().nullable(),
  }),
  z.object({ type: z.literal('changed'), dataVersion: z.number().int() }),
  /** another portfolio is open now, or none */
  z.object({ type: z.literal('portfolio') }),
  z.object({ type: z.literal('restarted'), sentence: z.string() }),
  /** something that was done unasked, and failed */
  z.object({ type: z.literal('notice'), sentence: z.string() }),
]);
export type AppEvent = z.infer<typeof AppEventSchema>;

export const events = {
  watch: procedure.output(eventIterator(AppEventSchema)),
};
