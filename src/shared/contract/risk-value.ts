import { z } from 'zod';
import { NotAvailableSchema } from '../model/result.ts';
import { RiskValueSchema } from '../model/risk-value.ts';
import { IsoDaySchema } from '../model/schemas.ts';
import { procedure } from './base.ts';

export const riskValue = {
  read: procedure
    .input(z.object({ asOf: IsoDaySchema.optional() }))
    .output(z.union([RiskValueSchema, NotAvailableSchema])),
};
