// Everything a change must pass, in one go: types, rules, generated documents, units, and the app in a real browser.
// The last line counts: "N passed, N failed, N skipped".
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Count = { passed: number; failed: number; skipped: number };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const run = (
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });

const reports = mkdtempSync(join(tmpdir(), 'clientele-test-'));
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const add = (count: Count): void => {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
};

/** A check that is one test: it holds or it does not. */
const check = async (title: string, command: string, args: readonly string[]): Promise<void> => {
  say(`\n— ${title}`);
  const code = await run(command, args);
  add({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
};

/** A runner that writes a JSON report; one that fails without failing a test (a crash) still counts as failed. */
const suite = async (
  title: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  read: () => Count,
): Promise<void> => {
  say(`\n— ${title}`);
  const code = await run(command, args, env);
  let count: Count;
  try {
    count = read();
  } catch {
    count = { passed: 0, failed: 1, skipped: 0 };
  }
  add(code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count);
};

const json = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

const vitest = (): Count => {
  const report = json(join(reports, 'unit.json'));
  return {
    passed: Number(report.numPassedTests),
    failed: Number(report.numFailedTests),
    skipped: Number(report.numPendingTests) + Number(report.numTodoTests),
  };
};

const playwright = (): Count => {
  const stats = json(join(reports, 'e2e.json')).stats as Record<string, number>;
  return { passed: stats.expected! + stats.flaky!, failed: stats.unexpected!, skipped: stats.skipped! };
};

try {
  await check('types', 'tsc', ['-p', 'tsconfig.main.json']);
  await check('types of the screens', 'tsc', ['-p', 'tsconfig.renderer.json']);
  await check('rules of style and of the picture', 'biome', ['check', '--error-on-warnings']);
  await check('generated methods', 'node', ['scripts/write-methods.ts', '--check']);
  await check('generated data model', 'node', ['scripts/write-data-model.ts', '--check']);
  await check('generated types of the tables', 'node', ['scripts/write-tables.ts', '--check']);
  await check('the screens can be built', 'vite', [
    'build',
    '-c',
    'vite.renderer.config.ts',
    '--logLevel',
    'warn',
  ]);
  await suite(
    'units',
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, 'unit.json')}`],
    {},
    vitest,
  );
  await suite(
    'the app in a browser',
    'playwright',
    ['test', '--reporter=list,json'],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'e2e.json') },
    playwright,
  );
} finally {
  rmSync(reports, { recursive: true, force: true });
}
say(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
