import { z } from 'zod';
import { OverviewSchema } from '../model/overview.ts';
import { NotAvailableSchema } from '../model/result.ts';
import { procedure } from './base.ts';

export const overview = {
  /** not available while the portfolio holds no sale */
  read: procedure.output(z.union([OverviewSchema, NotAvailableSchema])),
};
