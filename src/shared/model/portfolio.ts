import { z } from 'zod';
import { RateSchema } from './rate.ts';
import { PeriodSchema } from './schemas.ts';
import { TaxRateSchema, TaxTreatmentSchema } from './tax.ts';

/** What the owner has set for a portfolio; the currency and the time zone are fixed by the first import. */
export const SettingsSchema = z.object({
  businessName: z.string().max(200),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  locale: z.string(),
  timezone: z.string(),
  pricesIncludeTax: TaxTreatmentSchema,
  /** the tax in prices that include it; null while it is not known */
  taxRate: TaxRateSchema.nullable(),
  /** of other currencies to this one, as the owner says; they hold for imports to come */
  rates: z.array(RateSchema).max(1000),
  /** what is left of revenue after the cost of goods where nothing nearer is known, 0.4 for 40 %; null for no assumption */
  assumedMargin: z.number().min(-1).max(1).nullable(),
});
export type Settings = z.infer<typeof SettingsSchema>;

/** The slim path of a new owner: each step ticked when done. */
export const StepSchema = z.enum(['import', 'check', 'segments', 'matrix', 'review']);
export type Step = z.infer<typeof StepSchema>;

export const PortfolioInfoSchema = z.object({
  file: z.string(),
  folder: z.string(),
  settings: SettingsSchema,
  /** what must be said of tax beside revenue, once on each screen; null where there is nothing to say */
  tax: z.string().nullable(),
  period: PeriodSchema.nullable(),
  customers: z.number().int(),
  orders: z.number().int(),
  orderLines: z.number().int(),
  /** identified revenue ÷ total revenue; null without revenue */
  coverage: z.number().nullable(),
  /** fewer than 20 % of revenue carries a customer: the app leads with products and days instead */
  tillMode: z.boolean(),
  stepsDone: z.array(StepSchema),
  /** grows with every committed change; results are cached by it */
  dataVersion: z.number().int(),
  /** sentences the owner should see at once, e.g. that the file lies in a synchronised folder */
  warnings: z.array(z.string()),
});
export type PortfolioInfo = z.infer<typeof PortfolioInfoSchema>;
