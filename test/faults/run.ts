// The long form of the fault tests: `npm run faults` for all, or with the names of some. Their short form is in `npm run test:slow`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Tallied, tallyTable } from './tally.ts';

const FAULTS: Readonly<
  Record<string, { readonly file: string; readonly env: Readonly<Record<string, string>> }>
> = {
  kills: {
    file: 'test/faults/kill-import.slow.test.ts',
    env: { CLIENTELE_KILLS: '500', CLIENTELE_KILLS_PER_PHASE: '20' },
  },
  disks: { file: 'test/faults/full-disk.slow.test.ts', env: { CLIENTELE_FULL_DISKS: '60' } },
  edits: { file: 'test/faults/full-disk-edits.slow.test.ts', env: {} },
  acts: {
    file: 'test/faults/kill-acts.slow.test.ts',
    env: { CLIENTELE_ACT_KILLS: '200', CLIENTELE_SMALL_IMPORTS: '2000' },
  },
  damage: { file: 'test/faults/damage.slow.test.ts', env: { CLIENTELE_DAMAGES: '400' } },
  blocked: { file: 'test/faults/blocked.slow.test.ts', env: {} },
  fuzz: { file: 'test/import/read/fuzz.slow.test.ts', env: { CLIENTELE_FUZZ: '1' } },
};

const asked = process.argv.slice(2).map((name) => name.replace(/^--/, ''));
const unknown = asked.filter((name) => !(name in FAULTS));
if (unknown.length > 0) {
  process.stderr.write(`There is no fault "${unknown[0]}"; there are ${Object.keys(FAULTS).join(', ')}.\n`);
  process.exit(2);
}
const tallied = join(mkdtempSync(join(tmpdir(), 'clientele-faults-')), 'tally');
for (const [name, { file, env }] of Object.entries(FAULTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stdout.write(
    `\n— ${name}: ${Object.entries(env)
      .map((pair) => pair.join('='))
      .join(' ')}\n`,
  );
  const { status } = spawnSync('vitest', ['run', file], {
    stdio: 'inherit',
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, ...env, CLIENTELE_TALLY: tallied },
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exitCode = 1;
}
const outcomes = existsSync(tallied)
  ? readFileSync(tallied, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Tallied)
  : [];
process.stdout.write(`\n${tallyTable(outcomes)}\n`);
