import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { clientOver } from '../../src/main/engine/client.ts';
import { RESTARTED } from '../../src/main/engine/supervise.ts';
import { portfolioIn } from '../../src/main/shell/electron/shell.ts';
import { anElectron } from './electron-stand-in.ts';
import { anOpenShell, type Open, quit } from './support/electron-shell.ts';

let shell: Open;
beforeAll(async () => {
  shell = await anOpenShell();
});
afterAll(() => quit(shell));

const others: Open[] = [];
afterEach(async () => {
  for (const other of others.splice(0)) await quit(other);
});
const restartable = async (...args: Parameters<typeof anOpenShell>): Promise<Open> => {
  const opened = await anOpenShell(...args);
  others.push(opened);
  return opened;
};

type Asked = { readonly ok: boolean; readonly value?: string | null; readonly sentence?: string };

describe('what a page can ask the main process', () => {
  const ask = async (
    standIn: Open,
    what: unknown,
    from: {
      readonly url?: string;
      readonly parent?: unknown;
      readonly id?: number;
      readonly gone?: boolean;
    } = {},
  ): Promise<Asked> => {
    const { url = 'app://clientele/', parent = null, id = standIn.contents.id, gone = false } = from;
    const event = { sender: { id }, senderFrame: gone ? null : { url, parent } };
    return (await standIn.handlers.get('ipcMain.handle')?.(event, what)) as Asked;
  };

  test('goes through one entry', async () => {
    const standIn = shell;
    const entries = standIn.calls.filter(({ name }) => name.startsWith('ipcMain.'));
    expect(entries.map(({ name, args }) => [name, args[0]])).toEqual([['ipcMain.handle', 'clientele']]);
  });

  test('is a port to the engine, over which the contract is spoken', async () => {
    const standIn = shell;
    expect(await ask(standIn, { type: 'connect' })).toEqual({ ok: true, value: null });
    const posted = standIn.contents.posted.at(-1);
    expect([posted?.channel, posted?.message, posted?.ports.length]).toEqual([
      'clientele:port',
      { sentence: null },
      1,
    ]);
    const [port] = posted?.ports ?? [];
    if (port === undefined) throw new Error('no port');
    expect(await clientOver(port).portfolio.status()).toMatchObject({ version: '1.2.3', portfolio: null });
  });

  test('is to take over a file, and nothing that is not one', async () => {
    const standIn = shell;
    const path = join(standIn.dataFolder, 'sales.csv');
    await writeFile(path, 'a;b');
    const { value } = await ask(standIn, { type: 'receive', path });
    expect(await readFile(join(standIn.dataFolder, 'received', `${value}`), 'utf8')).toBe('a;b');
    for (const other of [standIn.dataFolder, '/dev/zero', join(standIn.dataFolder, 'gone.csv')]) {
      expect(await ask(standIn, { type: 'receive', path: other })).toEqual({
        ok: false,
        sentence: 'That is not a file that can be read.',
      });
    }
  });

  test('is to let the owner pick a portfolio', async () => {
    const standIn = shell;
    expect(await ask(standIn, { type: 'pick-portfolio' })).toEqual({ ok: true, value: null });
    standIn.pick.paths = ['/portfolios/mine.clientele'];
    expect((await ask(standIn, { type: 'pick-portfolio' })).value).toBe('/portfolios/mine.clientele');
  });

  test('is to let the owner say where a copy goes', async () => {
    const standIn = shell;
    const proposed = '/portfolios/mine 2026-11-30.clientele';
    standIn.pick.paths = [];
    expect(await ask(standIn, { type: 'pick-copy', path: proposed })).toEqual({ ok: true, value: null });
    standIn.pick.paths = ['/media/stick/mine.clientele'];
    expect((await ask(standIn, { type: 'pick-copy', path: proposed })).value).toBe(
      '/media/stick/mine.clientele',
    );
    expect((await ask(standIn, { type: 'pick-copy' })).ok).toBe(false);
  });

  test('is to print a page into a PDF where the owner says, out of sight and without scripts', async () => {
    const standIn = shell;
    const html = '<!doctype html><title>Review</title><p>Ärger & Co.</p>';
    standIn.pick.paths = [];
    const before = standIn.windows.length;
    expect(await ask(standIn, { type: 'save-pdf', html, name: 'Review.pdf' })).toEqual({
      ok: true,
      value: null,
    });
    expect(standIn.windows.length).toBe(before);
    const out = join(standIn.dataFolder, 'mine.pdf');
    standIn.pick.paths = [out];
    expect(await ask(standIn, { type: 'save-pdf', html, name: '../a/Review.pdf' })).toEqual({
      ok: true,
      value: out,
    });
    expect(await readFile(out, 'latin1')).toMatch(/^%PDF/);
    const paper = standIn.windows.at(-1)!;
    expect(paper.options).toMatchObject({
      show: false,
      webPreferences: { javascript: false, sandbox: true },
    });
    expect((paper.options.webPreferences as { preload?: string }).preload).toBeUndefined();
    expect(Buffer.from(paper.urls[0]!.split(',')[1]!, 'base64').toString()).toBe(html);
    expect(paper.webContents.printed).toEqual([expect.objectContaining({ preferCSSPageSize: true })]);
    expect([paper.shown, paper.destroyed]).toEqual([false, true]);
    const proposed = standIn.calls.filter(({ name }) => name === 'dialog.showSaveDialog').at(-1)!.args[1];
    expect(proposed).toMatchObject({ defaultPath: '.. a Review.pdf' });

    standIn.pick.paths = [join(standIn.dataFolder, 'no such folder', 'mine.pdf')];
    expect(await ask(standIn, { type: 'save-pdf', html, name: 'Review.pdf' })).toEqual({
      ok: false,
      sentence: 'The PDF could not be written there. Close it if it is open, or choose another place.',
    });
    expect(standIn.windows.at(-1)!.destroyed).toBe(true);
    expect((await ask(standIn, { type: 'save-pdf', html })).ok).toBe(false);
  });

  test.each([
    ['a frame in the page', { parent: {} }],
    ['another page', { url: 'https://evil.example/' }],
    ['a page that only looks like ours', { url: 'app://clientele.evil.example/' }],
    ['a file', { url: 'file:///app/index.html' }],
    ['the printed review', { url: 'about:srcdoc', parent: {} }],
    ['another window', { id: 99_999 }],
    ['a frame that is gone', { gone: true }],
  ])('is nothing for %s', async (_name, from) => {
    const standIn = shell;
    const before = standIn.contents.posted.length;
    const refusal = { ok: false, sentence: 'This page may not ask for that.' };
    expect(await ask(standIn, { type: 'connect' }, from)).toEqual(refusal);
    expect(await ask(standIn, { type: 'receive', path: '/etc/passwd' }, from)).toEqual(refusal);
    expect(standIn.contents.posted.length).toBe(before);
  });

  test.each([
    [null],
    [undefined],
    ['connect'],
    [{}],
    [{ type: 'run' }],
    [{ type: 'receive' }],
    [{ type: 'receive', path: 7 }],
    [{ type: 'receive', path: '' }],
  ])('is not %j', async (what) => {
    expect(await ask(shell, what)).toEqual({ ok: false, sentence: 'This page may not ask for that.' });
  });
});

