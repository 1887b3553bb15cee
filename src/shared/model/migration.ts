import { z } from 'zod';
import { IsoDaySchema } from './schemas.ts';

/** A group of customers on two days. */
export const MovementRowSchema = z.object({
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
});
export type MovementRow = z.infer<typeof MovementRowSchema>;

/** from null: an entrant; to null: a leaver; largest first, those who stayed left out */
export const MoveSchema = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  customers: z.number().int(),
});

/** Who moved between segments from one day to another. Every customer of either day is counted once. */
export const MigrationSchema = z.object({
  from: z.object({ snapshot: z.number().int(), asOf: IsoDaySchema, version: z.number().int() }),
  /** snapshot null: the segments as they are now */
  to: z.object({ snapshot: z.number().int().nullable(), asOf: IsoDaySchema, version: z.number().int() }),
  sentence: z.string(),
  /** the rules are not the same on both days: some moved because of that */
  rulesChanged: z.boolean(),
  /** before = stayed + movedOut + leavers; after = stayed + movedIn + entrants */
  segments: z.array(MovementRowSchema),
  moves: z.array(MoveSchema),
});
export type Migration = z.infer<typeof MigrationSchema>;

export const SnapshotSchema = z.object({
  id: z.number().int(),
  asOf: IsoDaySchema,
  version: z.number().int(),
  customers: z.number().int(),
  /** the review it was kept with, if it was */
  review: z.number().int().nullable(),
});
export type Snapshot = z.infer<typeof SnapshotSchema>;

/** An earlier day with which today's matrix can be compared: that of a review, or one on which the segments were kept. */
export const ComparisonSchema = z.object({ asOf: IsoDaySchema, review: z.number().int().nullable() });
export type Comparison = z.infer<typeof ComparisonSchema>;

const Spot = z.object({ value: z.number(), growth: z.number() });

/** What moved on the matrix since an earlier day. */
export const MatrixMovementSchema = z.object({
  from: ComparisonSchema,
  to: IsoDaySchema,
  sentence: z.string(),
  /** customers by field, as the sales are known now */
  fields: z.array(MovementRowSchema),
  moves: z.array(MoveSchema),
  /** segments that were on the matrix on both days; the review's own figures where there is one */
  arrows: z.array(z.object({ name: z.string(), from: Spot, to: Spot })),
});
export type MatrixMovement = z.infer<typeof MatrixMovementSchema>;
