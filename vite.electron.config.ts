import { dirname, resolve } from 'node:path';
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
        const name = `thread-${path.split('/').at(-1)}`;
        this.emitFile({ type: 'chunk', id: file, fileName: `${name}.js` });
        return `new URL('./${name}.js', import.meta.url)`;
      },
    );
    return changed === code ? null : { code: changed, map: null };
  },
});

// `--mode main` builds what Electron starts and the engine, `--mode preload` what runs before the page: a sandboxed
// preload must be CommonJS and one file.
export default defineConfig(({ mode }) => ({
  root,
  publicDir: false,
  plugins: [threadEntries()],
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: true,
    outDir: 'dist/electron',
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions:
      mode === 'preload'
        ? {
            input: { preload: main('shell/electron/preload.ts') },
            output: { format: 'cjs', entryFileNames: '[name].cjs' },
          }
        : {
            input: { main: main('shell/electron/main.ts'), engine: main('engine/entry.ts') },
            output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
          },
  },
}));
