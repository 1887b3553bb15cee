import { z } from 'zod';
import { SegmentationSchema } from '../model/segment.ts';
import { procedure } from './base.ts';

const Choice = z.object({ recipe: z.string(), thresholds: z.record(z.string(), z.number()).optional() });

export const segments = {
  read: procedure.output(SegmentationSchema),
  /** live counts while the owner moves a threshold; changes nothing */
  preview: procedure.input(Choice).output(SegmentationSchema),
  /** starts a new version and keeps the old one with its membership */
  apply: procedure.input(Choice).output(SegmentationSchema),
};
