import { z } from 'zod';
import { MoneySchema, PeriodSchema } from './schemas.ts';

/** What a portfolio holds, so that the owner tells one copy of it from another. */
export const HoldingsSchema = z.object({
  period: PeriodSchema.nullable(),
  customers: z.number().int(),
  /** null while no currency is known */
  revenue: MoneySchema.nullable(),
  lastImport: z
    .object({ batch: z.number().int(), fileName: z.string(), importedAt: z.number().int() })
    .nullable(),
});
export type Holdings = z.infer<typeof HoldingsSchema>;

/** Why a copy was made. */
export const COPY_REASONS = ['asked', 'daily', 'before-update', 'before-restore', 'before-undo'] as const;

/** A safety copy in the app's data folder. */
export const SafetyCopySchema = z.object({
  /** the name of its file, by which it is asked for */
  name: z.string(),
  madeAt: z.number().int(),
  reason: z.enum(COPY_REASONS),
  bytes: z.number().int(),
  sha256: z.string(),
  /** null for a portfolio of an earlier format */
  contentHash: z.string().nullable(),
  holds: HoldingsSchema.nullable(),
});
export type SafetyCopy = z.infer<typeof SafetyCopySchema>;
export type CopyReason = SafetyCopy['reason'];
