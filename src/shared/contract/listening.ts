import { z } from 'zod';
import { FeedbackStateSchema, InboxSchema, ListeningSchema } from '../model/listening.ts';
import { NotAvailableSchema } from '../model/result.ts';
import { IsoDaySchema } from '../model/schemas.ts';
import { procedure } from './base.ts';

export const listening = {
  /** what customers say, overall and by segment, and how soon they are answered */
  read: procedure
    .input(z.object({ asOf: IsoDaySchema.optional() }).default({}))
    .output(z.union([ListeningSchema, NotAvailableSchema])),
  /** what wants an answer from a person: what has waited too long first, the weightiest of it before all */
  inbox: procedure
    .input(
      z.object({
        state: FeedbackStateSchema.optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(50),
        asOf: IsoDaySchema.optional(),
      }),
    )
    .output(InboxSchema),
  /** moves a piece of feedback on, or back; can be undone */
  move: procedure
    .input(z.object({ key: z.string(), state: FeedbackStateSchema }))
    .output(z.object({ sentence: z.string() })),
};
