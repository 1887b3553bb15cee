import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appProtocol } from '../../src/main/shell/electron/app-protocol.ts';
import { mayOpen, openExternal } from '../../src/main/shell/electron/external-links.ts';
import { aRendererFolder } from './support/loopback.ts';
import { TRAVERSALS } from './support/traversals.ts';

describe('a link out of the app', () => {
  test.each([
    ['https://example.com/a?b=c', true],
    ['mailto:anna@example.com?subject=Hi', true],
    ['http://example.com/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['smb://server/share', false],
    ['ms-settings:', false],
    ['vscode://file/etc/passwd', false],
    ['app://clientele/', false],
    ['https://user:secret@example.com/', false],
    [`https://example.com/${'a'.repeat(3000)}`, false],
    ['not an address', false],
    ['', false],
  ])('%s: %s', async (url, allowed) => {
    const opened: string[] = [];
    const shell = { openExternal: (each: string) => Promise.resolve(void opened.push(each)) };
    expect(mayOpen(url)).toBe(allowed);
    expect(await openExternal(shell, url)).toBe(allowed);
    expect(opened.length).toBe(allowed ? 1 : 0);
  });
});

describe('the app protocol', () => {
  const POLICY =
    /^default-src 'self'; script-src 'self'; style-src 'self' 'nonce-([\w-]{24})'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/;
  const get = (folder: string, url: string, method = 'GET') => appProtocol(folder)({ method, url });

  test('gives the page its policy, its nonce and no token', async () => {
    const folder = await aRendererFolder();
    const [first, second] = await Promise.all([
      get(folder, 'app://clientele/'),
      get(folder, 'app://clientele/#/matrix'),
    ]);
    const nonces = [first, second].map(
      ({ headers }) => POLICY.exec(headers.get('content-security-policy') ?? '')?.[1],
    );
    expect(nonces.every((nonce) => nonce !== undefined) && nonces[0] !== nonces[1]).toBe(true);
    const html = await first.text();
    expect(html).toContain(`<style nonce="${nonces[0]}">`);
    expect(html).not.toContain('__');
  });

  test('serves files by type', async () => {
    const answer = await get(await aRendererFolder(), 'app://clientele/assets/app.js');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test(`answers ${TRAVERSALS.length} ways out of the folder with 404`, async () => {
    const folder = await aRendererFolder();
    await symlink(join(folder, '..', 'secret.txt'), join(folder, 'assets', 'link.txt'));
    await symlink(join(folder, '..'), join(folder, 'assets', 'folder-link'));
    for (const path of TRAVERSALS.filter((each) => !each.includes('#'))) {
      expect([path, (await get(folder, `app://clientele${path}`)).status]).toEqual([path, 404]);
    }
  });

  test('answers other hosts with 404 and other methods with 405', async () => {
    const folder = await aRendererFolder();
    for (const url of [
      'app://elsewhere/',
      'app://clientele.evil/',
      'app://clientele@evil/',
      'app://clientele:80/',
      'file:///etc/passwd',
    ]) {
      expect([url, (await get(folder, url)).status]).toEqual([url, 404]);
    }
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await get(folder, 'app://clientele/', method)).status).toBe(405);
    }
  });
});
