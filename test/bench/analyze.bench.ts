import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateOrderLines } from './generate.ts';
import { runPair, timeCommand } from './paired.ts';

const CLI = new URL('../../src/main/shell/cli/clientele.mjs', import.meta.url).pathname;

/** Sums by customer, by month and by product of the same file: what a quick program would read from it. */
const DUCKDB = `
import sys, duckdb
c = duckdb.connect()
lines = f"read_csv('{sys.argv[1]}')"
net = '"Quantity" * "Unit price"'
for by, of in (('"Customer ID"', '"Date"'), ("date_trunc('month', \\"Date\\")", '"Customer ID"'), ('"Product code"', '"Customer ID"')):
    c.execute(f'SELECT {by}, count(DISTINCT {of}), min("Date"), max("Date"), sum({net}) FROM {lines} GROUP BY 1').fetchall()
`;

/** Everything `analyze` says of a million lines, from nothing, as a process of its own. */
export const analyzeBench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-analyze-'));
  try {
    const csv = join(folder, 'lines.csv');
    const file = openSync(csv, 'w');
    for (const chunk of generateOrderLines({ lines: 1_000_000, customers: 92_000, seed: 1 }))
      writeSync(file, chunk);
    closeSync(file);
    const portfolio = join(folder, 'bench.clientele');
    timeCommand(process.execPath, [
      CLI,
      'import',
      csv,
      '--portfolio',
      portfolio,
      '--currency',
      'EUR',
      '--locale',
      'en-GB',
    ]);
    const ours = (): number =>
      timeCommand(process.execPath, [CLI, 'analyze', '--portfolio', portfolio, '--json']);
    if (spawnSync('python3', ['-c', 'import duckdb']).status === 0)
      await runPair({
        title: 'analyze of 1,000,000 lines, 92,000 customers, against three summary queries of DuckDB',
        bar: 3,
        ours,
        theirs: () => timeCommand('python3', ['-c', DUCKDB, csv]),
      });
    else process.stdout.write('analyze against DuckDB: skipped, it is not installed\n');
    process.stdout.write(
      `  analyze of 1,000,000 lines took ${(ours() / 1000).toFixed(1)} s here (QUALITY wants 10 s)\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
