import { z } from 'zod';
import { IsoDaySchema, MinorSchema } from './schemas.ts';

/** Time that is not like other time: shut, one great day, a campaign, or from its first day on a new price list. */
export const MarkKindSchema = z.enum(['closed', 'exceptional', 'campaign', 'prices']);
export type MarkKind = z.infer<typeof MarkKindSchema>;

/** `suggested` by the sales and not answered yet, or the owner's decision. */
export const MarkStateSchema = z.enum(['suggested', 'confirmed', 'rejected']);

export const CalendarMarkSchema = z.object({
  /** follows from kind and first day, so that it is the same on every run */
  id: z.number().int(),
  kind: MarkKindSchema,
  from: IsoDaySchema,
  to: IsoDaySchema,
  state: MarkStateSchema,
  /** whether figures follow it */
  inEffect: z.boolean(),
  /** sold on its days */
  revenue: MinorSchema,
  sentence: z.string(),
});
export type CalendarMark = z.infer<typeof CalendarMarkSchema>;
