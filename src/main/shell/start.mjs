// `npm start`. Plain JavaScript that also an old Node can read, so that it can say what it needs instead of crashing.
import process from 'node:process';
import { nodeGuard } from './start/node-guard.mjs';

const tooOld = nodeGuard(process.version);
if (tooOld !== null) {
  process.stderr.write(`${tooOld}\n`);
  process.exitCode = 1;
} else {
  const { runBuilt } = await import('./start/run-built.mjs');
  process.exitCode = await runBuilt('start', ['renderer']);
}
