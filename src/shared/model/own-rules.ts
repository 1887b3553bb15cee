import { z } from 'zod';
import { MeasureSchema } from './segment.ts';

/** More than anybody could keep apart; a guard against a file gone wrong. */
export const MOST_SEGMENTS = 60;

const bound = z.number().finite();
const condition = z.strictObject({ measure: MeasureSchema, min: bound.optional(), max: bound.optional() });

/** The owner's own segments in order: whoever fits the first rule is in the first, and so on; the rest is everyone else. */
export const OwnRulesSchema = z.strictObject({
  name: z.string().trim().min(1).max(80).optional(),
  segments: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(60),
        rule: z.strictObject({ all: z.array(condition).max(20) }),
        whatToDo: z.string().trim().max(300).optional(),
      }),
    )
    .min(1)
    .max(MOST_SEGMENTS),
});
export type OwnRules = z.infer<typeof OwnRulesSchema>;
