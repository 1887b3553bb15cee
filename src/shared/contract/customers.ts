import { z } from 'zod';
import {
  CustomerPageSchema,
  OrderViewSchema,
  QuadrantSchema,
  RhythmStateSchema,
  TableRowSchema,
} from '../model/customer.ts';
import { CustomerRecordsSchema, ProspectSchema } from '../model/customer-records.ts';
import { RiskClassSchema } from '../model/risk-value.ts';
import { IsoDaySchema, MinorSchema } from '../model/schemas.ts';
import { procedure } from './base.ts';

export const CustomerSortSchema = z.enum([
  'name',
  'revenue',
  'revenue12m',
  'orders',
  'lastDay',
  'overdueRatio',
  'growth',
  'firstDay',
  'segment',
  'rfm',
  'noPurchase',
  'orders12m',
  'clv',
]);
export type CustomerSort = z.infer<typeof CustomerSortSchema>;

export const CustomerFilterSchema = z.object({
  search: z.string().max(200).optional(),
  segment: z.number().int().optional(),
  quadrant: QuadrantSchema.optional(),
  rhythm: RhythmStateSchema.optional(),
  risk: RiskClassSchema.optional(),
});
export type CustomerFilter = z.infer<typeof CustomerFilterSchema>;

export const customers = {
  list: procedure
    .input(
      CustomerFilterSchema.extend({
        sort: CustomerSortSchema.default('revenue12m'),
        direction: z.enum(['asc', 'desc']).default('desc'),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(1000).default(200),
        /** whether the rows carry estimates, which take longer to work out the first time */
        estimates: z.boolean().default(false),
        asOf: IsoDaySchema.optional(),
      }),
    )
    .output(
      z.object({
        asOf: IsoDaySchema.nullable(),
        total: z.number().int(),
        revenue: MinorSchema,
        revenue12m: MinorSchema,
        rows: z.array(TableRowSchema),
      }),
    ),
  read: procedure
    .input(z.object({ id: z.number().int(), asOf: IsoDaySchema.optional() }))
    .output(CustomerPageSchema),
  /** the rows behind a customer's figures, newest order first */
  orders: procedure
    .input(
      z.object({
        id: z.number().int(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(z.object({ total: z.number().int(), orders: z.array(OrderViewSchema) })),
  /** what is known of a customer besides what they bought, newest first; prospects and objectors have only this */
  records: procedure
    .input(
      z.object({
        id: z.number().int(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(CustomerRecordsSchema),
  /** people who are known and have not bought */
  prospects: procedure
    .input(
      z.object({
        search: z.string().max(200).optional(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(ProspectSchema) })),
};
