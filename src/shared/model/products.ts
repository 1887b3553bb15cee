import { z } from 'zod';
import { GradeSchema, NotAvailableSchema } from './result.ts';
import { IsoDaySchema, MinorSchema, PeriodSchema } from './schemas.ts';

export const PopularProductSchema = z.object({
  id: z.number().int(),
  product: z.string(),
  category: z.string().nullable(),
  revenue: MinorSchema,
  /** of all revenue */
  share: z.number(),
  /** revenue less what the goods cost; null unless that is known of every line */
  margin: MinorSchema.nullable(),
  orders: z.number().int(),
  buyers: z.number().int(),
  /** of the buyers, those who bought it on two days or more */
  repeatShare: z.number().nullable(),
  /** revenue of the later of two equal periods against the earlier, as a fraction */
  trend: z.number().nullable(),
});
export type PopularProduct = z.infer<typeof PopularProductSchema>;

export const ProductPairSchema = z.object({
  from: z.string(),
  to: z.string(),
  sentence: z.string(),
  count: z.number().int(),
  support: z.number(),
  confidence: z.number(),
  confidenceBack: z.number(),
  lift: z.number(),
  liftLo: z.number(),
  customers: z.number().int(),
  /** enough customers, and more than chance also though so many pairs were looked at */
  sure: z.boolean(),
});

export const AffinitySchema = z.object({
  finding: z.string(),
  pairs: z.array(ProductPairSchema),
  baskets: z.number().int(),
  /** pairs looked at: some of so many look good by chance alone */
  tested: z.number().int(),
  bootstrapped: z.number().int(),
  fewest: z.number().int(),
  grade: GradeSchema,
  warnings: z.array(z.string()),
});

/** Why a customer might want a product never bought before. */
export const OfferReasonSchema = z.object({
  /** share of the customers alike who bought it */
  penetration: z.number(),
  /** the product bought before that goes with it */
  because: z.string().nullable(),
  lift: z.number(),
});

export const LikelyBuyerSchema = OfferReasonSchema.extend({
  id: z.number().int(),
  key: z.string(),
  name: z.string(),
});

export type LikelyBuyer = z.infer<typeof LikelyBuyerSchema>;

export const OpeningSchema = z.object({
  id: z.number().int(),
  product: z.string(),
  customers: z.number().int(),
  /** the likeliest first */
  first: z.array(LikelyBuyerSchema),
});
export type Opening = z.infer<typeof OpeningSchema>;

export const WhiteSpaceSchema = z.object({
  finding: z.string(),
  products: z.array(OpeningSchema),
  /** customers who will probably buy again: nobody else is counted */
  reachable: z.number().int(),
  grade: GradeSchema,
  warnings: z.array(z.string()),
});

export const SpreadSchema = z.object({
  of: z.enum(['customers', 'segments', 'products', 'categories']),
  n: z.number().int(),
  effective: z.number().nullable(),
  hhi: z.number().nullable(),
  gini: z.number().nullable(),
  topShare: z.number().nullable(),
  biggest: z.string().nullable(),
});
export type Spread = z.infer<typeof SpreadSchema>;

export const ProductsSchema = z.object({
  asOf: IsoDaySchema,
  popular: z.union([
    z.object({
      finding: z.string(),
      rows: z.array(PopularProductSchema),
      /** how many products were sold in all */
      products: z.number().int(),
      periods: z.object({ before: PeriodSchema, after: PeriodSchema }).nullable(),
      warnings: z.array(z.string()),
    }),
    NotAvailableSchema,
  ]),
  affinity: z.union([AffinitySchema, NotAvailableSchema]),
  whitespace: z.union([WhiteSpaceSchema, NotAvailableSchema]),
  spread: z.array(SpreadSchema),
  spreadWarnings: z.array(z.string()),
});
export type Products = z.infer<typeof ProductsSchema>;

export const NextProductSchema = OfferReasonSchema.extend({ product: z.string(), sentence: z.string() });
export type NextProduct = z.infer<typeof NextProductSchema>;
