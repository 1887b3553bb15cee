// The file the importer's thread is started with: one job, then it ends.
import { mkdirSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { backUp } from '../database/backup/back-up.ts';
import { restorePortfolio } from '../database/backup/restore.ts';
import { saveAs } from '../database/backup/save-as.ts';
import type { Writable } from '../database/connection.ts';
import { createPortfolio, openPortfolio } from '../database/open.ts';
import { acceptForeignChanges, foreignChanges } from '../database/verify/foreign-changes.ts';
import type { SharedFile } from '../database/verify/portfolio-file.ts';
import { importUnattended } from '../import/import-path.ts';
import type { ImportProgress } from '../import/load/import-file.ts';
import { previewImport } from '../import/preview.ts';
import { undoImport } from '../import/undo/undo-import.ts';
import { importSample } from '../portfolio/imports/sample-portfolio.ts';
import { failureOf } from './failure.ts';
import type { FromImporter, ImporterJob } from './importer-jobs.ts';

const { job, shared } = workerData as { readonly job: ImporterJob; readonly shared: SharedFile | null };
const sharing = shared ? { shared } : {};
// on Linux a priority is a thread's, and the parser's thread inherits it: screens are answered first
if (process.platform === 'linux') setPriority(10);
const port = parentPort!;
const say = (message: FromImporter): void => port.postMessage(message);

const cancel = new AbortController();
port.on('message', () => cancel.abort());
// the job ends the thread, not the engine's listening for progress
port.unref();

const progress: ImportProgress = (phase, done, total, rows) =>
  say({ type: 'progress', progress: { phase, done, total, rows } });

const withPortfolio = async <T>(
  path: string | null,
  options: { backupFolder?: string; checked?: boolean },
  work: (db: Writable) => T | Promise<T>,
): Promise<T> => {
  const db =
    path === null ? createPortfolio(':memory:', true) : openPortfolio(path, { ...options, ...sharing });
  try {
    return await work(db);
  } finally {
    db.close();
  }
};

const run = async (): Promise<unknown> => {
  const { signal } = cancel;
  switch (job.kind) {
    case 'preview':
      return withPortfolio(job.portfolio, {}, (db) =>
        previewImport(db, { path: job.file, name: job.name, options: job.options, progress, signal }),
      );
    case 'commit':
      return importUnattended({
        file: job.file,
        name: job.name,
        portfolio: job.portfolio,
        options: job.options,
        dryRun: false,
        backupFolder: job.backupFolder,
        ...sharing,
        ...(job.businessName ? { businessName: job.businessName } : {}),
        progress,
        signal,
      });
    case 'undo':
      return withPortfolio(job.portfolio, { backupFolder: job.backupFolder }, (db) => {
        backUp(db, job.backupFolder, 'before-undo');
        return undoImport(db, job.batch);
      });
    case 'back-up':
      return withPortfolio(job.portfolio, { checked: true }, (db) =>
        backUp(db, job.backupFolder, job.reason),
      );
    case 'restore':
      return restorePortfolio(job.file, job.portfolio, job.backupFolder);
    case 'compare':
      return foreignChanges(job.portfolio, job.backupFolder);
    case 'accept':
      return acceptForeignChanges(job.portfolio);
    case 'save-as':
      return withPortfolio(job.portfolio, { checked: true }, (db) => saveAs(db, job.to));
    case 'sample':
      mkdirSync(dirname(job.portfolio), { recursive: true, mode: 0o700 });
      return importSample({
        portfolio: job.portfolio,
        kind: job.sample,
        until: job.until,
        scratch: job.scratch,
        backupFolder: job.backupFolder,
        progress,
      }).finally(() => rmSync(job.scratch, { force: true }));
  }
};

run().then(
  (outcome) => say({ type: 'done', outcome }),
  (error: unknown) => {
    if (cancel.signal.aborted) say({ type: 'cancelled' });
    else say(failureOf(error, job.portfolio));
  },
);
