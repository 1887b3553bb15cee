import { z } from 'zod';
import { ResultSchema } from './result.ts';
import { IsoDaySchema, MinorSchema } from './schemas.ts';

/** A customer's place by own rhythm: silence against the usual gap (DEFINITIONS 16). */
export const RhythmStateSchema = z.enum(['new', 'one-time', 'regular', 'late', 'at-risk', 'gone']);
export type RhythmState = z.infer<typeof RhythmStateSchema>;

export const QuadrantSchema = z.enum(['invest', 'protect', 'develop', 'simplify']);
export type Quadrant = z.infer<typeof QuadrantSchema>;

/** Growth of one customer or segment: the later of two equal periods against the earlier, as a fraction, with its 80 % interval, or grade D. */
export const GrowthSchema = z.object({
  value: z.number().nullable(),
  lo: z.number().nullable(),
  hi: z.number().nullable(),
  direction: z.enum(['rising', 'declining', 'unclear', 'not-available']),
  reason: z.string().nullable(),
});
export type Growth = z.infer<typeof GrowthSchema>;

export const CustomerRowSchema = z.object({
  id: z.number().int(),
  key: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  city: z.string().nullable(),
  revenue: MinorSchema,
  revenue12m: MinorSchema,
  revenueShare: z.number(),
  orders: z.number().int(),
  purchaseDays: z.number().int(),
  firstDay: IsoDaySchema.nullable(),
  lastDay: IsoDaySchema.nullable(),
  daysSinceLast: z.number().int().nullable(),
  usualGapDays: z.number().nullable(),
  overdueRatio: z.number().nullable(),
  rhythm: RhythmStateSchema.nullable(),
  rfm: z.string().nullable(),
  growth: GrowthSchema,
  quadrant: QuadrantSchema.nullable(),
  segment: z.number().int().nullable(),
  segmentName: z.string().nullable(),
});
export type CustomerRow = z.infer<typeof CustomerRowSchema>;

/** P(no purchase in the horizon): below one third, up to two thirds, above. */
export const ChurnRiskSchema = z.enum(['low', 'medium', 'high']);
export type ChurnRisk = z.infer<typeof ChurnRiskSchema>;

/**
 * What the repeat-buying models say of one customer; null each where they say nothing. With grade C only the band is
 * there. Chances are fractions.
 */
export const EstimatesSchema = z.object({
  churnRisk: ChurnRiskSchema.nullable(),
  /** P(no purchase within `horizonDays`) */
  noPurchase: z.number().nullable(),
  horizonDays: z.number().nullable(),
  /** P(still buying) */
  alive: z.number().nullable(),
  /** P(an order within 90 days) */
  chance90: z.number().nullable(),
  /** orders to be expected within 365 days */
  orders12m: z.number().nullable(),
  /** what the customer will still bring over the models' horizon, discounted, with its interval */
  clv: MinorSchema.nullable(),
  clvLo: MinorSchema.nullable(),
  clvHi: MinorSchema.nullable(),
  /** the day before which the next order is as likely as after, and the window that holds it in one case of two; none
   * where an order within a year is less likely than not. `to` is null where one in four never comes or after ten years */
  nextOrder: z.object({ median: IsoDaySchema, from: IsoDaySchema, to: IsoDaySchema.nullable() }).nullable(),
});
export type Estimates = z.infer<typeof EstimatesSchema>;

/** A row of the customer table; estimates only where they were asked for and there are any. */
export const TableRowSchema = CustomerRowSchema.extend({ estimates: EstimatesSchema.nullable() });
export type TableRow = z.infer<typeof TableRowSchema>;

export const OrderLineViewSchema = z.object({
  product: z.string(),
  quantity: z.string().nullable(),
  unitPrice: z.string().nullable(),
  amount: MinorSchema,
  /** false for a product that the owner has said to be no sale */
  counts: z.boolean(),
  file: z.string(),
  row: z.number().int(),
});

export const OrderViewSchema = z.object({
  id: z.number().int(),
  number: z.string(),
  day: IsoDaySchema,
  time: z.string().nullable(),
  net: MinorSchema,
  lines: z.array(OrderLineViewSchema),
});
export type OrderView = z.infer<typeof OrderViewSchema>;

export const CustomerPageSchema = z.object({
  row: CustomerRowSchema,
  asOf: IsoDaySchema,
  /** how each source names this customer */
  identities: z.array(z.object({ source: z.string(), kind: z.string(), value: z.string() })),
  address: z.string().nullable(),
  /** one plain sentence on where this customer stands */
  finding: z.string(),
  figures: z.array(ResultSchema),
  /** what is to be expected of this customer: a sentence, its figures, and how far to trust them */
  outlook: z.object({
    finding: z.string(),
    estimates: EstimatesSchema.nullable(),
    figures: z.array(ResultSchema),
    notes: z.array(z.string()),
  }),
  months: z.array(z.object({ month: z.string(), revenue: MinorSchema })),
  /** what this customer costs and leaves, from the first sale on; null while customers are not known to differ in it */
  costs: z
    .object({
      finding: z.string(),
      revenue: MinorSchema,
      goods: MinorSchema,
      serving: z.array(z.object({ name: z.string(), amount: MinorSchema })),
      contribution: MinorSchema,
      notes: z.array(z.string()),
    })
    .nullable(),
  topProducts: z.array(z.object({ product: z.string(), revenue: MinorSchema, orders: z.number().int() })),
});
export type CustomerPage = z.infer<typeof CustomerPageSchema>;
