import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findChromium } from '../../src/main/report/chromium.ts';
import { printToPdf } from '../../src/main/report/pdf.ts';
import { pdfPages } from '../../src/main/report/pdf-pages.ts';

const file = (...parts: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(
    ['%PDF-1.5\n', ...parts, '\n%%EOF'].map((p) => (typeof p === 'string' ? Buffer.from(p, 'latin1') : p)),
  );

const stream = (id: number, dictionary: string, body: Buffer, length = String(body.length)): Buffer =>
  Buffer.concat([
    Buffer.from(`${id} 0 obj\n<<${dictionary} /Length ${length}>>\nstream\n`, 'latin1'),
    body,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);

const objectStream = (id: number, objects: readonly (readonly [number, string])[]): Buffer => {
  const bodies = objects.map(([, body]) => `${body} `);
  const heads = objects.map(([n], i) => `${n} ${bodies.slice(0, i).join('').length}`).join(' ');
  const body = deflateSync(Buffer.from(`${heads} ${bodies.join('')}`, 'latin1'));
  return stream(
    id,
    `/Type /ObjStm /N ${objects.length} /First ${heads.length + 1} /Filter /FlateDecode`,
    body,
  );
};

const TREE: readonly (readonly [number, string])[] = [
  [1, '<</Type /Catalog /Pages 2 0 R>>'],
  [2, '<</Type /Pages /Count 3 /Kids [3 0 R 4 0 R]>>'],
  [3, '<</Type/Page/Parent 2 0 R>>'],
  [4, '<</Type /Pages /Count 2 /Parent 2 0 R /Kids [5 0 R 6 0 R]>>'],
  [5, '<</Type /Page /Parent 4 0 R>>'],
  [6, '<</Type /Page /Parent 4 0 R>>'],
];

const plain = (objects: readonly (readonly [number, string])[]): string =>
  objects.map(([n, body]) => `${n} 0 obj\n${body}\nendobj\n`).join('');

/** Bytes that look like a page to whoever searches the file for words. */
const DECOY = Buffer.from('9 0 obj <</Type /Page>> endobj', 'latin1');

describe('pages of a PDF', () => {
  test('are the leaves of its page tree', () => {
    expect(pdfPages(file(plain(TREE)))).toBe(3);
  });

  test('are found in compressed object streams', () => {
    expect(pdfPages(file(objectStream(7, TREE)))).toBe(3);
    expect(pdfPages(file(plain(TREE.slice(0, 3)), objectStream(7, TREE.slice(3))))).toBe(3);
  });

  test('are not what stands in a picture, nor what an update has replaced', () => {
    const replaced = plain([[2, '<</Type /Pages /Count 1 /Kids [3 0 R]>>']]);
    expect(pdfPages(file(plain(TREE), stream(8, '', DECOY)))).toBe(3);
    expect(pdfPages(file(plain(TREE), stream(8, '', DECOY, '99 0 R')))).toBe(3);
    expect(pdfPages(file(plain(TREE), replaced))).toBe(1);
  });

  test('a tree that bites its tail ends', () => {
    expect(pdfPages(file(plain([...TREE, [4, '<</Type /Pages /Kids [2 0 R 5 0 R]>>']])))).toBe(2);
  });

  test('a file without pages is refused', () => {
    expect(() => pdfPages(file('nothing'))).toThrow(RangeError);
  });
});

describe.skipIf(process.platform === 'win32')('a browser that does not play along', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-pdf-'));
    vi.stubEnv('TMPDIR', folder);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });

  const aBrowser = async (script: string): Promise<string> => {
    const path = join(folder, 'browser');
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o755);
    vi.stubEnv('CLIENTELE_CHROMIUM', path);
    return path;
  };

  const failure = async (timeoutMs = 10_000): Promise<string> => {
    const out = join(folder, 'review.pdf');
    await writeFile(out, 'the review of last month');
    const error = await printToPdf('<p>', out, { timeoutMs }).catch((e: unknown) => e);
    expect(await readFile(out, 'utf8')).toBe('the review of last month');
    expect(
      (await readdir(folder)).filter((name) => !['review.pdf', 'browser', 'pid'].includes(name)),
    ).toEqual([]);
    return error instanceof Error ? error.message : 'no error';
  };

  test('one that is not there: the sentence names the setting', async () => {
    vi.stubEnv('CLIENTELE_CHROMIUM', join(folder, 'nowhere'));
    expect(await findChromium()).toBeNull();
    expect(await failure()).toMatch(/^CLIENTELE_CHROMIUM names .*nowhere, which is not a program; /);
  });

  test('the one that is named is taken', async () => {
    const path = await aBrowser('exit 0');
    expect(await findChromium()).toBe(path);
  });

  test('one that stops', async () => {
    await aBrowser('exit 3');
    expect(await failure()).toMatch(
      /stopped before the PDF was made; set CLIENTELE_CHROMIUM to another, or write/,
    );
  });

  test('one that answers nonsense', async () => {
    await aBrowser(`printf '{"id":1,"result":{}}\\0' >&4; sleep 60`);
    expect(await failure()).toMatch(/made no PDF; /);
  });

  test('one that says what is no JSON', async () => {
    await aBrowser(`printf 'hello\\0' >&4; sleep 60`);
    expect(await failure()).toMatch(/made no PDF; /);
  });

  test('one that hangs is ended, with what it started', async () => {
    await aBrowser(`sleep 600 & echo $! > '${folder}/pid'; wait`);
    expect(await failure(500)).toMatch(/^The browser did not finish the PDF in time; try again, or write/);
    const grandchild = Number(await readFile(join(folder, 'pid'), 'utf8'));
    await expect.poll(() => isRunning(grandchild)).toBe(false);
  });
});

/** Whether a process runs; one that has ended and only waits to be collected does not. */
const isRunning = async (pid: number): Promise<boolean> => {
  try {
    process.kill(pid, 0);
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    return !/\) Z /.test(stat);
  } catch {
    return false;
  }
};
