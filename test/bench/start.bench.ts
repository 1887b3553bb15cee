import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { findChromium } from '../../src/main/report/chromium.ts';
import { OURS, otherBuild } from '../support/other-build.ts';
import { cpuOf, cpuOfGroup } from './cpu.ts';
import { isInstalled, runPair } from './paired.ts';

const ONE_ORDER = 'Date,Order,Customer ID,Product,Quantity,Amount\n2025-03-01,1,7,Bread,1,4.20\n';

/** The arguments of Node in the script of package.json, so that both are run as they are meant to be. */
const scriptOf = (root: string, name: string): readonly string[] => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const [program, ...args] = (manifest.scripts[name] ?? '').split(' ');
  if (program !== 'node') throw new Error(`"${name}" of ${root} is not run by Node`);
  return args;
};

const command = (root: string, ...args: readonly string[]): number =>
  cpuOf(process.execPath, [...scriptOf(root, 'clientele'), ...args], root);

/** A portfolio of one order, made by the program that is to open it. */
const portfolioOf = (root: string, folder: string, name: string): string => {
  const csv = join(folder, 'one-order.csv');
  writeFileSync(csv, ONE_ORDER);
  const path = join(folder, `${name}.clientele`);
  command(root, 'import', csv, '--portfolio', path, '--currency', 'EUR', '--locale', 'en-GB');
  return path;
};

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((found, failed) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+\/start\?token=\S+/.exec(said)?.[0];
      if (url !== undefined) found(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => failed(new Error(`npm start ended with ${code}.\n${said}`)));
  });

/** CPU of npm, the shell and its threads from `npm start` until a browser shows the key figures; the browser's own is not in it. */
const startUntilShown = async (browser: Browser, root: string, portfolio: string): Promise<number> => {
  const data = mkdtempSync(join(tmpdir(), 'clientele-start-'));
  const child = spawn('npm', ['start', '--', '--no-open', portfolio], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', CLIENTELE_DATA: data },
  });
  const ended = new Promise((done) => child.once('exit', done));
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  try {
    const page = await context.newPage();
    await page.goto(await addressOf(child));
    await page.getByRole('main').getByRole('region', { name: 'Key figures' }).waitFor();
    return cpuOfGroup(child.pid!);
  } finally {
    await context.close();
    process.kill(-child.pid!, 'SIGINT');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
};

/** How much less the program computes to begin than another state of it does: a folder or a commit. */
export const startBench = async (named: string | undefined): Promise<void> => {
  const program = await findChromium();
  if (named === undefined || !isInstalled('bash') || process.platform !== 'linux' || program === null) {
    process.stdout.write(
      'start: skipped; it needs Linux, bash, a Chromium and what to compare with: npm run bench -- start COMMIT-OR-FOLDER\n',
    );
    return;
  }
  const other = otherBuild(named);
  const folder = mkdtempSync(join(tmpdir(), 'clientele-start-bench-'));
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    await runPair({
      title: 'clientele --help, CPU against the other state',
      bar: 0.35,
      ours: () => command(OURS, '--help'),
      theirs: () => command(other.root, '--help'),
    });
    const [ours, theirs] = [portfolioOf(OURS, folder, 'ours'), portfolioOf(other.root, folder, 'theirs')];
    await runPair({
      title: 'npm start to the first screen of one order, CPU against the other state',
      bar: 0.7,
      ours: () => startUntilShown(browser, OURS, ours),
      theirs: () => startUntilShown(browser, other.root, theirs),
    });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
    other.remove();
  }
};
