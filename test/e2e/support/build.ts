import { ensureRenderer, RENDERER_FOLDER } from '../../../src/main/shell/start/build.ts';

/** Builds the interface before the first test, so that no start has to wait for it. */
export default async function build(): Promise<void> {
  await ensureRenderer(RENDERER_FOLDER);
}
