// `npm start`. Plain JavaScript that also an old Node can read, so that it can say what it needs instead of crashing.
import process from 'node:process';
import { nodeGuard } from './start/node-guard.mjs';

const sentence = nodeGuard(process.version);
if (sentence !== null) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
} else {
  const { keepCompiledCode } = await import('./start/compile-cache.mjs');
  keepCompiledCode();
  const { start } = await import('./start/start.ts');
  process.exitCode = await start(process.argv.slice(2));
}
