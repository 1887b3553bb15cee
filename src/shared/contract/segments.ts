import { z } from 'zod';
import { MigrationSchema, SnapshotSchema } from '../model/migration.ts';
import { OwnRulesSchema } from '../model/own-rules.ts';
import { NotAvailableSchema } from '../model/result.ts';
import { SegmentationSchema } from '../model/segment.ts';
import { procedure } from './base.ts';

const Choice = z.object({
  recipe: z.string(),
  thresholds: z.record(z.string(), z.number()).optional(),
  /** of the recipe own-rules */
  rules: OwnRulesSchema.optional(),
  /** use 15 segments or more all the same */
  many: z.boolean().optional(),
});

export const segments = {
  read: procedure.output(SegmentationSchema),
  /** live counts while the owner moves a threshold or writes a rule; changes nothing */
  preview: procedure.input(Choice).output(SegmentationSchema),
  /** starts a new version and keeps the old one with its membership */
  apply: procedure.input(Choice).output(SegmentationSchema),
  /** the days on which the membership was kept */
  snapshots: procedure.output(z.array(SnapshotSchema)),
  /** who moved between two of them, or to now; without a choice since the latest one */
  migration: procedure
    .input(z.object({ from: z.number().int().optional(), to: z.number().int().optional() }))
    .output(z.union([MigrationSchema, NotAvailableSchema])),
};
