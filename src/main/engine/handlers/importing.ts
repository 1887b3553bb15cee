import type { Settings } from '../../../shared/model/portfolio.ts';
import { readSettings } from '../../database/settings.ts';
import { templateCsv } from '../../import/records/template.ts';
import { importIssues, pastImports } from '../../portfolio/imports/past-imports.ts';
import { checkNames, restoreSettings } from '../../portfolio/settings/info.ts';
import { os } from '../os.ts';
import type { Session } from '../session.ts';

type TaxWord = Pick<Settings, 'pricesIncludeTax'> & { readonly taxRate?: number | null | undefined };

/** What the owner has said of tax with a first import. */
const taxOf = ({
  pricesIncludeTax,
  taxRate,
}: TaxWord): Partial<Pick<Settings, 'pricesIncludeTax' | 'taxRate'>> => ({
  pricesIncludeTax,
  ...(taxRate === undefined ? {} : { taxRate }),
});

export const importingHandlers = (session: Session) => ({
  preview: os.importing.preview.handler(async ({ input, signal }) => {
    const { path, name } = session.sources.source(input.source);
    const portfolio = session.openDb?.path ?? null;
    const job = { kind: 'preview', portfolio, file: path, name, options: input.options } as const;
    const preview = await session.run(input.job, job, signal);
    return { preview: session.sources.keepPreview({ path, name, options: input.options }), ...preview };
  }),
  commit: os.importing.commit.handler(async ({ input }) => {
    const preview = session.sources.previewed(input.preview);
    const { newPortfolio } = input;
    if (newPortfolio) checkNames({ locale: newPortfolio.locale });
    const fresh = newPortfolio && !session.openDb ? session.freePath(newPortfolio.name) : null;
    const result = await session.run(input.job, {
      kind: 'commit',
      portfolio: fresh ?? session.db.path,
      file: preview.path,
      name: preview.name,
      options: newPortfolio && fresh ? { ...input.options, ...taxOf(newPortfolio) } : input.options,
      backupFolder: session.backupFolder,
      ...(newPortfolio ? { businessName: newPortfolio.name } : {}),
    });
    if (fresh && newPortfolio) {
      const db = await session.open(fresh);
      const known = readSettings(db);
      const open = Object.entries(taxOf(newPortfolio)).filter(
        ([name, value]) => known[name as keyof Settings] !== value,
      );
      restoreSettings(db, { locale: newPortfolio.locale, ...Object.fromEntries(open) });
    }
    session.sources.forget(preview);
    session.changed();
    return result;
  }),
  cancel: os.importing.cancel.handler(({ input }) => ({ cancelled: session.cancel(input.job) })),
  template: os.importing.template.handler(({ input: { kind } }) => ({
    fileName: `clientele-${kind}.csv`,
    csv: templateCsv(kind),
  })),
  past: os.importing.past.handler(() => pastImports(session.db)),
  issues: os.importing.issues.handler(({ input }) =>
    importIssues(session.db, input.batch, input.offset, input.limit),
  ),
  undo: os.importing.undo.handler(async ({ input }) => {
    const undone = await session.run(input.job, {
      kind: 'undo',
      portfolio: session.db.path,
      batch: input.batch,
      backupFolder: session.backupFolder,
    });
    session.changed();
    return undone;
  }),
});
