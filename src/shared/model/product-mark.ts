import { z } from 'zod';
import { MinorSchema } from './schemas.ts';
import { TaxRateSchema } from './tax.ts';

/**
 * What a product is to the figures: an article; an article that renews, whose buyers have a contract; a charge, such as postage,
 * which is revenue but no article; or no sale, which counts nowhere.
 */
export const PRODUCT_ROLES = ['article', 'renewing', 'charge', 'not-a-sale'] as const;
export const ProductRoleSchema = z.enum(PRODUCT_ROLES);
export type ProductRole = z.infer<typeof ProductRoleSchema>;

/** A product with what is at stake in how it counts. */
export const MarkedProductSchema = z.object({
  id: z.number().int(),
  /** the code, or the name of a product without one */
  code: z.string(),
  name: z.string(),
  role: ProductRoleSchema,
  /** the owner has said so; else it is told from the name */
  said: z.boolean(),
  /** a tax rate of its own, in prices that include tax */
  taxRate: TaxRateSchema.nullable(),
  lines: z.number().int(),
  /** sum of its lines as the files tell them */
  amount: MinorSchema,
  /** all revenue if this product alone counted the other way */
  revenueOtherwise: MinorSchema,
});
export type MarkedProduct = z.infer<typeof MarkedProductSchema>;

export const CandidateSchema = MarkedProductSchema.extend({
  /** its name says so, or it was only ever negative, which a return of what was sold before is too */
  by: z.enum(['name', 'sign']),
  reason: z.string(),
});
export type Candidate = z.infer<typeof CandidateSchema>;

/** Which products count, and how. */
export const ProductMarksSchema = z.object({
  /** all revenue as it counts now */
  revenue: MinorSchema,
  /** "3 products are no sale: −£232,000.00 stays out of every figure." null while none is */
  sentence: z.string().nullable(),
  notASale: z.array(MarkedProductSchema),
  /** whoever buys them has a contract */
  renewing: z.array(MarkedProductSchema),
  /** revenue, but no article */
  charges: z.array(MarkedProductSchema),
  /** what might be no sale: by name first, the most at stake first */
  candidates: z.array(CandidateSchema),
  /** "Revenue is £9,747,747.93; without the 5 whose names say so it would be £9,998,488.97." null where no name does */
  candidatesSentence: z.string().nullable(),
});
export type ProductMarks = z.infer<typeof ProductMarksSchema>;
