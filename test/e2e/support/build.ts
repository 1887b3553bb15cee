import { CHECKOUT, ensureBuilt } from '../../../src/main/shell/start/build.ts';

/** Builds the program and its interface before the first test, so that no start has to wait for it. */
export default async function build(): Promise<void> {
  await ensureBuilt(CHECKOUT, ['node', 'renderer']);
}
