import { z } from 'zod';
import { GradeSchema, ResultSchema } from './result.ts';
import { IsoDaySchema, MinorSchema } from './schemas.ts';

/** Every customer who bought is in exactly one, by the first that holds in this order (MODELS 5). */
export const RiskClassSchema = z.enum([
  'high-value/high-engagement',
  'high-value/at-risk',
  'growth-potential',
  'low-value',
]);
export type RiskClass = z.infer<typeof RiskClassSchema>;

export const RiskCustomerSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  revenue12m: MinorSchema,
  lastDay: IsoDaySchema.nullable(),
  /** P(a purchase within the horizon); null where the model does not speak of single customers */
  chance: z.number().nullable(),
  horizonDays: z.number().nullable(),
  overdueRatio: z.number().nullable(),
});

export const RiskGroupSchema = z.object({
  class: RiskClassSchema,
  title: z.string(),
  whatToDo: z.string(),
  count: z.number().int(),
  /** the count with what it is based on */
  result: ResultSchema,
  /** of the last 12 months */
  revenue: MinorSchema,
  revenueShare: z.number(),
  /** those of most value */
  customers: z.array(RiskCustomerSchema),
});
export type RiskGroup = z.infer<typeof RiskGroupSchema>;

export const RiskValueSchema = z.object({
  asOf: IsoDaySchema,
  /** one sentence, the title of the screen's picture */
  finding: z.string(),
  grade: GradeSchema,
  /** how value and engagement are told, in words */
  valueSentence: z.string(),
  engagementSentence: z.string(),
  /** in the order of the classes */
  groups: z.array(RiskGroupSchema),
  warnings: z.array(z.string()),
});
export type RiskValue = z.infer<typeof RiskValueSchema>;

/** Risk and value in a few words, as a review keeps it. */
export const RiskSummarySchema = z.object({
  finding: z.string(),
  grade: GradeSchema,
  groups: z.array(RiskGroupSchema.pick({ class: true, count: true, revenueShare: true })),
});
export type RiskSummary = z.infer<typeof RiskSummarySchema>;
