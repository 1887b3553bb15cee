import { z } from 'zod';
import { CustomerRowSchema, GrowthSchema } from './customer.ts';
import { IsoDaySchema, MinorSchema } from './schemas.ts';

/** Advice with a reason; never an order. */
export const AdviceSchema = z.object({ code: z.string(), sentence: z.string() });
export type Advice = z.infer<typeof AdviceSchema>;

/** What can be asked of a customer: revenue in minor units, purchase days and days as counts, silence ÷ usual gap. */
export const MeasureSchema = z.enum([
  'revenue12m',
  'revenue',
  'purchaseDays',
  'overdueRatio',
  'daysSinceFirst',
  'daysSinceLast',
]);
export type Measure = z.infer<typeof MeasureSchema>;

/** What a segment rule asks of a customer. All bounds are inclusive at `min` and exclusive at `max`. */
export const SegmentRuleSchema = z.object({
  all: z.array(z.object({ measure: MeasureSchema, min: z.number().optional(), max: z.number().optional() })),
});
export type SegmentRule = z.infer<typeof SegmentRuleSchema>;

/** A natural group has no rule: whoever is more like its typical customer than like another's belongs to it. */
export const TypicalSchema = z.object({
  typical: z.array(z.object({ measure: MeasureSchema, value: z.number() })),
});

export const SegmentDefinitionSchema = z.union([SegmentRuleSchema, TypicalSchema]);
export type SegmentDefinition = z.infer<typeof SegmentDefinitionSchema>;

export const SegmentSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  /** the rule in words, with the owner's own thresholds */
  rule: z.string(),
  definition: SegmentDefinitionSchema,
  /** place in the colour-blind-safe palette */
  colour: z.number().int(),
  whatToDo: z.string(),
  customers: z.number().int(),
  customerShare: z.number(),
  revenue: MinorSchema,
  revenueShare: z.number(),
  /** of the last 12 months, and its share of all revenue of those months; null in reviews made before it was told */
  revenue12m: MinorSchema.nullable().default(null),
  revenueShare12m: z.number().nullable().default(null),
  averageRevenue12m: MinorSchema.nullable().default(null),
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

/** Whether segments differ in more than what their rules ask for (MODELS 9). */
export const SegmentDifferenceSchema = z.object({
  /** `circular`: they differ, but only in what defines them */
  verdict: z.enum(['different', 'circular', 'not-different', 'too-few']),
  sentence: z.string(),
  measures: z.array(
    z.object({
      measure: z.enum(['value', 'frequency', 'recency', 'gap', 'tenure']),
      title: z.string(),
      h: z.number(),
      df: z.number().int(),
      n: z.number().int(),
      /** adjusted over the measures (Holm) */
      p: z.number(),
      rankEtaSquared: z.number(),
      etaSquared: z.number(),
      different: z.boolean(),
      /** the rules ask for it, so that a difference is no finding */
      defines: z.boolean(),
    }),
  ),
});
export type SegmentDifference = z.infer<typeof SegmentDifferenceSchema>;

export const SegmentationSchema = z.object({
  asOf: IsoDaySchema.nullable(),
  /** 0 while the owner has applied nothing: the default recipe is then shown as a proposal */
  version: z.number().int(),
  recipe: z.string().nullable(),
  /** the recipe's title, or what the owner calls the own rules */
  title: z.string(),
  applied: z.boolean(),
  thresholds: z.array(RecipeThresholdSchema),
  segments: z.array(SegmentSchema),
  everyoneElse: z.object({ customers: z.number().int(), revenue: MinorSchema, revenueShare: z.number() }),
  advice: z.array(AdviceSchema),
  difference: SegmentDifferenceSchema.nullable(),
  recipes: z.array(RecipeSchema),
  reason: z.string().nullable(),
});
export type Segmentation = z.infer<typeof SegmentationSchema>;

export const MondayNameSchema = z.object({
  customer: CustomerRowSchema,
  reason: z.string(),
});
export type MondayName = z.infer<typeof MondayNameSchema>;
