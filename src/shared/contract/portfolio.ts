import { z } from 'zod';
import { PortfolioInfoSchema, SettingsSchema } from '../model/portfolio.ts';
import { procedure } from './base.ts';

const Open = z.object({ portfolio: PortfolioInfoSchema });

export const portfolio = {
  status: procedure.output(
    z.object({
      version: z.string(),
      portfolio: PortfolioInfoSchema.nullable(),
      /** portfolios seen lately or lying in the portfolio folder, newest first */
      recent: z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.number().nullable() })),
      folder: z.string(),
    }),
  ),
  /** makes an empty portfolio in the portfolio folder; refuses a name that is taken */
  create: procedure.input(z.object({ name: z.string().trim().min(1).max(120) })).output(Open),
  open: procedure.input(z.object({ path: z.string().min(1) })).output(Open),
  openSample: procedure
    .input(z.object({ kind: z.enum(['bakery', 'wholesale', 'webshop', 'clinic']).default('bakery') }))
    .output(Open),
  close: procedure.output(z.object({ closed: z.boolean() })),
  updateSettings: procedure.input(SettingsSchema.partial()).output(Open),
  /** the owner has looked at a step of the path (a check, the matrix) */
  markStep: procedure.input(z.object({ step: z.enum(['check', 'matrix']) })).output(Open),
};
