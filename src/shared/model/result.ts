import { z } from 'zod';
import { PeriodSchema } from './schemas.ts';

/**
 * How far a figure can be trusted: A model calibrated on the owner's own back-test, B model with weak-prior
 * influence, C rule of thumb, D not enough data, no number.
 */
export const GradeSchema = z.enum(['A', 'B', 'C', 'D']);
export type Grade = z.infer<typeof GradeSchema>;

/** What kind of number a result is, so that every place formats it alike. */
export const UnitSchema = z.enum(['money', 'share', 'growth', 'count', 'days', 'ratio', 'index']);
export type Unit = z.infer<typeof UnitSchema>;

/** A figure with what it is based on. Money is in whole minor units; shares and growth are fractions. */
export const ResultSchema = z.object({
  metric: z.string(),
  unit: UnitSchema,
  value: z.number().nullable(),
  lo: z.number().nullable(),
  hi: z.number().nullable(),
  level: z.number().nullable(),
  n: z.number().int(),
  period: PeriodSchema.nullable(),
  method: z.string(),
  grade: GradeSchema,
  warnings: z.array(z.string()),
});
export type Result = z.infer<typeof ResultSchema>;

/** What replaces an area that the data cannot carry. */
export const NotAvailableSchema = z.object({ grade: z.literal('D'), reason: z.string(), needed: z.string() });
export type NotAvailable = z.infer<typeof NotAvailableSchema>;
