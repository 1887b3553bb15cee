import { type Rate, RateSchema } from '../../../shared/model/rate.ts';

/** A rate of what was typed; null for what is none. @param exact a decimal with a point, such as `0.92` */
export const rateOf = (currency: string, exact: string, from: string | null = null): Rate | null => {
  const parsed = RateSchema.safeParse({
    currency: currency.trim().toUpperCase(),
    from: from === '' ? null : from,
    rate: exact,
  });
  return parsed.success ? parsed.data : null;
};
