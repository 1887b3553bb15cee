// One act of the owner in a process of its own, to be killed at any moment: act, portfolio, folder of copies, and what it needs.
import { backUp } from '../../src/main/database/backup/back-up.ts';
import { restorePortfolio } from '../../src/main/database/backup/restore.ts';
import type { Writable } from '../../src/main/database/connection.ts';
import type { MigrationStep } from '../../src/main/database/migrations/index.ts';
import { steps } from '../../src/main/database/migrations/index.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { writeSetting } from '../../src/main/database/settings.ts';
import { undoImport } from '../../src/main/import/undo/undo-import.ts';

const [act = '', portfolio = '', backupFolder = '', extra = ''] = process.argv.slice(2);

const opened = (work: (db: Writable) => void): void => {
  const db = openPortfolio(portfolio, { backupFolder });
  work(db);
  db.close();
};

/** The schema's steps, killed before the n-th of them or, after all, before they are committed. */
const killedAt = (n: number): MigrationStep[] => {
  const kill = (): void => void process.kill(process.pid, 'SIGKILL');
  const watched = steps.map(
    (step, at): MigrationStep =>
      (raw) => {
        if (at === n) kill();
        step(raw);
        if (n === steps.length && at === steps.length - 1) kill();
      },
  );
  return watched;
};

const ACTS: Readonly<Record<string, () => void>> = {
  undo: () => opened((db) => void undoImport(db, Number(extra))),
  settings: () =>
    opened((db) => {
      for (let n = 0; n < 50; n++) db.transaction(() => writeSetting(db, 'businessName', `Name ${n}`));
    }),
  backup: () => opened((db) => void backUp(db, backupFolder, 'asked')),
  restore: () => void restorePortfolio(extra, portfolio, backupFolder),
  migration: () => openPortfolio(portfolio, { backupFolder, steps: killedAt(Number(extra)) }).close(),
};

process.stdout.write('begun\n');
ACTS[act]!();
process.stdout.write('done\n');
