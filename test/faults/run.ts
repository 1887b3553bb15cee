// The long form of the fault tests: `npm run faults` for all, or with the names of some. Their short form is in `npm run test:slow`.
// Ends with a table of every class and one line of totals; fails where a fault was not survived or a class has too few.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FAULTS } from './classes.ts';
import { shortcomings, type Tallied, tallyTable } from './tally-table.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const asked = process.argv.slice(2).map((name) => name.replace(/^--/, ''));
const unknown = asked.find((name) => !(name in FAULTS));
if (unknown !== undefined) {
  process.stderr.write(`There is no fault "${unknown}"; there are ${Object.keys(FAULTS).join(', ')}.\n`);
  process.exit(2);
}
const chosen = Object.entries(FAULTS)
  .filter(([name]) => asked.length === 0 || asked.includes(name))
  .map(([, fault]) => fault);

const folder = mkdtempSync(join(tmpdir(), 'clientele-faults-'));
const tallied = join(folder, 'tally');
try {
  const began = performance.now();
  // one run for all, so that every core has something to do until the end
  const { status } = spawnSync('vitest', ['run', ...chosen.flatMap(({ files }) => files)], {
    stdio: 'inherit',
    cwd: ROOT,
    env: {
      ...process.env,
      ...Object.assign({}, ...chosen.map(({ env }) => env)),
      CLIENTELE_TALLY: tallied,
    },
    shell: process.platform === 'win32',
  });
  const outcomes = existsSync(tallied)
    ? readFileSync(tallied, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Tallied)
    : [];
  const short = shortcomings(outcomes, Object.assign({}, ...chosen.map(({ least }) => least)));
  say(`\n${Math.round((performance.now() - began) / 1000)} seconds`);
  for (const line of short) say(line);
  say(`\n${tallyTable(outcomes)}`);
  process.exitCode = status === 0 && short.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
