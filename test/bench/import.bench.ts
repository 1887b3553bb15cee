import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { generateOrderLines } from './generate.ts';
import { isInstalled, runPair, timeCommand } from './paired.ts';

/** As `npm run clientele` starts it. */
const NODE = `"${process.execPath}" --max-semi-space-size=8`;
const CLI = new URL('../../src/main/shell/cli/clientele.mjs', import.meta.url).pathname;
const RETAIL = new URL('../../../shared/data/online-retail.csv.gz', import.meta.url);

/** The whole way of a row as a process of its own, against `sqlite3 .import` of the raw text alone. */
export const importBench = async (): Promise<void> => {
  if (!isInstalled('sqlite3')) {
    process.stdout.write('import: skipped, the sqlite3 command line is not installed\n');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'clientele-bench-'));
  try {
    const lines = linesFile(folder, 1_000_000);
    await against(folder, lines, 'import of 1,000,000 order lines, 92,000 customers', 2);
    if (existsSync(RETAIL)) {
      const retail = join(folder, 'retail.csv');
      writeFileSync(retail, gunzipSync(readFileSync(RETAIL)));
      await against(folder, retail, 'import of 541,909 real order lines', 3);
    } else process.stdout.write('import of real order lines: skipped, the file is not here\n');
    growth(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const linesFile = (folder: string, lines: number): string => {
  const path = join(folder, `lines-${lines}.csv`);
  if (existsSync(path)) return path;
  const file = openSync(path, 'w');
  for (const chunk of generateOrderLines({ lines, customers: Math.round(lines * 0.092), seed: 1 }))
    writeSync(file, chunk);
  closeSync(file);
  return path;
};

const importCommand = (csv: string, portfolio: string, report: string): string =>
  `${NODE} "${CLI}" import "${csv}" --portfolio "${portfolio}" --currency EUR --locale en-GB --json > "${report}"`;

type Reported = { readonly elapsedMs: number; readonly peakRssBytes: number };
const reported = (report: string): Reported => JSON.parse(readFileSync(report, 'utf8')) as Reported;

/** How cost grows with the file: the exponent between one size and ten times it. `--large` goes to ten million lines. */
const growth = (folder: string): void => {
  const sizes = [10_000, 100_000, 1_000_000, ...(process.argv.includes('--large') ? [10_000_000] : [])];
  const costs = sizes.map((lines) => {
    const csv = linesFile(folder, lines);
    const runs = Array.from({ length: lines > 1_000_000 ? 1 : 3 }, () => {
      const portfolio = join(folder, 'growth.clientele');
      const report = join(folder, 'report.json');
      rmSync(portfolio, { force: true });
      timeCommand('sh', ['-c', importCommand(csv, portfolio, report)]);
      return reported(report);
    });
    return {
      ms: Math.min(...runs.map(({ elapsedMs }) => elapsedMs)),
      bytes: Math.min(...runs.map(({ peakRssBytes }) => peakRssBytes)),
    };
  });
  for (let i = 1; i < sizes.length; i++) {
    const [less, more] = [costs[i - 1]!, costs[i]!];
    const [time, memory] = [Math.log10(more.ms / less.ms), Math.log10(more.bytes / less.bytes)];
    const held = time <= MOST_EXPONENT && memory <= MOST_EXPONENT;
    process.stdout.write(
      `  from ${sizes[i - 1]!.toLocaleString('en')} to ${sizes[i]!.toLocaleString('en')} lines: time grows by the power ${time.toFixed(2)}, peak memory ${memory.toFixed(2)} (${Math.round(more.bytes / 1e6)} MB), bar ${MOST_EXPONENT} – ${held ? 'held' : 'NOT HELD'}\n`,
    );
  }
};
const MOST_EXPONENT = 1.1;

const against = async (folder: string, csv: string, title: string, bar: number): Promise<void> => {
  let peak = 0;
  await runPair({
    title,
    bar,
    ours: () => {
      const portfolio = join(folder, 'bench.clientele');
      const report = join(folder, 'report.json');
      rmSync(portfolio, { force: true });
      const ms = timeCommand('sh', ['-c', importCommand(csv, portfolio, report)]);
      peak = Math.max(peak, reported(report).peakRssBytes);
      return ms;
    },
    theirs: () => {
      const raw = join(folder, 'raw.db');
      rmSync(raw, { force: true });
      return timeCommand('sqlite3', [raw, '.mode csv', `.import "${csv}" lines`]);
    },
  });
  process.stdout.write(`  peak memory ${Math.round(peak / 1e6)} MB, bar 300 MB\n`);
};
