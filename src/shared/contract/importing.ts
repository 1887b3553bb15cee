import { z } from 'zod';
import { ImportKindSchema } from '../model/import-kind.ts';
import {
  ImportOptionsSchema,
  ImportPreviewSchema,
  ImportResultSchema,
  IssueSchema,
  PastImportSchema,
  UndoneImportSchema,
} from '../model/importing.ts';
import { TaxRateSchema, TaxTreatmentSchema } from '../model/tax.ts';
import { procedure } from './base.ts';

/** Where a file to be imported comes from: received by the shell, or cells pasted by the owner. */
export const SourceRefSchema = z.union([
  z.object({ kind: z.literal('received'), id: z.string() }),
  z.object({ kind: z.literal('pasted'), text: z.string().max(50_000_000) }),
]);
export type SourceRef = z.infer<typeof SourceRefSchema>;

export const importing = {
  /** reads the whole file and says what an import would do; changes nothing. Progress comes over `events`. */
  preview: procedure
    .input(z.object({ source: SourceRefSchema, options: ImportOptionsSchema, job: z.string() }))
    .output(ImportPreviewSchema),
  /**
   * All or nothing. Where no portfolio is open, `newPortfolio` names the one to make; it comes into being with the
   * import and not before, so that cancelling leaves nothing behind.
   */
  commit: procedure
    .input(
      z.object({
        preview: z.string(),
        options: ImportOptionsSchema,
        job: z.string(),
        newPortfolio: z
          .object({
            name: z.string().trim().min(1).max(120),
            pricesIncludeTax: TaxTreatmentSchema,
            taxRate: TaxRateSchema.nullable().optional(),
            locale: z.string().max(40),
          })
          .optional(),
      }),
    )
    .output(ImportResultSchema),
  cancel: procedure.input(z.object({ job: z.string() })).output(z.object({ cancelled: z.boolean() })),
  /** a table of a kind to fill in, with made-up rows in it */
  template: procedure
    .input(z.object({ kind: ImportKindSchema }))
    .output(z.object({ fileName: z.string(), csv: z.string() })),
  past: procedure.output(z.array(PastImportSchema)),
  issues: procedure
    .input(
      z.object({
        batch: z.number().int(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .output(z.object({ total: z.number().int(), issues: z.array(IssueSchema) })),
  undo: procedure.input(z.object({ batch: z.number().int(), job: z.string() })).output(UndoneImportSchema),
};
