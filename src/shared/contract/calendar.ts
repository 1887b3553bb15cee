import { z } from 'zod';
import { MarkKindSchema, MarkStateSchema, OwnersCalendarSchema } from '../model/calendar-mark.ts';
import { NotAvailableSchema } from '../model/result.ts';
import { IsoDaySchema } from '../model/schemas.ts';
import { procedure } from './base.ts';

const Answer = z.union([OwnersCalendarSchema, NotAvailableSchema]);
const Span = { from: IsoDaySchema, to: IsoDaySchema };
const Named = { id: z.number().int() };

/** Time that is not like other time. Each change can be undone, and every figure follows it. */
export const calendar = {
  /** not available while the portfolio holds no sale */
  read: procedure.output(Answer),
  /** the owner's word on what the sales suggest */
  answer: procedure
    .input(z.object({ ...Named, state: MarkStateSchema.exclude(['suggested']) }))
    .output(Answer),
  add: procedure.input(z.object({ kind: MarkKindSchema, ...Span })).output(Answer),
  change: procedure.input(z.object({ ...Named, ...Span })).output(Answer),
  /** takes the owner's word back; what the sales suggest is asked again */
  remove: procedure.input(z.object(Named)).output(Answer),
};
