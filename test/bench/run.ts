// Every speed is a ratio of two things run alternately in one go; no absolute time is a bar.
import { bgNbdBench } from './bgnbd.bench.ts';
import { importBench } from './import.bench.ts';

await importBench();
await bgNbdBench();
