import { join } from 'node:path';
import { importUnattended } from '../../../src/main/import/import-path.ts';
import type { ImportOptions, ImportResult } from '../../../src/shared/model/importing.ts';
import { aFile, aFolder } from '../../support/folder.ts';

/** Imports an export into a new portfolio, with nobody there to ask. */
export const importAt = (file: string, options: ImportOptions = {}): Promise<ImportResult> => {
  const folder = aFolder();
  return importUnattended({
    file,
    portfolio: join(folder, 'p.clientele'),
    options: { locale: 'en-US', timezone: 'America/New_York', ...options },
    dryRun: false,
    backupFolder: join(folder, 'backups'),
  });
};

export const importLines = (lines: readonly string[], options: ImportOptions = {}): Promise<ImportResult> =>
  importAt(aFile(`${lines.join('\r\n')}\r\n`, 'export.csv'), options);

/** What a test compares: the preset, and what the records came to. */
export const gist = ({ source, rows, orders, refunds, revenue, customers, issues }: ImportResult) => ({
  preset: source.preset,
  imported: rows.imported,
  leftOut: rows.leftOut,
  adds: rows.read === rows.imported + rows.leftOut + rows.alreadyThere,
  orders,
  refunds,
  revenue: revenue.minor,
  customers: customers.created,
  codes: issues.byCode,
});
