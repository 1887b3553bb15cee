import { z } from 'zod';
import { PortfolioInfoSchema } from '../model/portfolio.ts';
import { HoldingsSchema, SafetyCopySchema } from '../model/safety-copy.ts';
import { CopyReminderSchema, SavedCopySchema } from '../model/saved-copy.ts';
import { procedure } from './base.ts';

/** A portfolio that may not be open, because it is damaged; without it the open one. */
const Which = z.object({ portfolio: z.string().min(1).optional() });

const Saved = z.object({ copies: z.array(SavedCopySchema), reminder: CopyReminderSchema.nullable() });

/** Safety copies in the app's own folder, and copies at places the owner chose. None of these deletes one. */
export const copies = {
  /** newest first; needs no open portfolio. Where the portfolio is not open, each copy is looked through as well */
  list: procedure
    .input(Which)
    .output(z.object({ copies: z.array(SafetyCopySchema.extend({ sound: z.boolean().nullable() })) })),
  make: procedure.output(SafetyCopySchema),
  /** puts a copy in the place of the portfolio and opens it; `previous` is where that one is kept now */
  restore: procedure.input(Which.extend({ copy: z.string().min(1).max(300) })).output(
    z.object({
      portfolio: PortfolioInfoSchema,
      previous: z.string().nullable(),
      setAside: z.array(z.string()),
    }),
  ),
  /** where a copy that the owner saves would lie, for them to change */
  propose: procedure.output(z.object({ path: z.string() })),
  /** the open portfolio as another file at a full path; written, read back and compared. It takes no other file's place */
  saveTo: procedure
    .input(z.object({ path: z.string().trim().min(1).max(4000) }))
    .output(z.object({ saved: SavedCopySchema, bytes: z.number().int(), holds: HoldingsSchema })),
  /** copies that were saved by the owner, newest first, and whether one elsewhere is due */
  saved: procedure.output(Saved),
  /** the owner has read the reminder; it does not come again for a month */
  putReminderAway: procedure.output(Saved),
};
