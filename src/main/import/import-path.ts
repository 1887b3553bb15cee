import { existsSync } from 'node:fs';
import type { ImportOptions, ImportResult } from '../../shared/model/importing.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Connection } from '../database/connection.ts';
import { openForDryRun, openPortfolio } from '../database/open.ts';
import { readSettings, writeSetting } from '../database/settings.ts';
import type { SharedFile } from '../database/verify/portfolio-file.ts';
import { taxInPrices } from '../database/what-counts.ts';
import { asProblem } from '../system-fault.ts';
import { wishedTax } from './load/batch.ts';
import type { ImportProgress, ImportRun } from './load/import-file.ts';
import { importTable } from './load/import-table.ts';
import { startParser } from './load/parser.ts';
import { makePortfolio } from './make-portfolio.ts';
import type { Origin } from './plan/decisions.ts';
import { planImport } from './planning/plan-import.ts';
import type { Decided, Planned } from './planning/planned.ts';
import { recallFrom, recallSheet } from './planning/remembered.ts';
import { openSource, type SourceOptions, type TableSource } from './read/source.ts';

export type Unattended = {
  readonly file: string;
  /** what the owner calls the file, where it was received under another name */
  readonly name?: string;
  readonly portfolio: string;
  readonly options: ImportOptions;
  readonly dryRun: boolean;
  readonly businessName?: string;
  readonly backupFolder: string;
  /** the handle of another connection of this process, which has the portfolio open */
  readonly shared?: SharedFile;
  readonly progress?: ImportProgress;
  readonly signal?: AbortSignal;
};

/**
 * Imports a file into a portfolio with nobody there to ask. A portfolio that does not exist yet is built next to its
 * place and moved there when it is complete, so that a crash leaves nothing.
 * @throws Problem naming the column when the file can be read in two ways or lacks one that is needed
 */
export const importUnattended = async (run: Unattended): Promise<ImportResult> => {
  try {
    return existsSync(run.portfolio) ? await importInto(run) : await importIntoNew(run);
  } catch (error) {
    throw asProblem(error, run.portfolio);
  }
};

const importInto = async (run: Unattended): Promise<ImportResult> => {
  const sharing = run.shared ? { shared: run.shared } : {};
  const db = run.dryRun
    ? openForDryRun(run.portfolio, run.shared)
    : openPortfolio(run.portfolio, { backupFolder: run.backupFolder, ...sharing });
  try {
    return await importFrom(db, run);
  } finally {
    db.close();
  }
};

const importIntoNew = (run: Unattended): Promise<ImportResult> =>
  makePortfolio(
    run.portfolio,
    (db) => {
      if (run.businessName) writeSetting(db, 'businessName', run.businessName);
      return importFrom(db, run, { alone: !run.dryRun });
    },
    !run.dryRun,
  );

const importFrom = async (
  db: Connection,
  run: Unattended,
  { alone = false }: Pick<ImportRun, 'alone'> = {},
): Promise<ImportResult> => {
  const parser = startParser();
  try {
    const opened = await openAsLastTime(db, run.file, run.options, { name: run.name, signal: run.signal });
    try {
      const planned = decided(planSource(db, opened, run.options));
      return await importTable(db, {
        planned,
        options: run.options,
        dryRun: run.dryRun,
        parse: parser.parse,
        alone,
        ...(run.progress ? { progress: run.progress } : {}),
        ...(run.signal ? { signal: run.signal } : {}),
      });
    } finally {
      opened.source.close();
    }
  } finally {
    await parser.close();
  }
};

/** A table that was opened, with the import whose choice of the sheet was repeated. */
export type OpenedSource = { readonly source: TableSource; readonly sheetAsLastTime: Origin | null };

/** Opens a table; of a workbook the sheet that was asked for, else the one chosen for the last with the same sheets. */
export const openAsLastTime = async (
  db: Connection,
  path: string,
  options: ImportOptions,
  more: Pick<SourceOptions, 'name' | 'signal' | 'counted'>,
): Promise<OpenedSource> => {
  const source = await openSource(path, { ...more, sheet: options.sheet });
  if (options.sheet !== undefined || options.asLastTime === false || source.sheets.length < 2)
    return { source, sheetAsLastTime: null };
  const remembered = recallSheet(db, source.sheets);
  if (!remembered || remembered.sheet === source.sheet) return { source, sheetAsLastTime: null };
  source.close();
  return {
    source: await openSource(path, { ...more, sheet: remembered.sheet }),
    sheetAsLastTime: { batch: remembered.batch, importedAt: remembered.importedAt },
  };
};

/** The plan of a table, with the sheet it was taken from. */
export const planSource = (
  db: Connection,
  { source, sheetAsLastTime }: OpenedSource,
  options: ImportOptions,
): Planned => {
  const { sheet, sheets, facts } = source;
  const planned = planImport(facts, options, homeOf(db, options), recallFrom(db));
  const chosen = options.sheet !== undefined || sheetAsLastTime !== null;
  return {
    ...planned,
    source: { ...planned.source, sheet },
    asLastTime: planned.asLastTime ?? sheetAsLastTime,
    sheetChoice: chosen && sheet !== null && sheets.length > 1 ? { sheets, sheet } : null,
  };
};

/** What the portfolio fixes; its time zone is open to the first import's wish, then fixed. */
export const homeOf = (db: Connection, options: ImportOptions) => {
  const settings = readSettings(db);
  const fixed = settings.currency !== null;
  return {
    currency: settings.currency,
    timezone: fixed ? settings.timezone : (options.timezone ?? settings.timezone),
    locale: options.locale ?? settings.locale,
    rates: settings.rates,
    tax: taxInPrices({ ...settings, ...wishedTax(settings, options) }),
  };
};

const decided = (planned: Planned): Decided => {
  const [missing] = planned.missing;
  if (missing) {
    const names = planned.columns.map((column) => `"${column.header}"`).join(', ');
    throw new Problem(
      `${planned.source.name}: ${missing} Its columns are ${names}; say which it is with a mapping file (--map).`,
    );
  }
  const [question] = planned.questions;
  if (question)
    throw new Problem(
      `${planned.source.name}, column "${question.column}": ${question.question} ${
        question.id === 'currency'
          ? 'Say --currency (for example EUR, GBP or USD).'
          : 'Say --locale (for example en-GB, en-US or de-DE), or decide it in a mapping file.'
      }`,
    );
  if (!planned.plan) throw new Problem(`${planned.source.name} cannot be read as it stands.`);
  return { ...planned, plan: planned.plan };
};
