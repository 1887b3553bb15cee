import { type Rate, RateSchema } from '../../shared/model/rate.ts';

/** A rate as it was typed, with a comma or a point; null for what is none. */
export const rateOf = (currency: string, text: string, from: string | null = null): Rate | null => {
  const parsed = RateSchema.safeParse({
    currency: currency.trim().toUpperCase(),
    from: from === '' ? null : from,
    rate: text.trim().replace(',', '.'),
  });
  return parsed.success ? parsed.data : null;
};
