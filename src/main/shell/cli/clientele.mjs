#!/usr/bin/env node
// Plain JavaScript on purpose: an older Node cannot even read the TypeScript below, and must be able to say so.
import { nodeGuard } from '../start/node-guard.mjs';

const tooOld = nodeGuard(process.version);
if (tooOld !== null) {
  process.stderr.write(`${tooOld}\n`);
  process.exit(2);
}
const { keepCompiledCode } = await import('../start/compile-cache.mjs');
keepCompiledCode();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
