import { z } from 'zod';
import { NotAvailableSchema, ResultSchema } from './result.ts';
import { IsoDaySchema, MinorSchema, PeriodSchema } from './schemas.ts';

/** A step from the revenue of one period to that of the next; the steps between the two totals add up. */
export const WaterfallStepSchema = z.object({
  title: z.string(),
  amount: MinorSchema,
  kind: z.enum(['total', 'step']),
});

export const CohortRowSchema = z.object({
  /** month of the first purchase, `2025-03` */
  month: z.string(),
  customers: z.number().int(),
  /** share buying in month k after it; null where that month is not over */
  share: z.array(z.number().nullable()),
  /** 80 % interval; null for the first month, which all are of by definition, and where the month is not over */
  lo: z.array(z.number().nullable()),
  hi: z.array(z.number().nullable()),
});
export type CohortRow = z.infer<typeof CohortRowSchema>;

/** How customers and their money stay, from one period to the next. */
export const KeepingSchema = z.object({
  finding: z.string(),
  before: PeriodSchema,
  after: PeriodSchema,
  figures: z.array(ResultSchema),
  waterfall: z.object({ finding: z.string(), steps: z.array(WaterfallStepSchema) }),
  warnings: z.array(z.string()),
});
export type Keeping = z.infer<typeof KeepingSchema>;

export const CohortsSchema = z.object({
  finding: z.string(),
  /** the latest first */
  rows: z.array(CohortRowSchema),
  /** how many columns there are at most */
  months: z.number().int(),
});
export type Cohorts = z.infer<typeof CohortsSchema>;

/** What the customers of a segment brought in an average month of late, and will probably bring in the next. */
export const SegmentOutlookSchema = z.object({
  name: z.string(),
  customers: z.number().int(),
  lately: MinorSchema,
  next: ResultSchema,
});
export type SegmentOutlook = z.infer<typeof SegmentOutlookSchema>;

export const RevenueForecastSchema = z.object({
  finding: z.string(),
  /** the complete months it goes on from */
  past: z.array(z.object({ month: z.string(), revenue: MinorSchema })),
  ahead: z.array(z.object({ month: z.string(), revenue: MinorSchema, lo: MinorSchema, hi: MinorSchema })),
  /** the next month as a figure that explains itself */
  next: ResultSchema,
  segments: z.array(SegmentOutlookSchema),
});
export type RevenueOutlook = z.infer<typeof RevenueForecastSchema>;

export const RetentionSchema = z.object({
  asOf: IsoDaySchema,
  keeping: z.union([KeepingSchema, NotAvailableSchema]),
  cohorts: z.union([CohortsSchema, NotAvailableSchema]),
  forecast: z.union([RevenueForecastSchema, NotAvailableSchema]),
});
export type RetentionView = z.infer<typeof RetentionSchema>;
