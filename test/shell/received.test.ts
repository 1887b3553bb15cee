import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  baseName,
  ReceiveError,
  receiveFile,
  receiveStream,
  sweepReceived,
} from '../../src/main/shell/received.ts';
import { aLoopback, type Opened } from './support/loopback.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await aLoopback();
});
afterAll(() => opened.close());

const post = (
  path: string,
  body: string | Uint8Array | ReadableStream,
  headers: Record<string, string> = {},
) =>
  fetch(`${opened.origin}${path}`, {
    method: 'POST',
    headers: { origin: opened.origin, cookie: opened.cookie, 'x-clientele-token': opened.token, ...headers },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });

const receivedNames = () => readdir(join(opened.dataFolder, 'received')).catch(() => [] as string[]);

describe('a received file', () => {
  test('is kept whole, for its owner only, under an id', async () => {
    const bytes = new Uint8Array(3_000_000).map((_, at) => at % 251);
    const answer = await post(`/receive?name=${encodeURIComponent('../../Umsätze 2025.csv')}`, bytes);
    const { id } = (await answer.json()) as { id: string };
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    const path = join(opened.dataFolder, 'received', id);
    expect(Buffer.compare(await readFile(path), bytes)).toBe(0);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700);
    expect(JSON.parse(await readFile(`${path}.json`, 'utf8'))).toEqual({
      name: 'Umsätze 2025.csv',
      bytes: bytes.length,
    });
  });

  test('leaves nothing behind when the sender goes away half-way', async () => {
    const before = await receivedNames();
    const request = httpRequest(`${opened.origin}/receive?name=a.csv`, {
      method: 'POST',
      headers: {
        origin: opened.origin,
        cookie: opened.cookie,
        'x-clientele-token': opened.token,
        'content-length': '1000000',
      },
    });
    request.on('error', () => undefined);
    request.write(Buffer.alloc(1000));
    await expect.poll(async () => (await receivedNames()).some((name) => name.endsWith('.part'))).toBe(true);
    request.destroy();
    await expect.poll(receivedNames).toEqual(before);
  });

  test('that says it is too large is refused before it is sent', async () => {
    const answer = await new Promise<number>((resolve) => {
      const request = httpRequest(`${opened.origin}/receive?name=a.csv`, {
        method: 'POST',
        headers: {
          origin: opened.origin,
          cookie: opened.cookie,
          'x-clientele-token': opened.token,
          'content-length': String(5 * 2 ** 30),
        },
      });
      request.on('response', (response) => {
        resolve(response.statusCode ?? 0);
        request.destroy();
      });
      request.on('error', () => undefined);
      request.flushHeaders();
    });
    expect(answer).toBe(413);
  });

  test('that turns out too large, or no file at all, is not kept', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clientele-data-'));
    const fault = (promise: Promise<unknown>): Promise<unknown> =>
      promise.then(
        () => 'kept',
        (error: unknown) => error instanceof ReceiveError && error.fault,
      );
    expect(
      await fault(receiveStream(folder, 'a', Readable.from([Buffer.alloc(6), Buffer.alloc(5)]), 10)),
    ).toBe('too-large');
    expect(await fault(receiveFile(folder, folder))).toBe('not-a-file');
    expect(await fault(receiveFile(folder, '/dev/zero'))).toBe('not-a-file');
    expect(await fault(receiveFile(folder, join(folder, 'gone.csv')))).toBe('not-a-file');
    expect(await readdir(join(folder, 'received'))).toEqual([]);
    await writeFile(join(folder, 'sales.csv'), 'a;b');
    const { id } = await receiveFile(folder, join(folder, 'sales.csv'));
    expect(JSON.parse(await readFile(join(folder, 'received', `${id}.json`), 'utf8'))).toEqual({
      name: 'sales.csv',
      bytes: 3,
    });
  });

  test.each([
    ['sales.csv', 'sales.csv'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\sales.csv', 'sales.csv'],
    ['a\u0000b\r\n.csv', 'ab.csv'],
    ['gnp\u202Evsc.exe', 'gnpvsc.exe'],
    ['..', 'file'],
    ['', 'file'],
    ['folder/', 'file'],
    ['x'.repeat(300), 'x'.repeat(200)],
  ])('called %j is kept as %j', (given, kept) => expect(baseName(given)).toBe(kept));

  test('goes with the window that it was handed to, and no other does', async () => {
    const other = await aLoopback();
    const { id } = await receiveStream(other.dataFolder, 'kept.csv', Readable.from([Buffer.from('a')]));
    const headers = { origin: other.origin, cookie: other.cookie, 'x-clientele-token': other.token };
    await fetch(`${other.origin}/receive?name=given-up.csv`, { method: 'POST', headers, body: 'a;b' });
    const received = join(other.dataFolder, 'received');
    expect(await readdir(received)).toHaveLength(4);
    await other.loopback.close();
    expect((await readdir(received)).sort()).toEqual([id, `${id}.json`]);
    await other.close();
  });

  test('is swept away when it is a day old, and nothing else is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clientele-data-'));
    const { id } = await receiveStream(folder, 'a.csv', Readable.from([Buffer.from('a')]));
    const received = join(folder, 'received');
    await writeFile(join(received, `${'0'.repeat(32)}.part`), 'x');
    await writeFile(join(received, 'notes.txt'), 'mine');
    const before = (await readdir(received)).sort();
    expect(before).toContain(`${id}.json`);
    await sweepReceived(folder, Date.now() + 86_400_000 - 60_000);
    expect((await readdir(received)).sort()).toEqual(before);
    await sweepReceived(folder, Date.now() + 86_400_000 + 60_000);
    expect(await readdir(received)).toEqual(['notes.txt']);
  });
});
