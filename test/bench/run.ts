// Every speed is a ratio of two things run alternately in one go; no absolute time is a bar.
// `npm run bench` runs all parts, `npm run bench -- models` one of them; `-- start COMMIT-OR-FOLDER` needs what to
// compare with.
import { analyzeBench } from './analyze.bench.ts';
import { backTestBench } from './back-test.bench.ts';
import { bgNbdBench } from './bgnbd.bench.ts';
import { importBench } from './import.bench.ts';
import { screensBench } from './screens.bench.ts';
import { stallBench } from './stall.bench.ts';
import { startBench } from './start.bench.ts';
import { statementsBench } from './statements.bench.ts';
import { truthBench } from './truth.bench.ts';

const words = process.argv.slice(2);
const keep = words.includes('--keep');
const parts: Readonly<Record<string, () => Promise<void> | void>> = {
  start: () => startBench(other),
  import: importBench,
  analyze: analyzeBench,
  stalls: stallBench,
  screens: screensBench,
  statements: statementsBench,
  models: bgNbdBench,
  'back-tests': () => backTestBench(keep),
  truth: truthBench,
};
const other = words.find((word) => !word.startsWith('--') && !Object.hasOwn(parts, word));
const chosen = words.filter((word) => Object.hasOwn(parts, word));
for (const [name, bench] of Object.entries(parts))
  if (chosen.length === 0 || chosen.includes(name)) await bench();
