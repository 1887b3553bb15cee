import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tallyTests } from '../faults/tally.ts';
import { aLoopback, type Opened } from './support/loopback.ts';
import { type Headers, rawRequest, requestText } from './support/raw-request.ts';

let opened: Opened;
let earlier: Opened;
beforeAll(async () => {
  [opened, earlier] = await Promise.all([aLoopback(), aLoopback()]);
});
afterAll(() => Promise.all([opened.close(), earlier.close()]));

type Target = 'create' | 'close' | 'receive' | 'page' | 'file';
type Attack = {
  readonly name: string;
  readonly on: Target;
  readonly headers: (honest: Headers) => Headers;
  readonly method?: string;
  readonly path?: (path: string) => string;
};

const PATHS: Readonly<Record<Target, readonly [method: string, path: string, body: string]>> = {
  create: ['POST', '/rpc/portfolio/create', '{"json":{"name":"Hostile"}}'],
  close: ['POST', '/rpc/portfolio/close', '{}'],
  receive: ['POST', '/receive?name=a.csv', 'a;b'],
  page: ['GET', '/', ''],
  file: ['GET', '/assets/app.js', ''],
};

const honestHeaders = ({ origin, port, cookie, token }: Opened): Headers => ({
  host: `127.0.0.1:${port}`,
  origin,
  cookie,
  'x-clientele-token': token,
  'content-type': 'application/json',
  'sec-fetch-site': 'same-origin',
});

const without = (headers: Headers, ...names: readonly string[]): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
const withHeader =
  (name: string, value: (port: number) => string | readonly string[]) =>
  (headers: Headers): Headers => ({ ...headers, [name]: value(opened.port) });
const dropping =
  (...names: readonly string[]) =>
  (headers: Headers): Headers =>
    without(headers, ...names);

const calls = ['create', 'close', 'receive'] as const;
const reads = ['page', 'file'] as const;
const all = [...calls, ...reads];
const on = (targets: readonly Target[], name: string, headers: Attack['headers']): readonly Attack[] =>
  targets.map((target) => ({ name, on: target, headers }));

// a name that a stranger's DNS resolves to 127.0.0.1 is all that DNS rebinding needs
const HOSTS: readonly ((port: number) => string | readonly string[])[] = [
  (port) => `evil.example:${port}`,
  (port) => `rebind.network:${port}`,
  (port) => `127.0.0.1.nip.io:${port}`,
  (port) => `localhost.evil.example:${port}`,
  (port) => `0.0.0.0:${port}`,
  (port) => `[::1]:${port}`,
  (port) => `2130706433:${port}`,
  (port) => `127.1:${port}`,
  (port) => `localhost.:${port}`,
  (port) => `LOCALHOST:${port}`,
  (port) => `127.0.0.1:${port + 1}`,
  () => '127.0.0.1',
  () => 'localhost',
  (port) => `user@127.0.0.1:${port}`,
  (port) => [`127.0.0.1:${port}`, `evil.example:${port}`],
  (port) => [`evil.example:${port}`, `127.0.0.1:${port}`],
];

const ORIGINS: readonly ((port: number) => string | readonly string[])[] = [
  () => 'null',
  () => 'https://evil.example',
  (port) => `http://evil.example:${port}`,
  (port) => `https://127.0.0.1:${port}`,
  (port) => `http://127.0.0.1:${port + 1}`,
  () => 'http://127.0.0.1',
  (port) => `http://localhost:${port}`,
  (port) => `http://127.0.0.1:${port}/`,
  (port) => `http://127.0.0.1:${port}.evil.example`,
  (port) => [`http://127.0.0.1:${port}`, 'https://evil.example'],
];

