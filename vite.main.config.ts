import { dirname, relative, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const main = (path: string): string => resolve(root, 'src', 'main', path);

/**
 * A thread is started with `new URL('./file.ts', import.meta.url)`, which works without a build. In the bundle the
 * file becomes an entry of its own beside the others, and the address points there.
 */
const threadEntries = (): Plugin => ({
  name: 'thread-entries',
  transform(code, id) {
    if (!code.includes('import.meta.url')) return null;
    const changed = code.replace(
      /new URL\((['"])(\.[^'"]+)\.ts\1,\s*import\.meta\.url\)/g,
      (_all, _quote, path: string) => {
        const file = resolve(dirname(id), `${path}.ts`);
        const name = `thread-${relative(main('.'), file).replace(/\.ts$/, '').replaceAll(/[\\/]/g, '-')}`;
        this.emitFile({ type: 'chunk', id: file, fileName: `${name}.js` });
        return `new URL('./${name}.js', import.meta.url)`;
      },
    );
    return changed === code ? null : { code: changed, map: null };
  },
});

const esm = { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } as const;

/** What each `--mode` builds. A sandboxed preload must be CommonJS and one file. */
const MODES = {
  node: {
    input: { clientele: main('shell/cli/main.ts'), start: main('shell/start/start.ts') },
    output: esm,
  },
  electron: {
    input: { main: main('shell/electron/main.ts'), engine: main('engine/entry.ts') },
    output: esm,
  },
  preload: {
    input: { preload: main('shell/electron/preload.ts') },
    output: { format: 'cjs', entryFileNames: '[name].cjs' },
  },
} as const;

export default defineConfig(({ mode }) => {
  if (!Object.hasOwn(MODES, mode)) throw new Error(`--mode is one of ${Object.keys(MODES).join(', ')}`);
  return {
    root,
    publicDir: false,
    plugins: [threadEntries()],
    define: { 'process.env.NODE_ENV': '"production"' },
    // native code and Electron itself stay where npm put them
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      outDir: mode === 'node' ? 'dist/node' : 'dist/electron',
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: MODES[mode as keyof typeof MODES],
    },
  };
});
