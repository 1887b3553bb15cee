import { z } from 'zod';
import type { IsoDay } from './day.ts';
import { isIsoDay } from './day.ts';
import type { Minor } from './money.ts';

/** zod forms of the branded values, used by every file of the contract. */
export const IsoDaySchema = z.custom<IsoDay>(
  (v) => typeof v === 'string' && isIsoDay(v),
  'a day as 2025-12-31',
);
export const MinorSchema = z.custom<Minor>((v) => Number.isSafeInteger(v), 'whole minor units');
export const MoneySchema = z.object({ minor: MinorSchema, currency: z.string() });
export const PeriodSchema = z.object({ from: IsoDaySchema, to: IsoDaySchema });
export type Period = z.infer<typeof PeriodSchema>;