const ATTACKS: readonly Attack[] = [
  ...HOSTS.flatMap((host, at) =>
    on(at % 2 === 0 ? ['create', 'page'] : ['close', 'receive'], `host ${at}`, withHeader('host', host)),
  ),
  ...on(['create', 'receive'], 'no token and a forwarded host', (honest) => ({
    ...without(honest, 'x-clientele-token'),
    'x-forwarded-host': `127.0.0.1:${opened.port}`,
  })),
  ...ORIGINS.flatMap((origin, at) =>
    on(
      at % 2 === 0 ? ['create', 'receive'] : ['close', 'receive'],
      `origin ${at}`,
      withHeader('origin', origin),
    ),
  ),
  ...on(
    reads,
    'read from another origin',
    withHeader('origin', () => 'https://evil.example'),
  ),
  ...on(calls, 'no origin', dropping('origin')),
  ...on(calls, 'origin only as referrer', (honest) => ({
    ...without(honest, 'origin'),
    referer: `${opened.origin}/`,
  })),
  ...on(all, 'no cookie', dropping('cookie')),
  ...on(calls, 'no token', dropping('x-clientele-token')),
  ...on(
    calls,
    'empty token',
    withHeader('x-clientele-token', () => ''),
  ),
  ...on(
    calls,
    "another run's token",
    withHeader('x-clientele-token', () => earlier.token),
  ),
  ...on(
    all,
    "another run's cookie",
    withHeader('cookie', () => earlier.cookie),
  ),
  ...on(
    calls,
    'token cut short',
    withHeader('x-clientele-token', () => opened.token.slice(0, -1)),
  ),
  ...on(
    calls,
    'the cookie as token',
    withHeader('x-clientele-token', () => opened.cookie.split('=')[1] ?? ''),
  ),
  ...on(
    ['create'],
    'two tokens',
    withHeader('x-clientele-token', () => [opened.token, earlier.token]),
  ),
  ...on(
    all,
    'cookie of the right name with the wrong value',
    withHeader('cookie', () => `${opened.cookie.split('=')[0]}=x`),
  ),
  ...on(
    all,
    'page of another site',
    withHeader('sec-fetch-site', () => 'cross-site'),
  ),
  ...on(
    all,
    "another program's page on this machine",
    withHeader('sec-fetch-site', () => 'same-site'),
  ),
  ...on(calls, 'form of another site', (honest) => ({
    ...without(honest, 'x-clientele-token'),
    origin: 'https://evil.example',
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'content-type': 'application/x-www-form-urlencoded',
  })),
  ...on(calls, 'form without scripts, as text', (honest) => ({
    ...without(honest, 'x-clientele-token', 'cookie', 'sec-fetch-site'),
    origin: 'null',
    'content-type': 'text/plain',
  })),
  ...['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'].map(
    (method): Attack => ({
      name: `${method} from another site`,
      on: 'create',
      method,
      headers: withHeader('origin', () => 'https://evil.example'),
    }),
  ),
  {
    name: 'preflight that asks for the token header',
    on: 'create',
    method: 'OPTIONS',
    headers: (honest) => ({
      ...without(honest, 'cookie', 'x-clientele-token'),
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-clientele-token',
    }),
  },
  {
    name: 'absolute target of another host',
    on: 'page',
    headers: (honest) => honest,
    path: () => 'http://evil.example/',
  },
  {
    name: 'used start link without a cookie',
    on: 'page',
    headers: dropping('cookie'),
    path: () => opened.loopback.url.slice(opened.origin.length),
  },
  {
    name: 'start link with a wrong token',
    on: 'page',
    headers: dropping('cookie'),
    path: () => '/start?token=x',
  },
  { name: 'start link without a token', on: 'page', headers: dropping('cookie'), path: () => '/start' },
  {
    name: "another run's start link",
    on: 'page',
    headers: dropping('cookie'),
    path: () => earlier.loopback.url.slice(earlier.origin.length),
  },
  { name: 'call by GET', on: 'create', method: 'GET', headers: dropping('x-clientele-token') },
];

const state = async (): Promise<unknown> => ({
  status: await opened.client.portfolio.status(),
  received: await readdir(join(opened.dataFolder, 'received')).catch(() => []),
});

describe(`${ATTACKS.length} hostile requests`, () => {
  tallyTests('hostile request');
  test('are at least a hundred', () => expect(ATTACKS.length).toBeGreaterThanOrEqual(100));

  test.each(ATTACKS.map((attack, at) => [at, attack.name, attack.on, attack] as const))(
    '%i: %s, on %s: 403 and nothing is changed',
    async (_at, _name, _on, attack) => {
      const before = await state();
      const [method, path, body] = PATHS[attack.on];
      const used = attack.method ?? method;
      const text = requestText(
        used,
        attack.path?.(path) ?? path,
        attack.headers(honestHeaders(opened)),
        used === 'GET' ? '' : body,
      );
      const answer = await rawRequest(opened.port, text);
      expect(answer.status).toBe(403);
      expect(answer.head.toLowerCase()).not.toMatch(/access-control|set-cookie/);
      expect(answer.body).not.toMatch(/<p>|document|Hostile/);
      expect(await state()).toEqual(before);
    },
  );

  test('while an honest one is answered', async () => {
    for (const target of ['create', 'page', 'file', 'receive'] as const) {
      const [method, path, body] = PATHS[target];
      const answer = await rawRequest(opened.port, requestText(method, path, honestHeaders(opened), body));
      expect([target, answer.status]).toEqual([target, 200]);
    }
    expect((await opened.client.portfolio.status()).portfolio?.file).toBe('/portfolios/Hostile.clientele');
  });
});
