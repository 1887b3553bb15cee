import { z } from 'zod';
import { MarkedProductSchema, ProductMarksSchema, ProductRoleSchema } from '../model/product-mark.ts';
import { LikelyBuyerSchema, NextProductSchema, ProductsSchema } from '../model/products.ts';
import { NotAvailableSchema } from '../model/result.ts';
import { IsoDaySchema } from '../model/schemas.ts';
import { TaxRateSchema } from '../model/tax.ts';
import { procedure } from './base.ts';

export const products = {
  /** not available while the portfolio holds no sale */
  read: procedure
    .input(z.object({ asOf: IsoDaySchema.optional() }))
    .output(z.union([ProductsSchema, NotAvailableSchema])),
  /** customers who might want a product they never bought, the likeliest first */
  likelyBuyers: procedure
    .input(
      z.object({
        product: z.number().int(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(100),
        asOf: IsoDaySchema.optional(),
      }),
    )
    .output(z.object({ total: z.number().int(), customers: z.array(LikelyBuyerSchema) })),
  /** what customers like this one buy and this one never has, the best first */
  next: procedure
    .input(z.object({ customer: z.number().int(), asOf: IsoDaySchema.optional() }))
    .output(z.array(NextProductSchema)),
  /** which products count as sales, and which might be none */
  marks: procedure.output(ProductMarksSchema),
  find: procedure
    .input(z.object({ search: z.string().max(200), limit: z.number().int().min(1).max(100).default(20) }))
    .output(z.array(MarkedProductSchema)),
  /** gives products a tax rate of their own; null: the portfolio's. Can be undone */
  tax: procedure
    .input(
      z.object({
        products: z.array(z.number().int()).min(1).max(1000),
        rate: TaxRateSchema.nullable(),
      }),
    )
    .output(ProductMarksSchema),
  /** says what products are; every figure follows. null: as their names say. Can be undone */
  mark: procedure
    .input(
      z.object({
        products: z.array(z.number().int()).min(1).max(1000),
        role: ProductRoleSchema.nullable(),
      }),
    )
    .output(ProductMarksSchema),
};
