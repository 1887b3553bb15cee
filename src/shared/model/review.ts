import { z } from 'zod';
import { MatrixSchema } from './matrix.ts';
import { TillSchema } from './overview.ts';
import { NotAvailableSchema, ResultSchema } from './result.ts';
import { BackTestSchema, RevenueForecastSchema, YearOnYearSchema } from './retention.ts';
import { RiskSummarySchema } from './risk-value.ts';
import { IsoDaySchema, MinorSchema, PeriodSchema } from './schemas.ts';
import { SegmentSchema } from './segment.ts';
import { WhaleSchema } from './value.ts';

export const PaperSchema = z.enum(['A4', 'Letter']);
export type Paper = z.infer<typeof PaperSchema>;

/** A customer as a review names one: initials, unless it is the owner's copy. */
export const ReviewCustomerSchema = z.object({
  name: z.string(),
  segment: z.string().nullable(),
  revenue12m: MinorSchema,
  share: z.number(),
  lastDay: IsoDaySchema.nullable(),
  daysSinceLast: z.number().int().nullable(),
  usualGapDays: z.number().nullable(),
  overdueRatio: z.number().nullable(),
  phone: z.string().nullable(),
  reason: z.string(),
});
export type ReviewCustomer = z.infer<typeof ReviewCustomerSchema>;

/** Two pages, or all there is to say. */
export const ReviewFormSchema = z.enum(['short', 'long']);
export type ReviewForm = z.infer<typeof ReviewFormSchema>;

const MonthRevenueSchema = z.object({ month: z.string(), revenue: MinorSchema });

/** What a review of a till says in the place of segments and names. */
export const TillReviewSchema = TillSchema.extend({
  months: z.array(MonthRevenueSchema),
  /** the next whole month in a sentence, or why it is not told */
  outlook: z.string(),
});
export type TillReview = z.infer<typeof TillReviewSchema>;

/** Everything a printed review says, frozen when it is made. The page is drawn from this alone. */
export const ReviewContentSchema = z.object({
  businessName: z.string(),
  asOf: IsoDaySchema,
  period: PeriodSchema,
  madeOn: IsoDaySchema,
  currency: z.string(),
  locale: z.string(),
  paper: PaperSchema,
  ownersCopy: z.boolean(),
  headlines: z.array(z.string()),
  figures: z.array(ResultSchema),
  matrix: z.union([MatrixSchema, NotAvailableSchema]),
  customerMatrix: z.union([MatrixSchema, NotAvailableSchema]),
  segments: z.array(SegmentSchema),
  segmentNote: z.string().nullable(),
  /** null where it cannot be told, and in reviews made before it could */
  riskValue: RiskSummarySchema.nullable().default(null),
  /** the whale curve; null where customers are not known to differ in what they cost, and in reviews made before it was drawn */
  whale: WhaleSchema.nullable().default(null),
  /** what is known besides sales: what customers say, what new ones cost */
  remarks: z.array(z.object({ title: z.string(), sentence: z.string() })).default([]),
  /** where hardly a sale carries a customer; null where enough do, and in reviews made before it was told */
  till: TillReviewSchema.nullable().default(null),
  /** two pages, or with months, years and every note */
  form: ReviewFormSchema.default('short'),
  /** revenue by month up to the day; empty in reviews made before it was drawn, as are the others below */
  months: z.array(MonthRevenueSchema).default([]),
  outlook: z.union([RevenueForecastSchema, NotAvailableSchema]).nullable().default(null),
  yearOnYear: z.union([YearOnYearSchema, NotAvailableSchema]).nullable().default(null),
  backTest: z.union([BackTestSchema, NotAvailableSchema]).nullable().default(null),
  mostValuable: z.array(ReviewCustomerSchema),
  mostAtRisk: z.array(ReviewCustomerSchema),
  monday: z.array(ReviewCustomerSchema),
  methods: z.array(z.string()),
  warnings: z.array(z.string()),
});
export type ReviewContent = z.infer<typeof ReviewContentSchema>;

export const ReviewEntrySchema = z.object({
  id: z.number().int(),
  madeAt: z.number().int(),
  asOf: IsoDaySchema,
  ownersCopy: z.boolean(),
  paper: PaperSchema,
  headline: z.string(),
});
export type ReviewEntry = z.infer<typeof ReviewEntrySchema>;
