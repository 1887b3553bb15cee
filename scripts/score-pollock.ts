import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import { MEASURES, type Measures, measure } from '../test/read/measure.ts';
import { readAsRows } from '../test/read/read-as-rows.ts';

/**
 * Scores the reader on a folder of polluted files against a folder of their clean twins, as the benchmark Pollock does
 * (Vitagliano et al., VLDB 2023): success and precision, recall and F1 of header, records and cells; 10 is perfect.
 *
 *     node scripts/score-pollock.ts CSV_FOLDER CLEAN_FOLDER [--weights WEIGHTS.json] [--list]
 *
 * Cells are compared letter by letter; the benchmark first brings dates and numbers to one form, which can only be kinder.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { weights: { type: 'string' }, list: { type: 'boolean' } },
});
const [polluted, clean] = positionals;
if (!polluted || !clean) {
  process.stderr.write('Say the folder of polluted files and the folder of their clean twins.\n');
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

const sums = new Map<keyof Measures, number>(MEASURES.map((name) => [name, 0]));
const files = readdirSync(polluted).filter((name) => name.endsWith('.csv'));
let weighted = 0;
let weight = 0;
let equal = 0;
for (const name of files) {
  const found = measure(readAsRows(join(polluted, name)), twin(join(clean, name)));
  const score = MEASURES.reduce((sum, measured) => sum + found[measured], 0);
  for (const measured of MEASURES) sums.set(measured, (sums.get(measured) ?? 0) + found[measured]);
  const own = weights[name] ?? 1;
  weighted += own * score;
  weight += own;
  if (score === MEASURES.length) equal++;
  else if (values.list) say(`${score.toFixed(3)}  ${name}`);
}

for (const [name, sum] of sums) say(`${name.padEnd(16)} ${(sum / files.length).toFixed(4)}`);
const simple = [...sums.values()].reduce((total, sum) => total + sum / files.length, 0);
say(`${equal} of ${files.length} files are read exactly like their twin`);
say(`simple score     ${simple.toFixed(4)} of 10`);
if (values.weights) say(`weighted score   ${(weighted / weight).toFixed(4)} of 10`);
