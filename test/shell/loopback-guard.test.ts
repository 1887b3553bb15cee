import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrowser } from './support/chromium.ts';
import { aLoopback, type Opened } from './support/loopback.ts';
import { rawRequest, requestText } from './support/raw-request.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await aLoopback();
});
afterAll(() => opened.close());

const host = () => ({ host: `127.0.0.1:${opened.port}` });

describe('whoever has the cookie alone', () => {
  const ADDRESSES = [
    '/',
    '/index.html',
    '/assets/app.js',
    '/start',
    '/start?token=x',
    '/nothing',
    '/rpc/portfolio/status',
  ];

  test.each(ADDRESSES)('is not told the token at %s', async (path) => {
    for (const site of ['none', 'same-origin', 'cross-site']) {
      const headers = { ...host(), cookie: opened.cookie, 'sec-fetch-site': site };
      const { head, body } = await rawRequest(opened.port, requestText('GET', path, headers));
      expect(`${head}${body}`).not.toContain(opened.token);
    }
  });

  test('cannot use the link again to get the token', async () => {
    const path = opened.loopback.url.slice(opened.origin.length);
    const headers = { ...host(), cookie: opened.cookie };
    const { status, head } = await rawRequest(opened.port, requestText('GET', path, headers));
    expect(status).toBe(303);
    expect(head).toMatch(/^location: \/\r?$/im);
    expect(head).not.toContain(opened.token);
  });

  test('cannot call or send anything', async () => {
    const headers = {
      ...host(),
      origin: opened.origin,
      cookie: opened.cookie,
      'sec-fetch-site': 'same-origin',
    };
    for (const path of ['/rpc/portfolio/status', '/receive?name=a.csv'])
      expect((await rawRequest(opened.port, requestText('POST', path, headers, '{}'))).status).toBe(403);
  });
});

test('a browser sends the cookie to other ports; what a program there can do with it is nothing', async ({
  skip,
}) => {
  const browser = await aBrowser();
  if (browser === null) return skip();
  const seen: string[] = [];
  const stranger = createServer((request, response) => {
    seen.push(request.headers.cookie ?? '');
    response.setHeader('content-type', 'text/html').end('<p>hi');
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const address = stranger.address();
  const context = await browser.newContext();
  try {
    const [name = '', value = ''] = opened.cookie.split('=');
    await context.addCookies([
      { name, value, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Strict' },
    ]);
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
    expect(seen[0]).toBe(opened.cookie);
    const headers = {
      ...host(),
      origin: opened.origin,
      cookie: String(seen[0]),
      'sec-fetch-site': 'same-origin',
    };
    const fetched = await rawRequest(opened.port, requestText('GET', '/', headers));
    expect([fetched.status, `${fetched.head}${fetched.body}`.includes(opened.token)]).toEqual([200, false]);
    const called = await rawRequest(opened.port, requestText('POST', '/rpc/portfolio/close', headers, '{}'));
    expect(called.status).toBe(403);
  } finally {
    await browser.close();
    stranger.close();
  }
});

describe('connections that say nothing', () => {
  const silent = async (count: number, text: string): Promise<readonly Socket[]> =>
    Promise.all(
      Array.from(
        { length: count },
        () =>
          new Promise<Socket>((resolve, reject) => {
            const socket = connect(opened.port, '127.0.0.1', () => {
              socket.on('error', () => undefined);
              if (text !== '') socket.write(text);
              resolve(socket);
            });
            socket.once('error', reject);
          }),
      ),
    );

  test.each([
    ['nothing at all', ''],
    ['half a head', 'GET / HTTP/1.1\r\nhost: 127.0.0.1'],
  ])('600 of them, with %s, do not keep the owner out, and are bounded', async (_what, text) => {
    const stream = await opened.client.events.watch();
    await stream.next();
    const sockets = await silent(600, text);
    try {
      expect((await opened.client.portfolio.status()).version).toBe('1.2.3');
      const left = () => sockets.filter(({ closed, readyState }) => !closed && readyState === 'open').length;
      await expect.poll(left, { timeout: 5000 }).toBeLessThanOrEqual(64);
      // what is being answered does not give way
      expect((await stream.next()).done).toBe(false);
    } finally {
      await stream.return?.(undefined);
      for (const socket of sockets) socket.destroy();
    }
  });
});

describe('no answer may be kept by anybody', () => {
  const own = () => ({ ...host(), cookie: opened.cookie });
  const calling = () => ({ ...own(), origin: opened.origin, 'x-clientele-token': opened.token });

  test.each([
    ['the page', () => requestText('GET', '/', own())],
    ['the page, its head only', () => requestText('HEAD', '/', own())],
    ['a file', () => requestText('GET', '/assets/app.js', own())],
    [
      'a call',
      () =>
        requestText(
          'POST',
          '/rpc/portfolio/status',
          { ...calling(), 'content-type': 'application/json' },
          '{}',
        ),
    ],
    [
      'a call that is refused',
      () =>
        requestText(
          'POST',
          '/rpc/portfolio/create',
          { ...calling(), 'content-type': 'application/json' },
          '{',
        ),
    ],
    ['a received file', () => requestText('POST', '/receive?name=a.csv', calling(), 'a;b')],
    ['a stranger', () => requestText('GET', '/', host())],
    ['nothing there', () => requestText('GET', '/nothing', own())],
    ['a wrong method', () => requestText('POST', '/', calling(), 'x')],
    ['the link, used already', () => requestText('GET', '/start?token=x', own())],
    ['a head that cannot be read', () => 'GET / HTTP/1.1\r\nno colon\r\n\r\n'],
    ['a head too long', () => requestText('GET', '/', { ...own(), 'x-long': 'x'.repeat(20_000) })],
    ['an expectation', () => requestText('GET', '/', { ...own(), expect: 'a miracle' })],
  ])('%s', async (_what, text) => {
    const { status, head } = await rawRequest(opened.port, text());
    expect(status).toBeGreaterThanOrEqual(200);
    expect(head).toMatch(/^cache-control: no-store\r?$/im);
    expect(head).toMatch(/^content-security-policy: .*form-action 'none'/im);
  });

  test('a stream of events', async () => {
    const headers = { origin: opened.origin, cookie: opened.cookie, 'x-clientele-token': opened.token };
    const answer = await fetch(`${opened.origin}/rpc/events/watch`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    await answer.body?.cancel();
  });
});
