// An import in a process of its own that can be told where to be killed: `phase`, or `phase:n` for its n-th report.
import { importUnattended } from '../../src/main/import/import-path.ts';

const [file = '', portfolio = '', backupFolder = '', killAt = ''] = process.argv.slice(2);
const [phase, nth = '1'] = killAt.split(':');
let met = 0;

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
