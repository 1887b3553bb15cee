import { z } from 'zod';
import { IsoDaySchema, MinorSchema, PeriodSchema } from './schemas.ts';

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
  /** what in the sales speaks for it; null for what only the owner knows */
  reason: z.string().nullable(),
});
export type CalendarMark = z.infer<typeof CalendarMarkSchema>;

/** The sales along time, what stands out in them, and what the owner has said of it. */
export const OwnersCalendarSchema = z.object({
  period: PeriodSchema,
  /** revenue of equal stretches of days, the last one up to the last sale */
  stretches: z.array(z.object({ from: IsoDaySchema, to: IsoDaySchema, revenue: MinorSchema })),
  /** the latest first */
  marks: z.array(CalendarMarkSchema),
  season: z.object({
    sentence: z.string(),
    /** how busy each of the 52 weeks of the year is against an average one; null where no season can be told */
    weeks: z.array(z.number()).nullable(),
  }),
  /** times without sales that come back every year: no closure, and nothing to answer */
  everyYear: z.array(z.string()),
});
export type OwnersCalendar = z.infer<typeof OwnersCalendarSchema>;
