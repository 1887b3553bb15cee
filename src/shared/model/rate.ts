import { z } from 'zod';
import { IsoDaySchema } from './schemas.ts';

/** What one of a foreign currency is worth in the portfolio's own, as the owner says. */
export const RateSchema = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** the first day it holds for; null for all days before the first dated one of its currency */
  from: IsoDaySchema.nullable(),
  /** an exact decimal with a point, such as "0.92" */
  rate: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,9})?$/)
    .refine((text) => /[1-9]/.test(text), 'a rate is more than zero'),
});
export type Rate = z.infer<typeof RateSchema>;

/** Rates with others put in the place of those for the same currency and day; by currency and day. */
export const withRates = (known: readonly Rate[], more: readonly Rate[]): Rate[] => {
  const byKey = new Map([...known, ...more].map((rate) => [`${rate.currency} ${rate.from ?? ''}`, rate]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rate]) => rate);
};

/** Lines of a file in one foreign currency, converted at one rate. */
export const ConvertedSchema = z.object({
  currency: z.string(),
  rate: z.string(),
  lines: z.number().int(),
});
export type Converted = z.infer<typeof ConvertedSchema>;

/** Lines in one foreign currency that are left out, because there is no rate for them. */
export const WithoutRateSchema = z.object({ currency: z.string(), lines: z.number().int() });
export type WithoutRate = z.infer<typeof WithoutRateSchema>;
