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
    const lines = join(folder, 'lines.csv');
    const file = openSync(lines, 'w');
    for (const chunk of generateOrderLines({ lines: 1_000_000, customers: 92_000, seed: 1 }))
      writeSync(file, chunk);
    closeSync(file);
    await against(folder, lines, 'import of 1,000,000 order lines, 92,000 customers', 2);
    if (existsSync(RETAIL)) {
      const retail = join(folder, 'retail.csv');
      writeFileSync(retail, gunzipSync(readFileSync(RETAIL)));
      await against(folder, retail, 'import of 541,909 real order lines', 3);
    } else process.stdout.write('import of real order lines: skipped, the file is not here\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const against = async (folder: string, csv: string, title: string, bar: number): Promise<void> => {
  let peak = 0;
  await runPair({
    title,
    bar,
    ours: () => {
      const portfolio = join(folder, 'bench.clientele');
      const report = join(folder, 'report.json');
      rmSync(portfolio, { force: true });
      const ms = timeCommand('sh', [
        '-c',
        `"${process.execPath}" "${CLI}" import "${csv}" --portfolio "${portfolio}" --currency EUR --locale en-GB --json > "${report}"`,
      ]);
      peak = Math.max(
        peak,
        (JSON.parse(readFileSync(report, 'utf8')) as { peakRssBytes: number }).peakRssBytes,
      );
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