describe('the engine', () => {
  test('runs in a utility process, and is restarted with its portfolio when it dies', async () => {
    const standIn = await restartable({ portfolio: '/portfolios/mine.clientele' });
    expect(standIn.processes).toHaveLength(1);
    const event = {
      sender: { id: standIn.contents.id },
      senderFrame: { url: 'app://clientele/', parent: null },
    };
    await standIn.handlers.get('ipcMain.handle')?.(event, { type: 'connect' });
    const before = clientOver(standIn.contents.posted[0]!.ports[0]!);
    await expect
      .poll(async () => (await before.portfolio.status()).portfolio?.file)
      .toBe('/portfolios/mine.clientele');
    standIn.processes[0]?.kill();
    await expect.poll(() => standIn.contents.posted.length).toBe(2);
    const [, posted] = standIn.contents.posted;
    expect(posted?.message).toEqual({ sentence: RESTARTED });
    const [port] = posted?.ports ?? [];
    if (port === undefined) throw new Error('no port');
    expect((await clientOver(port).portfolio.status()).portfolio?.file).toBe('/portfolios/mine.clientele');
  });

  test('could not be given its port in a worker thread', () => {
    const { electron } = anElectron();
    const { port1 } = new electron.MessageChannelMain();
    const worker = new Worker('', { eval: true });
    expect(() => worker.postMessage({ port: port1 }, [port1 as never])).toThrow(/transfer/i);
    void worker.terminate();
  });

  test('opens the portfolio of a second start or of a double click', async () => {
    const standIn = await restartable();
    standIn.app.emit('second-instance', {}, ['/app', '--flag', 'mine.clientele'], '/home/me');
    await expect.poll(() => standIn.contents.reloads).toBe(1);
    standIn.app.emit('open-file', { preventDefault: () => undefined }, '/home/me/other.clientele');
    await expect.poll(() => standIn.contents.reloads).toBe(2);
    expect(standIn.boxes).toEqual([]);
    expect(standIn.windows).toHaveLength(1);
  });

  test.each([
    [['electron', '.', '/p/a.clientele'], '/p/a.clientele'],
    [['clientele', 'b.clientele'], '/home/me/b.clientele'],
    [['clientele', '--sample'], null],
    [['clientele', 'notes.txt'], null],
    [['mine.clientele'], null],
  ])('finds the portfolio among %j', (argv, path) => expect(portfolioIn(argv, '/home/me')).toBe(path));
});

type Item = {
  readonly label?: string;
  readonly accelerator?: string;
  readonly click?: () => void;
  readonly submenu?: readonly Item[];
};

describe('the menu', () => {
  test('presses the key that the page listens to', async () => {
    const standIn = shell;
    const template = standIn.calls.find(({ name }) => name === 'Menu.setApplicationMenu')
      ?.args[0] as readonly Item[];
    const items = template.flatMap(({ submenu }) => submenu ?? []).filter(({ click }) => click !== undefined);
    expect(items.map(({ label, accelerator }) => [label, accelerator])).toEqual([
      ['New portfolio …', 'CmdOrCtrl+N'],
      ['Open portfolio …', 'CmdOrCtrl+O'],
      ['Save a copy …', 'CmdOrCtrl+Shift+S'],
      ['Import sales …', 'CmdOrCtrl+I'],
      ['Print review …', 'CmdOrCtrl+P'],
      ['Undo', 'CmdOrCtrl+Z'],
      ['Redo', 'CmdOrCtrl+Shift+Z'],
      ['Find', 'CmdOrCtrl+F'],
      ['All commands', 'CmdOrCtrl+K'],
    ]);
    items.find(({ label }) => label === 'Redo')?.click?.();
    expect(standIn.contents.pressed).toEqual([
      { type: 'keyDown', keyCode: 'Z', modifiers: ['control', 'shift'] },
      { type: 'keyUp', keyCode: 'Z', modifiers: ['control', 'shift'] },
    ]);
  });
});
