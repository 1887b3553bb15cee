import { z } from 'zod';
import { PaperSchema, ReviewEntrySchema } from '../model/review.ts';
import { procedure } from './base.ts';

export const reviews = {
  list: procedure.output(z.array(ReviewEntrySchema)),
  make: procedure.input(z.object({ ownersCopy: z.boolean(), paper: PaperSchema })).output(ReviewEntrySchema),
  /** the printable page; every <style> carries `nonce`, there is no script in it */
  page: procedure
    .input(
      z.object({
        id: z.number().int(),
        nonce: z
          .string()
          .max(200)
          .regex(/^[A-Za-z0-9+/_-]+={0,2}$/)
          .optional(),
      }),
    )
    .output(z.object({ entry: ReviewEntrySchema, html: z.string() })),
};
