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
  /** how far ahead it is told and what the ranges mean */
  horizon: z.string(),
  /** what the range of each month ahead holds, a fraction */
  level: z.number(),
  /** the month that is not over, the first of those ahead; null where the last sale ends a month */
  running: z.object({ month: z.string(), sold: MinorSchema }).nullable(),
  /** the complete months it goes on from */
  past: z.array(z.object({ month: z.string(), revenue: MinorSchema })),
  ahead: z.array(z.object({ month: z.string(), revenue: MinorSchema, lo: MinorSchema, hi: MinorSchema })),
  /** the next month as a figure that explains itself */
  next: ResultSchema,
  segments: z.array(SegmentOutlookSchema),
});
export type RevenueOutlook = z.infer<typeof RevenueForecastSchema>;

/** Contracts that renew, apart from customers who buy when they like. */
export const ContractsViewSchema = z.object({
  finding: z.string(),
  products: z.array(z.string()),
  active: z.number().int(),
  ended: z.number().int(),
  /** what the contracts there are bring a month */
  monthly: MinorSchema,
  /** length of the period that the figures are of; null where there are too few contracts for any */
  months: z.number().int().nullable(),
  joined: z.number().int(),
  joinedAndLeft: z.number().int(),
  figures: z.array(ResultSchema),
  /** by how often contracts renew, the most contracts first */
  renewals: z.array(
    z.object({
      period: z.enum(['week', 'month', 'quarter', 'half-year', 'year']).nullable(),
      days: z.number(),
      contracts: z.number().int(),
      cohorts: z.array(z.array(z.number().int())),
      model: z
        .object({
          a: z.number(),
          b: z.number(),
          logLikelihood: z.number(),
          survival: z.array(z.number()),
          renewalRates: z.array(z.number()),
        })
        .nullable(),
      sentence: z.string(),
    }),
  ),
  warnings: z.array(z.string()),
});
export type ContractsView = z.infer<typeof ContractsViewSchema>;

const WindowSchema = z.object({
  buyers: z.number().int(),
  /** purchase days */
  days: z.number().int(),
  revenue: MinorSchema,
});

/** Two windows of equal length: who came, moved and left, and what changed the revenue of known customers. */
export const YearOnYearSchema = z.object({
  finding: z.string(),
  label: z.string(),
  /** the later window */
  p1: PeriodSchema,
  /** the earlier one */
  p2: PeriodSchema,
  before: WindowSchema,
  after: WindowSchema,
  classes: z.array(
    z.object({
      class: z.string(),
      title: z.string(),
      customers: z.number().int(),
      before: MinorSchema,
      after: MinorSchema,
    }),
  ),
  /** fifths by rank in each window, 5 the most; null for who did not buy in it */
  cells: z.array(
    z.object({
      before: z.number().int().nullable(),
      after: z.number().int().nullable(),
      customers: z.number().int(),
      revenueBefore: MinorSchema,
      revenueAfter: MinorSchema,
    }),
  ),
  /** parts of the change, which add up to it */
  steps: z.array(z.object({ title: z.string(), amount: MinorSchema })),
});
export type YearOnYearView = z.infer<typeof YearOnYearSchema>;

const ComparedSchema = z.object({
  forecast: z.number(),
  /** null in words: too few quarters before it */
  lo: z.number().nullable(),
  hi: z.number().nullable(),
  actual: z.number(),
  inside: z.boolean().nullable(),
});

/** The forecast of an earlier day against what came; money in minor units. */
export const BackTestSchema = z.object({
  finding: z.string(),
  /** the longest look back first */
  asked: z.array(
    z.object({
      ago: z.string(),
      origin: IsoDaySchema,
      window: PeriodSchema,
      customers: z.number().int(),
      level: z.number(),
      money: ComparedSchema,
      purchases: ComparedSchema,
      sentence: z.string(),
      /** of which customers the forecast was wrong by more than chance */
      fails: z.array(z.string()),
    }),
  ),
});
export type BackTestView = z.infer<typeof BackTestSchema>;

export const RetentionSchema = z.object({
  asOf: IsoDaySchema,
  /** null while no product is marked as renewing */
  contracts: ContractsViewSchema.nullable(),
  keeping: z.union([KeepingSchema, NotAvailableSchema]),
  cohorts: z.union([CohortsSchema, NotAvailableSchema]),
  forecast: z.union([RevenueForecastSchema, NotAvailableSchema]),
  yearOnYear: z.union([YearOnYearSchema, NotAvailableSchema]),
  backTest: z.union([BackTestSchema, NotAvailableSchema]),
});
export type RetentionView = z.infer<typeof RetentionSchema>;
