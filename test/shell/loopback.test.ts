import { mkdtemp } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLoopback } from '../../src/main/shell/loopback/loopback.ts';
import { createSession } from '../../src/main/shell/loopback/session.ts';
import { aLoopback, aRendererFolder, type Opened, STAND_IN } from './support/loopback.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await aLoopback();
});
afterAll(() => opened.close());

const POLICY =
  /^default-src 'self'; script-src 'self'; style-src 'self' 'nonce-([\w-]{24})'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/;

const page = () => fetch(`${opened.origin}/`, { headers: { cookie: opened.cookie } });

describe('the page', () => {
  test('carries the policy with a nonce of its own, and not the token', async () => {
    const [first, second] = await Promise.all([page(), page()]);
    const nonces = [first, second].map(
      ({ headers }) => POLICY.exec(headers.get('content-security-policy') ?? '')?.[1],
    );
    expect(nonces.every((nonce) => nonce !== undefined)).toBe(true);
    expect(nonces[0]).not.toBe(nonces[1]);
    const html = await first.text();
    expect(html).toContain(`<style nonce="${nonces[0]}">`);
    expect(html).not.toContain('__');
    expect(html).not.toContain(opened.token);
  });

  test('and every other answer carry the headers that keep others away', async () => {
    const answers = await Promise.all([
      page(),
      fetch(`${opened.origin}/assets/app.js`, { headers: { cookie: opened.cookie } }),
      fetch(`${opened.origin}/nothing`, { headers: { cookie: opened.cookie } }),
      fetch(`${opened.origin}/`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 403]);
    for (const { headers } of answers) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'$/);
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect(answers[0]?.headers.get('cache-control')).toBe('no-store');
  });

  test('is not to be had by its file name without the nonce', async () => {
    const named = await fetch(`${opened.origin}/index.html`, { headers: { cookie: opened.cookie } });
    expect(named.headers.get('content-security-policy')).toMatch(POLICY);
  });
});

describe('the one-time address', () => {
  test('is exchanged once for a strict cookie that scripts cannot read', async () => {
    const session = createSession();
    expect(Buffer.from(session.startToken, 'base64url')).toHaveLength(32);
    expect(session.redeem('wrong')).toBeNull();
    const cookie = session.redeem(session.startToken);
    expect(cookie).toMatch(/^clientele-[0-9a-f]{16}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(session.redeem(session.startToken)).toBeNull();
    expect(session.hasCookie(`other=1; ${cookie?.split(';')[0]}`)).toBe(true);
    expect(cookie).not.toContain(session.startToken);
    expect(cookie).not.toContain(session.pageToken);
  });

  test('survives a prefetch, and a link from another page leads in without a redirect', async () => {
    const rendererFolder = await aRendererFolder();
    const dataFolder = await mkdtemp(join(tmpdir(), 'clientele-data-'));
    const seen: string[] = [];
    const loopback = await startLoopback({
      engineOptions: { dataFolder, portfolioFolder: '/p', version: '1' },
      rendererFolder,
      engineEntry: STAND_IN,
      openBrowser: (url) => seen.push(url),
    });
    try {
      expect(seen).toEqual([loopback.url]);
      const ahead = await fetch(loopback.url, { headers: { 'sec-purpose': 'prefetch;prerender' } });
      expect(ahead.status).toBe(403);
      const answer = await fetch(loopback.url, { headers: { 'sec-fetch-site': 'cross-site' } });
      expect([answer.status, answer.headers.get('set-cookie')?.includes('SameSite=Strict')]).toEqual([
        200,
        true,
      ]);
      expect(await answer.text()).toContain('http-equiv="refresh" content="0; url=/#token=');
    } finally {
      await loopback.close();
    }
  });
});

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

describe('the server', () => {
  test('is reachable over 127.0.0.1 only', async () => {
    const elsewhere = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    for (const host of ['127.0.0.2', '::1', ...elsewhere]) {
      const reached = await new Promise((resolve) => {
        const socket = connect(opened.port, host, () => resolve(true));
        socket.on('error', () => resolve(false));
        socket.on('connect', () => socket.destroy());
      });
      expect([host, reached]).toEqual([host, false]);
    }
  });

  test('refuses the body of a call beyond its size', async () => {
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(4 * 2 ** 20).fill(32));
      },
    });
    const answer = await post('/rpc/portfolio/create', stream, { 'content-type': 'application/json' }).then(
      ({ status }) => status,
      () => 'broken off',
    );
    expect([413, 'broken off']).toContain(answer);
    expect((await opened.client.portfolio.status()).portfolio).toBeNull();
  });

  test.each([
    ['/rpc/portfolio/wipe', 404],
    ['/rpc/__proto__/create', 404],
    ['/rpc/portfolio', 404],
    ['/rpc/portfolio%2fstatus', 404],
  ])('knows no procedure at %s', async (path, status) => {
    expect((await post(path, '{}', { 'content-type': 'application/json' })).status).toBe(status);
  });

  test.each(['{', '[]', '"x"', 'null', '\u0000', ''])('answers the body %j with a refusal', async (body) => {
    expect((await post('/rpc/portfolio/create', body, { 'content-type': 'application/json' })).status).toBe(
      400,
    );
  });

  test('is not led into prototypes', async () => {
    const body =
      '{"json":{"name":""},"meta":[[1,"__proto__","polluted"],[7,"constructor","prototype","polluted"]]}';
    const { status } = await post('/rpc/portfolio/create', body, { 'content-type': 'application/json' });
    expect(status).toBe(400);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('says who holds a port that is taken', async () => {
    const attempt = startLoopback({
      port: opened.port,
      engineOptions: { dataFolder: opened.dataFolder, portfolioFolder: '/p', version: '1' },
      rendererFolder: opened.rendererFolder,
      engineEntry: STAND_IN,
    });
    await expect(attempt).rejects.toThrow(`Port ${opened.port} is in use by another program.`);
  });

  test('says what the engine says when it cannot start', async () => {
    const attempt = startLoopback({
      engineOptions: {
        dataFolder: opened.dataFolder,
        portfolioFolder: '/p',
        version: '1',
        open: '/p/broken.clientele',
      },
      rendererFolder: opened.rendererFolder,
      engineEntry: STAND_IN,
    });
    await expect(attempt).rejects.toThrow('broken.clientele is not a portfolio.');
  });

  test('ends with its streams open', async () => {
    const other = await aLoopback();
    const stream = await other.client.events.watch();
    await stream.next();
    await other.close();
    await expect(fetch(other.origin)).rejects.toThrow();
    await expect(stream.next().then(() => stream.next())).rejects.toThrow();
  });
});
