import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tallyTests } from '../faults/tally.ts';
import { aLoopback, type Opened } from './support/loopback.ts';
import { rawRequest, requestText } from './support/raw-request.ts';
import { TRAVERSALS } from './support/traversals.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await aLoopback();
  const outside = join(opened.rendererFolder, '..');
  await symlink(join(outside, 'secret.txt'), join(opened.rendererFolder, 'assets', 'link.txt'));
  await symlink(outside, join(opened.rendererFolder, 'assets', 'folder-link'));
});
afterAll(() => opened.close());

const get = (path: string, cookie: string) =>
  rawRequest(opened.port, requestText('GET', path, { host: `127.0.0.1:${opened.port}`, cookie }));

describe(`${TRAVERSALS.length} ways out of the folder`, () => {
  tallyTests('path traversal');
  test('are at least two hundred', () => expect(TRAVERSALS.length).toBeGreaterThanOrEqual(200));

  test.each(TRAVERSALS)('%s: 404', async (path) => {
    const answer = await get(path, opened.cookie);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toMatch(/SECRET|root:|ran/);
  });

  test('while a file of the folder is served', async () => {
    const answer = await get('/assets/app.js', opened.cookie);
    expect([answer.status, answer.body.includes('ran')]).toEqual([200, true]);
  });

  test('and a stranger learns from none of them what exists', async () => {
    const answers = await Promise.all(TRAVERSALS.map((path) => get(path, '')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403, 404]));
    expect((await get('/assets/app.js', '')).status).toBe(403);
    expect((await get('/assets/nothing.js', '')).status).toBe(403);
  });
});
