import { z } from 'zod';

/** Where a copy lies, seen from the portfolio: beside it is lost with it. */
export const CopyPlaceSchema = z.enum(['other-disk', 'other-folder', 'beside']);
export type CopyPlace = z.infer<typeof CopyPlaceSchema>;

/** A copy that the owner saved at a place of their choosing; the portfolio remembers it, not what became of it. */
export const SavedCopySchema = z.object({
  name: z.string(),
  folder: z.string(),
  savedAt: z.number().int(),
  place: CopyPlaceSchema,
});
export type SavedCopy = z.infer<typeof SavedCopySchema>;

/** Why a copy elsewhere would be good now. */
export const CopyReminderSchema = z.object({
  /** epoch milliseconds; null where none was ever saved elsewhere */
  lastSavedAt: z.number().int().nullable(),
  /** imports since then */
  imports: z.number().int(),
});
export type CopyReminder = z.infer<typeof CopyReminderSchema>;
