import { z } from 'zod';
import { ActionGroupSchema } from './action.ts';
import { MatrixSchema } from './matrix.ts';
import { NotAvailableSchema, ResultSchema } from './result.ts';
import { IsoDaySchema, MinorSchema } from './schemas.ts';
import { MondayNameSchema } from './segment.ts';

export const KeyFigureSchema = z.object({
  title: z.string(),
  result: ResultSchema,
  /** change since the last saved review as a fraction, null when there is none */
  sinceReview: z.number().nullable(),
});

/** What is known from sales alone where too few of them carry a customer. */
export const TillSchema = z.object({
  topProducts: z.array(
    z.object({ product: z.string(), revenue: MinorSchema, share: z.number(), orders: z.number().int() }),
  ),
  weekdays: z.array(z.object({ weekday: z.number().int(), revenue: MinorSchema, orders: z.number().int() })),
  hours: z.array(z.object({ hour: z.number().int(), revenue: MinorSchema, orders: z.number().int() })),
  /** what these sales cannot say */
  notKnown: z.array(z.string()).default([]),
  howToBegin: z.array(z.string()),
});
export type Till = z.infer<typeof TillSchema>;

export const OverviewSchema = z.object({
  asOf: IsoDaySchema,
  monday: z.array(MondayNameSchema),
  mondayNote: z.string().nullable(),
  /** this week's actions by kind, the most at stake first; empty in till mode */
  actions: z.array(ActionGroupSchema),
  headlines: z.array(z.string()),
  figures: z.array(KeyFigureSchema),
  months: z.array(z.object({ month: z.string(), identified: MinorSchema, anonymous: MinorSchema })),
  matrix: z.union([MatrixSchema, NotAvailableSchema]),
  freshness: z.string(),
  warnings: z.array(z.string()),
  till: TillSchema.nullable(),
});
export type Overview = z.infer<typeof OverviewSchema>;
