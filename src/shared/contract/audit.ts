import { z } from 'zod';
import { AuditSchema } from '../model/audit.ts';
import { NotAvailableSchema } from '../model/result.ts';
import { procedure } from './base.ts';

export const audit = {
  /** how complete, valid, unique, fresh and long the data are, and what each gap prevents */
  read: procedure.output(z.union([AuditSchema, NotAvailableSchema])),
};
