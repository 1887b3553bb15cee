// `npm run build`: everything that runs, from the sources, where it is missing or older than they are.
import { CHECKOUT, ensureBuilt } from '../src/main/shell/start/build.ts';

try {
  await ensureBuilt(CHECKOUT, ['node', 'renderer', 'electron']);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
