import { z } from 'zod';

/** What differs in a portfolio that is not as Clientele saved it, for the owner to judge whether it is right as it is. */
export const ForeignChangesSchema = z.object({
  /** parts of the file that are not as they were saved; null where it is not known what they were */
  parts: z.number().int().nullable(),
  /** why it cannot be accepted, as sentences; none where it can */
  obstacles: z.array(z.string()),
  /** when the copy was made that it is compared with; null where there is none that is sound and of this format */
  comparedWith: z.number().int().nullable(),
  /** rows that are only in the file, and only in the copy; a changed row counts in both */
  tables: z.array(z.object({ name: z.string(), here: z.number().int(), there: z.number().int() })),
  /** a few cells that changed */
  examples: z.array(z.object({ table: z.string(), column: z.string(), before: z.string(), now: z.string() })),
});
export type ForeignChanges = z.infer<typeof ForeignChangesSchema>;
