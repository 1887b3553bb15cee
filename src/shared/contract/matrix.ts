import { z } from 'zod';
import { MatrixOrReasonSchema, MatrixSubjectSchema } from '../model/matrix.ts';
import { IsoDaySchema, MinorSchema } from '../model/schemas.ts';
import { procedure } from './base.ts';

export const matrix = {
  read: procedure
    .input(z.object({ subject: MatrixSubjectSchema, asOf: IsoDaySchema.optional() }))
    .output(MatrixOrReasonSchema),
  /** null takes the suggestion from the data again */
  setThresholds: procedure
    .input(
      z.object({
        subject: MatrixSubjectSchema,
        value: MinorSchema.nullable(),
        growth: z.number().min(-1).max(10).nullable(),
      }),
    )
    .output(MatrixOrReasonSchema),
};
