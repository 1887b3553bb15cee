import { z } from 'zod';
import { IsoDaySchema } from './schemas.ts';

/** Who moved between segments from one day to another. Every customer of either day is counted once. */
export const MigrationSchema = z.object({
  from: z.object({ snapshot: z.number().int(), asOf: IsoDaySchema, version: z.number().int() }),
  /** snapshot null: the segments as they are now */
  to: z.object({ snapshot: z.number().int().nullable(), asOf: IsoDaySchema, version: z.number().int() }),
  sentence: z.string(),
  /** the rules are not the same on both days: some moved because of that */
  rulesChanged: z.boolean(),
  /** before = stayed + movedOut + leavers; after = stayed + movedIn + entrants */
  segments: z.array(
    z.object({
      name: z.string(),
      before: z.number().int(),
      stayed: z.number().int(),
      movedOut: z.number().int(),
      /** not in the portfolio any more */
      leavers: z.number().int(),
      movedIn: z.number().int(),
      /** not in the portfolio before */
      entrants: z.number().int(),
      after: z.number().int(),
    }),
  ),
  /** from null: an entrant; to null: a leaver; largest first, those who stayed left out */
  moves: z.array(
    z.object({ from: z.string().nullable(), to: z.string().nullable(), customers: z.number().int() }),
  ),
});
export type Migration = z.infer<typeof MigrationSchema>;

export const SnapshotSchema = z.object({
  id: z.number().int(),
  asOf: IsoDaySchema,
  version: z.number().int(),
  customers: z.number().int(),
});
export type Snapshot = z.infer<typeof SnapshotSchema>;
