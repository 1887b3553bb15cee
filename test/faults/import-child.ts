// An import in a process of its own that can be told where to be killed: `phase`, or `phase:n` for its n-th report.
// Like every shell it says a problem in its sentence and ends with 1.

import { importUnattended } from '../../src/main/import/import-path.ts';
import { Problem } from '../../src/shared/model/problem.ts';

const [file = '', portfolio = '', backupFolder = '', killAt = ''] = process.argv.slice(2);
const [phase, nth = '1'] = killAt.split(':');
let met = 0;

try {
  const result = await importUnattended({
    file,
    portfolio,
    options: { locale: 'en-GB', currency: 'GBP' },
    dryRun: false,
    backupFolder,
    progress: (now) => {
      if (now === phase && ++met === Number(nth)) process.kill(process.pid, 'SIGKILL');
    },
  });
  process.stdout.write(result.contentHash ?? '');
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
