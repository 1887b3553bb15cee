import { z } from 'zod';

export const TaxTreatmentSchema = z.enum(['included', 'excluded', 'unknown']);
export type TaxTreatment = z.infer<typeof TaxTreatmentSchema>;

/** The tax in prices that include it, as a fraction of the price without it: 0.19 for 19 %. */
export const TaxRateSchema = z.number().min(0).max(1);

const MICRO = 1_000_000;

/** A tax rate as whole millionths, in which it is exact. */
export const taxMicro = (rate: number): number => Math.round(rate * MICRO);

/**
 * What an amount that includes tax comes to without it, rounded half away from zero.
 * @param amount minor units @param micro the rate in millionths
 */
export const withoutTax = (amount: number, micro: number): number => {
  const unit = BigInt(MICRO + micro);
  const size = BigInt(Math.abs(amount)) * BigInt(MICRO);
  const rounded = Number((size * 2n + unit) / (unit * 2n));
  return amount < 0 && rounded !== 0 ? -rounded : rounded;
};
