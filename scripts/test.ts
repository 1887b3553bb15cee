// What a change must pass, in one go. `npm test` is the fast tier: types, rules, generated documents, units, the whole path in
// a real browser. `npm run test:slow` is the rest: faults, fuzz, paper, long property tests, every screen in the browser.
// The last line counts over all that ran: "N passed, N failed, N skipped".
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TIERS = ['fast', 'slow'] as const;
type Tier = (typeof TIERS)[number];
type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };
type Command = readonly [string, ...string[]];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Ran = { readonly code: number; readonly said: string };

const run = (
  [command, ...args]: Command,
  stdio: 'inherit' | 'pipe',
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', stdio, stdio],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', (error) => resolve({ code: 1, said: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });

/** Each is one test: it holds or it does not. The last ones take seconds, so the long ones come first. */
const CHECKS: readonly (readonly [title: string, command: Command])[] = [
  ['what runs can be built', ['node', 'scripts/build.ts']],
  ['types', ['tsc', '-p', 'tsconfig.main.json']],
  ['types of the screens', ['tsc', '-p', 'tsconfig.renderer.json']],
  ['rules of style and of the picture', ['biome', 'check', '--error-on-warnings']],
  ['no file and no export that nothing uses', ['npm', 'run', '-s', 'dead']],
  ['generated methods', ['node', 'scripts/write-methods.ts', '--check']],
  ['generated data model', ['node', 'scripts/write-data-model.ts', '--check']],
  ['generated types of the tables', ['node', 'scripts/write-tables.ts', '--check']],
];

const checks = async (): Promise<Count> => {
  const open = [...CHECKS];
  let passed = 0;
  const worker = async (): Promise<void> => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const [title, command] = next;
      const { code, said } = await run(command, 'pipe');
      say(`— ${title}: ${code === 0 ? 'holds' : 'FAILED'}`);
      if (code === 0) passed += 1;
      else say(said);
    }
  };
  await Promise.all([worker(), worker()]);
  return { passed, failed: CHECKS.length - passed, skipped: 0 };
};

/** A runner that writes a JSON report; one that fails without failing a test (a crash) still counts as failed. */
const suite = async (
  title: string,
  command: Command,
  env: Readonly<Record<string, string>>,
  read: () => Count,
): Promise<Count> => {
  say(`\n— ${title}`);
  const { code } = await run(command, 'inherit', env);
  let count: Count;
  try {
    count = read();
  } catch {
    count = { passed: 0, failed: 1, skipped: 0 };
  }
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
};

const json = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

const vitest = (path: string): Count => {
  const report = json(path);
  return {
    passed: Number(report.numPassedTests),
    failed: Number(report.numFailedTests),
    skipped: Number(report.numPendingTests) + Number(report.numTodoTests),
  };
};

const playwright = (path: string): Count => {
  const stats = json(path).stats as Record<string, number>;
  return { passed: stats.expected! + stats.flaky!, failed: stats.unexpected!, skipped: stats.skipped! };
};

const runTier = async (tier: Tier, reports: string): Promise<readonly Count[]> => {
  const units = join(reports, `${tier}-units.json`);
  const browser = join(reports, `${tier}-browser.json`);
  return [
    ...(tier === 'fast' ? [await checks()] : []),
    await suite(
      `units, ${tier}`,
      [
        'vitest',
        'run',
        '--project',
        tier,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${units}`,
      ],
      {},
      () => vitest(units),
    ),
    await suite(
      `the app in a browser, ${tier}`,
      ['playwright', 'test', '--project', tier, '--reporter=list,json'],
      { PLAYWRIGHT_JSON_OUTPUT_NAME: browser },
      () => playwright(browser),
    ),
  ];
};

const asked = process.argv.slice(2);
const tiers = TIERS.filter((tier) => asked.includes(tier));
if (tiers.length === 0 || tiers.length !== asked.length) {
  process.stderr.write(`Name one tier or both: ${TIERS.join(', ')}.\n`);
  process.exit(2);
}
const reports = mkdtempSync(join(tmpdir(), 'clientele-test-'));
const counts: Count[] = [];
try {
  for (const tier of tiers) counts.push(...(await runTier(tier, reports)));
} finally {
  rmSync(reports, { recursive: true, force: true });
}
const sum = (of: keyof Count): number => counts.reduce((total, count) => total + count[of], 0);
say(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
