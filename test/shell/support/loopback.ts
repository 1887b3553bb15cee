import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { type Loopback, startLoopback } from '../../../src/main/shell/loopback/loopback.ts';
import type { Client } from '../../../src/shared/contract/index.ts';

export const STAND_IN = new URL('./stand-in-entry.ts', import.meta.url);

export const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="csp-nonce" content="__CSP_NONCE__">
<title>Clientele</title>
<style nonce="__CSP_NONCE__">p { color: rgb(1, 2, 3) }</style></head>
<body><p>ready</p><script type="module" src="/assets/app.js"></script></body></html>`;

/** A folder with a page as the build would leave it, beside a file that must never be served. */
export const aRendererFolder = async (): Promise<string> => {
  const outside = await mkdtemp(join(tmpdir(), 'clientele-shell-'));
  const folder = join(outside, 'renderer');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(outside, 'secret.txt'), 'SECRET');
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(folder, 'assets', 'app.js'), 'document.body.dataset.script = "ran";\n');
  return folder;
};

export type Opened = {
  readonly loopback: Loopback;
  readonly origin: string;
  readonly port: number;
  readonly cookie: string;
  readonly token: string;
  readonly dataFolder: string;
  readonly rendererFolder: string;
  /** what the window uses */
  readonly client: Client;
  readonly close: () => Promise<void>;
};

/**
 * A running loopback shell, and a browser's place in it: cookie, token, client.
 * @param open a portfolio for the real engine; without one a stand-in answers
 */
export const aLoopback = async (open?: string): Promise<Opened> => {
  const rendererFolder = await aRendererFolder();
  const dataFolder = await mkdtemp(join(tmpdir(), 'clientele-data-'));
  const loopback = await startLoopback({
    engineOptions: {
      dataFolder,
      portfolioFolder: '/portfolios',
      version: '1.2.3',
      ...(open ? { open } : {}),
    },
    rendererFolder,
    ...(open ? {} : { engineEntry: STAND_IN }),
  });
  const { origin } = loopback;
  const entered = await fetch(loopback.url, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const token = /^\/#token=(.+)$/.exec(entered.headers.get('location') ?? '')?.[1] ?? '';
  const headers = { origin, cookie, 'x-clientele-token': token };
  const client: Client = createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers }));
  return {
    loopback,
    origin,
    port: Number(new URL(origin).port),
    cookie,
    token,
    dataFolder,
    rendererFolder,
    client,
    close: async () => {
      await loopback.close();
      for (const folder of [dataFolder, join(rendererFolder, '..')])
        await rm(folder, { recursive: true, force: true });
    },
  };
};
