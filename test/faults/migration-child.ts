// Opens a portfolio of an earlier schema in a process of its own, killed before the n-th step or, after all of them, before they
// are committed: portfolio, folder of copies, n.
import { type MigrationStep, steps } from '../../src/main/database/migrations/index.ts';
import { openPortfolio } from '../../src/main/database/open.ts';

const [portfolio = '', backupFolder = '', n = ''] = process.argv.slice(2);

const kill = (): void => void process.kill(process.pid, 'SIGKILL');
const watched = steps.map(
  (step, at): MigrationStep =>
    (raw) => {
      if (at === Number(n)) kill();
      step(raw);
      if (Number(n) === steps.length && at === steps.length - 1) kill();
    },
);

openPortfolio(portfolio, { backupFolder, steps: watched }).close();
process.stdout.write('done\n');
