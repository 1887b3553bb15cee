#!/usr/bin/env node
// Plain JavaScript on purpose: an older Node cannot even read what is built, and must be able to say so.
import { nodeGuard } from '../start/node-guard.mjs';

const tooOld = nodeGuard(process.version);
if (tooOld !== null) {
  process.stderr.write(`${tooOld}\n`);
  process.exit(2);
}
const { runBuilt } = await import('../start/run-built.mjs');
process.exitCode = await runBuilt('clientele');
