import { z } from 'zod';
import { NotAvailableSchema, ResultSchema } from './result.ts';
import { IsoDaySchema, MinorSchema } from './schemas.ts';

/** Revenue by the classes of ABC: A brings 80 %, B the next 15 %, C the rest. */
export const ConcentrationViewSchema = z.object({
  finding: z.string(),
  figures: z.array(ResultSchema),
  abc: z.array(
    z.object({
      class: z.enum(['A', 'B', 'C']),
      customers: z.number().int(),
      revenue: MinorSchema,
      share: z.number(),
    }),
  ),
  warnings: z.array(z.string()),
});

const Loser = z.object({
  id: z.number().int(),
  name: z.string(),
  segment: z.string().nullable(),
  revenue: MinorSchema,
  contribution: MinorSchema,
  lo: MinorSchema,
  hi: MinorSchema,
});

/** The whale curve, as far as customers differ in what they cost (DEFINITIONS 6). */
export const WhaleSchema = z.object({
  finding: z.string(),
  /** the most profitable customers first; some sixty points, 0 and the last among them */
  points: z.array(z.object({ customers: z.number().int(), cumulative: MinorSchema })),
  total: MinorSchema,
  peak: MinorSchema,
  customersAtPeak: z.number().int(),
  n: z.number().int(),
});
export type Whale = z.infer<typeof WhaleSchema>;

export const ProfitSchema = WhaleSchema.extend({
  contribution: ResultSchema,
  /** from revenue to what is left after all */
  steps: z.array(z.object({ title: z.string(), amount: MinorSchema, kind: z.enum(['total', 'step']) })),
  /** who costs more than they bring, the most first */
  losers: z.object({
    total: z.number().int(),
    /** even where doubtful costs are 20 % lower */
    surely: z.number().int(),
    first: z.array(Loser),
  }),
  warnings: z.array(z.string()),
});
export type Profit = z.infer<typeof ProfitSchema>;

export const ValueViewSchema = z.object({
  asOf: IsoDaySchema,
  concentration: z.union([ConcentrationViewSchema, NotAvailableSchema]),
  profit: z.union([ProfitSchema, NotAvailableSchema]),
  /** what all customers will still bring, and whether that is after costs */
  ahead: z.union([ResultSchema.extend({ basis: z.string() }), NotAvailableSchema]),
});
export type ValueView = z.infer<typeof ValueViewSchema>;

export const AcquisitionGroupSchema = z.object({
  name: z.string(),
  spend: MinorSchema,
  newCustomers: z.number().int(),
  /** null for nobody new, or money that cannot be put down to them */
  cac: MinorSchema.nullable(),
  value: MinorSchema.nullable(),
  ratio: z.number().nullable(),
  paybackMonth: z.number().int().nullable(),
});
export type AcquisitionGroup = z.infer<typeof AcquisitionGroupSchema>;

export const AcquisitionViewSchema = z.object({
  from: IsoDaySchema,
  to: IsoDaySchema,
  finding: z.string(),
  all: AcquisitionGroupSchema,
  figures: z.array(ResultSchema),
  /** empty where nothing is told of it */
  bySource: z.array(AcquisitionGroupSchema),
  bySegment: z.array(AcquisitionGroupSchema),
  byQuarter: z.array(AcquisitionGroupSchema),
  warnings: z.array(z.string()),
});
export type AcquisitionView = z.infer<typeof AcquisitionViewSchema>;
