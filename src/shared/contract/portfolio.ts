import { z } from 'zod';
import { ForeignChangesSchema } from '../model/foreign-changes.ts';
import { PortfolioInfoSchema, SettingsSchema } from '../model/portfolio.ts';
import { PROBLEM_CODES } from '../model/problem.ts';
import { procedure } from './base.ts';

/** A portfolio that is not open; nothing of it has been shown. */
const Named = z.object({ path: z.string(), file: z.string(), folder: z.string() });
/** One that could not be opened, and why; none of the codes where the program itself failed. */
const Unopened = Named.extend({ sentence: z.string(), code: z.enum(PROBLEM_CODES).nullable() });
export type Unopened = z.infer<typeof Unopened>;

const Open = z.object({ portfolio: PortfolioInfoSchema });

export const portfolio = {
  status: procedure.output(
    z.object({
      version: z.string(),
      portfolio: PortfolioInfoSchema.nullable(),
      /** portfolios seen lately or lying in the portfolio folder, newest first */
      recent: z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.number().nullable() })),
      folder: z.string(),
      /** being looked through for damage; no figure of it is given before that has ended */
      checking: Named.nullable(),
      /** the last one that was to be opened and could not be; null once another is open */
      unopened: Unopened.nullable(),
    }),
  ),
  /** makes an empty portfolio in the portfolio folder; refuses a name that is taken */
  create: procedure.input(z.object({ name: z.string().trim().min(1).max(120) })).output(Open),
  open: procedure.input(z.object({ path: z.string().min(1) })).output(Open),
  openSample: procedure
    .input(z.object({ kind: z.enum(['bakery', 'wholesale', 'webshop', 'clinic']).default('bakery') }))
    .output(Open),
  /** what another program changed in a portfolio that is refused as damaged */
  differences: procedure.input(z.object({ path: z.string().min(1) })).output(ForeignChangesSchema),
  /** the owner says that it is right as it is; refused where its tables do not fit together. Opens it */
  accept: procedure.input(z.object({ path: z.string().min(1) })).output(Open),
  /** the owner has seen why a portfolio was not opened and goes on without it */
  leaveUnopened: procedure.output(z.object({ left: z.boolean() })),
  close: procedure.output(z.object({ closed: z.boolean() })),
  updateSettings: procedure.input(SettingsSchema.partial()).output(Open),
  /** the owner has looked at a step of the path (a check, the matrix) */
  markStep: procedure.input(z.object({ step: z.enum(['check', 'matrix']) })).output(Open),
};
