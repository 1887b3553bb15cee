import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createContext, Script } from 'node:vm';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';

type Exposed = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

let code = '';
beforeAll(async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'clientele-preload-'));
  const configFile = resolve(import.meta.dirname, '..', '..', 'vite.main.config.ts');
  await build({ configFile, mode: 'preload', logLevel: 'silent', build: { outDir } });
  code = await readFile(join(outDir, 'preload.cjs'), 'utf8');
});

/** Runs the built preload as Electron does: as CommonJS, with `electron` and nothing else. */
const run = (answers: Readonly<Record<string, unknown>> = {}) => {
  const exposed = new Map<string, Exposed>();
  const asked: unknown[] = [];
  const required: string[] = [];
  const posted: unknown[] = [];
  const listeners = new Map<string, (event: unknown, message: unknown) => void>();
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, object: Exposed) => exposed.set(name, object) },
    ipcRenderer: {
      invoke: (channel: string, ask: { readonly type: string }) => {
        asked.push([channel, ask]);
        return Promise.resolve(answers[ask.type] ?? { ok: true, value: null });
      },
      on: (channel: string, listener: (event: unknown, message: unknown) => void) =>
        listeners.set(channel, listener),
    },
    webUtils: { getPathForFile: (file: { readonly path?: string }) => file.path ?? '' },
  };
  const require = (name: string): unknown => {
    required.push(name);
    if (name !== 'electron') throw new Error(`a sandboxed preload has no ${name}`);
    return electron;
  };
  const window = { postMessage: (...args: readonly unknown[]) => posted.push(args) };
  new Script(code).runInContext(createContext({ require, window, module: {}, exports: {} }));
  const bridge = exposed.get('clientele');
  if (bridge === undefined) throw new Error('nothing was exposed');
  return { bridge, exposed, asked, required, posted, listeners };
};

describe('the built preload', () => {
  test('needs electron only and puts one frozen object on the window', () => {
    const { exposed, required, bridge } = run();
    expect(required).toEqual(['electron']);
    expect([...exposed.keys()]).toEqual(['clientele']);
    expect(Object.isFrozen(bridge)).toBe(true);
  });

  test('offers these and nothing more', () => {
    expect(Object.keys(run().bridge)).toMatchInlineSnapshot(`
      [
        "connect",
        "receive",
        "pickPortfolio",
        "pickCopy",
        "savePdf",
      ]
    `);
  });

  test('asks on one channel', async () => {
    const { bridge, asked, listeners } = run({ receive: { ok: true, value: 'abc' } });
    await bridge.connect?.();
    await bridge.pickPortfolio?.();
    await bridge.pickCopy?.('/copy.clientele');
    expect(await bridge.receive?.({ path: '/sales.csv' })).toBe('abc');
    expect(asked).toEqual([
      ['clientele', { type: 'connect' }],
      ['clientele', { type: 'pick-portfolio' }],
      ['clientele', { type: 'pick-copy', path: '/copy.clientele' }],
      ['clientele', { type: 'receive', path: '/sales.csv' }],
    ]);
    expect([...listeners.keys()]).toEqual(['clientele:port']);
  });

  test('takes a file by the path that Electron knows, never by one the page says', async () => {
    const { bridge, asked } = run();
    await expect(bridge.receive?.({ name: '/etc/passwd' })).rejects.toThrow('Only a file from this machine');
    expect(asked).toEqual([]);
  });

  test('passes a refusal on as a sentence', async () => {
    const { bridge } = run({ connect: { ok: false, sentence: 'This page may not ask for that.' } });
    await expect(bridge.connect?.()).rejects.toThrow('This page may not ask for that.');
  });

  test('hands the port to the page', () => {
    const { listeners, posted } = run();
    const port = {};
    listeners.get('clientele:port')?.({ ports: [port] }, { sentence: 'Restarted.' });
    expect(posted).toEqual([[{ type: 'clientele-port', sentence: 'Restarted.' }, '*', [port]]]);
  });
});
