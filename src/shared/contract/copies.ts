import { z } from 'zod';
import { PortfolioInfoSchema } from '../model/portfolio.ts';
import { SafetyCopySchema } from '../model/safety-copy.ts';
import { procedure } from './base.ts';

/** A portfolio that may not be open, because it is damaged; without it the open one. */
const Which = z.object({ portfolio: z.string().min(1).optional() });

/** Safety copies in the app's own folder. None of these deletes one. */
export const copies = {
  /** newest first; needs no open portfolio. `newestSound` is looked for only where the portfolio is not open */
  list: procedure
    .input(Which)
    .output(z.object({ copies: z.array(SafetyCopySchema), newestSound: z.string().nullable() })),
  make: procedure.output(SafetyCopySchema),
  /** puts a copy in the place of the portfolio and opens it; `previous` is where that one is kept now */
  restore: procedure.input(Which.extend({ copy: z.string().min(1).max(300) })).output(
    z.object({
      portfolio: PortfolioInfoSchema,
      previous: z.string().nullable(),
      setAside: z.array(z.string()),
    }),
  ),
  /** the open portfolio as another file in the portfolio folder; refuses a name that is taken */
  saveAs: procedure
    .input(z.object({ name: z.string().trim().min(1).max(120) }))
    .output(z.object({ path: z.string() })),
};
