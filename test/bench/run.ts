// Every speed is a ratio of two things run alternately in one go; no absolute time is a bar.
// `npm run bench` runs all parts, `npm run bench -- models` one of them.
import { analyzeBench } from './analyze.bench.ts';
import { backTestBench } from './back-test.bench.ts';
import { bgNbdBench } from './bgnbd.bench.ts';
import { importBench } from './import.bench.ts';
import { screensBench } from './screens.bench.ts';
import { stallBench } from './stall.bench.ts';
import { truthBench } from './truth.bench.ts';

const keep = process.argv.includes('--keep');
const parts: Readonly<Record<string, () => Promise<void> | void>> = {
  import: importBench,
  analyze: analyzeBench,
  stalls: stallBench,
  screens: screensBench,
  models: bgNbdBench,
  'back-tests': () => backTestBench(keep),
  truth: truthBench,
};
const chosen = process.argv.slice(2).filter((argument) => argument in parts);
for (const [name, bench] of Object.entries(parts))
  if (chosen.length === 0 || chosen.includes(name)) await bench();
