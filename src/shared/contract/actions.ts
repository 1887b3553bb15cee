import { z } from 'zod';
import { ActionKindSchema, ActionListSchema } from '../model/action.ts';
import { IsoDaySchema } from '../model/schemas.ts';
import { procedure } from './base.ts';

export const actions = {
  /** the next best actions, most at stake first */
  list: procedure
    .input(
      z.object({
        kind: ActionKindSchema.optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(1000).default(100),
        asOf: IsoDaySchema.optional(),
      }),
    )
    .output(ActionListSchema),
  /** a file to be saved; only those who agreed to messages unless it is for the owner alone */
  export: procedure
    .input(
      z.object({
        format: z.enum(['csv', 'xlsx']),
        everyone: z.boolean(),
        kind: ActionKindSchema.optional(),
      }),
    )
    .output(
      z.object({ name: z.string(), base64: z.string(), rows: z.number().int(), leftOut: z.number().int() }),
    ),
};
