import { z } from 'zod';
import { PaperSchema, ReviewEntrySchema, ReviewFormSchema } from '../model/review.ts';
import { procedure } from './base.ts';

export const reviews = {
  list: procedure.output(z.array(ReviewEntrySchema)),
  make: procedure
    .input(z.object({ ownersCopy: z.boolean(), paper: PaperSchema, form: ReviewFormSchema.default('short') }))
    .output(ReviewEntrySchema),
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
  /** the same as a PDF, made by a browser of this computer; a shell that can print makes it itself */
  pdf: procedure
    .input(z.object({ id: z.number().int() }))
    .output(z.object({ base64: z.string(), pages: z.number().int() })),
};
