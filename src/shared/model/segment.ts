import { z } from 'zod';
import { CustomerRowSchema, GrowthSchema } from './customer.ts';
import { IsoDaySchema, MinorSchema } from './schemas.ts';

/** Advice with a reason; never an order. */
export const AdviceSchema = z.object({ code: z.string(), sentence: z.string() });
export type Advice = z.infer<typeof AdviceSchema>;

/** What a segment rule may ask of a customer. All bounds are inclusive at `min` and exclusive at `max`. */
export const SegmentRuleSchema = z.object({
  all: z.array(
    z.object({
      measure: z.enum([
        'revenue12m',
        'revenue',
        'purchaseDays',
        'overdueRatio',
        'daysSinceFirst',
        'daysSinceLast',
      ]),
      min: z.number().optional(),
      max: z.number().optional(),
    }),
  ),
});
export type SegmentRule = z.infer<typeof SegmentRuleSchema>;

export const SegmentSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  /** the rule in words, with the owner's own thresholds */
  rule: z.string(),
  definition: SegmentRuleSchema,
  /** place in the colour-blind-safe palette */
  colour: z.number().int(),
  whatToDo: z.string(),
  customers: z.number().int(),
  customerShare: z.number(),
  revenue: MinorSchema,
  revenueShare: z.number(),
  averageRevenue: MinorSchema.nullable(),
  medianGapDays: z.number().nullable(),
  growth: GrowthSchema,
  examples: z.array(z.object({ id: z.number().int(), name: z.string() })),
  advice: z.array(AdviceSchema),
});
export type Segment = z.infer<typeof SegmentSchema>;

/** A number the recipe took from the owner's data, said as a sentence, that may be moved. */
export const RecipeThresholdSchema = z.object({
  id: z.string(),
  sentence: z.string(),
  value: z.number(),
  suggested: z.number(),
  unit: z.enum(['money', 'ratio', 'days', 'count']),
  min: z.number(),
  max: z.number(),
});
export type RecipeThreshold = z.infer<typeof RecipeThresholdSchema>;

export const RecipeSchema = z.object({ name: z.string(), title: z.string(), description: z.string() });
export type Recipe = z.infer<typeof RecipeSchema>;

export const SegmentationSchema = z.object({
  asOf: IsoDaySchema.nullable(),
  /** 0 while the owner has applied nothing: the default recipe is then shown as a proposal */
  version: z.number().int(),
  recipe: z.string().nullable(),
  applied: z.boolean(),
  thresholds: z.array(RecipeThresholdSchema),
  segments: z.array(SegmentSchema),
  everyoneElse: z.object({ customers: z.number().int(), revenue: MinorSchema, revenueShare: z.number() }),
  advice: z.array(AdviceSchema),
  recipes: z.array(RecipeSchema),
  reason: z.string().nullable(),
});
export type Segmentation = z.infer<typeof SegmentationSchema>;

export const MondayNameSchema = z.object({
  customer: CustomerRowSchema,
  reason: z.string(),
});
export type MondayName = z.infer<typeof MondayNameSchema>;
