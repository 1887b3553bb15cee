import { z } from 'zod';
import { MatrixOrReasonSchema, MatrixSubjectSchema } from '../model/matrix.ts';
import { ComparisonSchema, MatrixMovementSchema } from '../model/migration.ts';
import { NotAvailableSchema } from '../model/result.ts';
import { IsoDaySchema, MinorSchema } from '../model/schemas.ts';
import { procedure } from './base.ts';

export const matrix = {
  read: procedure
    .input(z.object({ subject: MatrixSubjectSchema, asOf: IsoDaySchema.optional() }))
    .output(MatrixOrReasonSchema),
  /** earlier days to compare with, the latest first */
  comparisons: procedure.output(z.array(ComparisonSchema)),
  /** what moved since one of them; not available where one of the days has no matrix */
  movement: procedure
    .input(z.object({ since: IsoDaySchema }))
    .output(z.union([MatrixMovementSchema, NotAvailableSchema])),
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
