import { z } from 'zod';
import { GrowthSchema, QuadrantSchema } from './customer.ts';
import { NotAvailableSchema } from './result.ts';
import { IsoDaySchema, MinorSchema, PeriodSchema } from './schemas.ts';

export const MatrixSubjectSchema = z.enum(['segments', 'customers']);
export type MatrixSubject = z.infer<typeof MatrixSubjectSchema>;

/** A bubble of the value-versus-growth matrix. */
export const MatrixPointSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  /** trailing-12-month revenue */
  value: MinorSchema,
  revenue: MinorSchema,
  growth: GrowthSchema,
  quadrant: QuadrantSchema.nullable(),
  segment: z.number().int().nullable(),
  customers: z.number().int(),
});
export type MatrixPoint = z.infer<typeof MatrixPointSchema>;

export const QuadrantSummarySchema = z.object({
  quadrant: QuadrantSchema,
  title: z.string(),
  whatToDo: z.string(),
  count: z.number().int(),
  /** of them, how many are rising or declining clearly */
  clear: z.number().int(),
  revenue: MinorSchema,
  revenueShare: z.number(),
});

export const MatrixThresholdsSchema = z.object({
  value: MinorSchema,
  growth: z.number(),
  suggestedValue: MinorSchema,
  suggestedGrowth: z.number(),
  sentence: z.string(),
});

export const MatrixSchema = z.object({
  asOf: IsoDaySchema,
  subject: MatrixSubjectSchema,
  /** the chart's title: one finding, not a noun */
  finding: z.string(),
  valueAxis: z.string(),
  growthAxis: z.string(),
  windows: z.object({ before: PeriodSchema, after: PeriodSchema }).nullable(),
  thresholds: MatrixThresholdsSchema,
  points: z.array(MatrixPointSchema),
  quadrants: z.array(QuadrantSummarySchema),
  /** customers the matrix cannot place, and why */
  notPlaced: z.array(z.object({ reason: z.string(), customers: z.number().int(), revenue: MinorSchema })),
  warnings: z.array(z.string()),
});
export type Matrix = z.infer<typeof MatrixSchema>;

/** The matrix of customers, its points packed into bytes (`matrix-points.ts`). */
export const PackedMatrixSchema = MatrixSchema.omit({ points: true }).extend({ packed: z.instanceof(Blob) });
export type PackedMatrix = z.infer<typeof PackedMatrixSchema>;

export const MatrixOrReasonSchema = z.union([PackedMatrixSchema, MatrixSchema, NotAvailableSchema]);
