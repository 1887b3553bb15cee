import { closeSync, openSync, writeSync } from 'node:fs';
import { isoDay } from '../../../shared/model/day.ts';
import type { ImportResult } from '../../../shared/model/importing.ts';
import { importUnattended } from '../../import/import-path.ts';
import type { ImportProgress } from '../../import/load/import-file.ts';
import { type SampleStream, streamSample, usualCustomers } from '../../sample/sample.ts';
import type { SampleKind } from '../../sample/truth.ts';

export const SAMPLE_NAMES: Readonly<Record<SampleKind, string>> = {
  bakery: 'Sample bakery',
  wholesale: 'Sample wholesaler',
  webshop: 'Sample web shop',
  clinic: 'Sample clinic',
};

export type SampleRun = {
  readonly portfolio: string;
  readonly kind: SampleKind;
  readonly until: string;
  readonly customers?: number;
  readonly seed?: number;
  /** a file to write the made-up export to; the caller removes or keeps it */
  readonly scratch: string;
  readonly backupFolder: string;
  readonly progress?: ImportProgress;
};

/** Makes up a business and imports its export the way any export is imported. */
export const importSample = async (
  run: SampleRun,
): Promise<ImportResult & { readonly truth: ReturnType<SampleStream['result']> }> => {
  const sample = streamSample({
    kind: run.kind,
    customers: run.customers ?? usualCustomers(run.kind),
    seed: run.seed ?? 1,
    until: isoDay(run.until),
  });
  const file = openSync(run.scratch, 'wx', 0o600);
  try {
    let piece = '';
    for (const line of sample.lines) {
      piece += line;
      if (piece.length < 1 << 20) continue;
      writeSync(file, piece);
      piece = '';
    }
    writeSync(file, piece);
  } finally {
    closeSync(file);
  }
  const result = await importUnattended({
    file: run.scratch,
    name: sample.fileName,
    portfolio: run.portfolio,
    options: { currency: sample.result().expected.currency, locale: 'en-GB', timezone: 'Europe/Berlin' },
    dryRun: false,
    businessName: SAMPLE_NAMES[run.kind],
    backupFolder: run.backupFolder,
    ...(run.progress ? { progress: run.progress } : {}),
  });
  return { ...result, truth: sample.result() };
};
