import { z } from 'zod';
import { NotAvailableSchema } from '../model/result.ts';
import { IsoDaySchema } from '../model/schemas.ts';
import { AcquisitionViewSchema, ValueViewSchema } from '../model/value.ts';
import { procedure } from './base.ts';

const AsOf = z.object({ asOf: IsoDaySchema.optional() }).default({});

export const value = {
  /** how revenue and profit are spread over customers */
  read: procedure.input(AsOf).output(z.union([ValueViewSchema, NotAvailableSchema])),
  /** what new customers cost and are worth */
  acquisition: procedure.input(AsOf).output(z.union([AcquisitionViewSchema, NotAvailableSchema])),
};
