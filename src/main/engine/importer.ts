// The file the importer's thread is started with: one job, then it ends.
import { mkdirSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Connection } from '../database/connection.ts';
import { createPortfolio, openPortfolio } from '../database/open.ts';
import { importUnattended } from '../import/import-path.ts';
import type { ImportProgress } from '../import/load/import-file.ts';
import { previewImport } from '../import/preview.ts';
import { undoImport } from '../import/undo/undo-import.ts';
import { importSample } from '../portfolio/imports/sample-portfolio.ts';
import { failureOf } from './failure.ts';
import type { FromImporter, ImporterJob } from './importer-jobs.ts';

const job = workerData as ImporterJob;
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
  options: { backupFolder?: string; readonly?: boolean },
  work: (db: Connection) => T | Promise<T>,
): Promise<T> => {
  const db = path === null ? createPortfolio(':memory:', true) : openPortfolio(path, options);
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
        ...(job.businessName ? { businessName: job.businessName } : {}),
        progress,
        signal,
      });
    case 'undo':
      return withPortfolio(job.portfolio, { backupFolder: job.backupFolder }, (db) =>
        undoImport(db, job.batch),
      );
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
