import { z } from 'zod';
import { NotAvailableSchema } from '../model/result.ts';
import { RetentionSchema } from '../model/retention.ts';
import { IsoDaySchema } from '../model/schemas.ts';
import { procedure } from './base.ts';

export const retention = {
  read: procedure
    .input(z.object({ asOf: IsoDaySchema.optional() }))
    .output(z.union([RetentionSchema, NotAvailableSchema])),
};
