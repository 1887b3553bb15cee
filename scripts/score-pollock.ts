import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import { MEASURES, type Measures, measure } from '../test/import/read/measure.ts';
import { pollute } from '../test/import/read/pollute.ts';
import { readAsRows } from '../test/import/read/read-as-rows.ts';

/**
 * Scores the reader on a folder of polluted files against a folder of their clean twins, as the benchmark Pollock does
 * (Vitagliano et al., VLDB 2023): success and precision, recall and F1 of header, records and cells; 10 is perfect.
 *
 *     node scripts/score-pollock.ts CSV_FOLDER CLEAN_FOLDER [--weights WEIGHTS.json] [--list]
 *     node scripts/score-pollock.ts --source CLEAN.csv [--weights WEIGHTS.json] [--list]
 *
 * The second makes the benchmark's families from a table of one's own (\n at the end of its lines).
 * Cells are compared letter by letter; the benchmark first brings dates and numbers to one form, which can only be kinder.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { source: { type: 'string' }, weights: { type: 'string' }, list: { type: 'boolean' } },
});
const [polluted, clean] = positionals;
if (!values.source && (!polluted || !clean)) {
  process.stderr.write(
    'Say the folder of polluted files and the folder of their clean twins, or --source.\n',
  );
  process.exit(2);
}

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const weights: Readonly<Record<string, number>> = values.weights
  ? JSON.parse(readFileSync(values.weights, 'utf8'))
  : {};

const twin = (path: string): string[][] => {
  const text = readFileSync(path, 'utf8');
  return text === '' ? [] : Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
};

type Case = { readonly name: string; readonly path: string; readonly clean: readonly (readonly string[])[] };

function* given(csvFolder: string, cleanFolder: string): Generator<Case> {
  for (const name of readdirSync(csvFolder).filter((each) => each.endsWith('.csv')))
    yield { name, path: join(csvFolder, name), clean: twin(join(cleanFolder, name)) };
}

function* made(source: string): Generator<Case> {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-pollock-'));
  const path = join(folder, 'polluted.csv');
  try {
    for (const { name, csv, clean: rows } of pollute(readFileSync(source, 'utf8'), '\n')) {
      writeFileSync(path, csv);
      yield { name: `${name}.csv`, path, clean: rows };
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const read = (path: string): string[][] | null => {
  try {
    return readAsRows(path);
  } catch {
    return null;
  }
};

const sums = new Map<keyof Measures, number>(MEASURES.map((name) => [name, 0]));
let files = 0;
let weighted = 0;
let weight = 0;
let equal = 0;
for (const { name, path, clean: rows } of values.source
  ? made(values.source)
  : given(polluted ?? '', clean ?? '')) {
  files++;
  const found = measure(read(path), rows);
  const score = MEASURES.reduce((sum, measured) => sum + found[measured], 0);
  for (const measured of MEASURES) sums.set(measured, (sums.get(measured) ?? 0) + found[measured]);
  const own = weights[name] ?? 1;
  weighted += own * score;
  weight += own;
  if (score === MEASURES.length) equal++;
  else if (values.list) say(`${score.toFixed(3)}  ${name}`);
}

for (const [name, sum] of sums) say(`${name.padEnd(16)} ${(sum / files).toFixed(4)}`);
const simple = [...sums.values()].reduce((total, sum) => total + sum / files, 0);
say(`${equal} of ${files} files are read exactly like their twin`);
say(`simple score     ${simple.toFixed(4)} of 10`);
if (values.weights) say(`weighted score   ${(weighted / weight).toFixed(4)} of 10`);
