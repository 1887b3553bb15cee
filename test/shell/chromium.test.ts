import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLoopback } from '../../src/main/shell/loopback/loopback.ts';
import { aBrowser } from './support/chromium.ts';
import {
  askStatus,
  attack,
  misbehave,
  sendForm,
  showReview,
  useEverything,
  watchEvents,
} from './support/in-page.mjs';
import { aLoopback, type Opened, STAND_IN } from './support/loopback.ts';

const browser: Browser | null = await aBrowser();

/** A stranger's server on this machine, with an empty page. */
const aStranger = async (): Promise<{ readonly origin: string; readonly server: Server }> => {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<p>hi'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
};

type Violation = { readonly directive: string; readonly uri: string };

const violationsOf = (page: Page): Promise<readonly Violation[]> => page.evaluate('window.violations ?? []');

const WATCH = `window.violations = [];
addEventListener('securitypolicyviolation', (e) => window.violations.push({ directive: e.effectiveDirective, uri: e.blockedURI }));`;

describe.skipIf(browser === null)('in a real Chromium', () => {
  let opened: Opened;
  let page: Page;
  let url: string;
  let close: () => Promise<void>;

  beforeAll(async () => {
    opened = await aLoopback();
    // aLoopback has used its own link up, as the one browser it is good for
    const loopback = await startLoopback({
      engineOptions: { dataFolder: opened.dataFolder, portfolioFolder: '/p', version: '1.2.3' },
      rendererFolder: opened.rendererFolder,
      engineEntry: STAND_IN,
    });
    url = loopback.url;
    close = loopback.close;
    const context = await (browser as Browser).newContext();
    await context.addInitScript(WATCH);
    page = await context.newPage();
    await page.goto(url);
    await page.waitForSelector('body[data-script=ran]');
  });
  afterAll(async () => {
    await browser?.close();
    await close();
    await opened.close();
  });

  test('the one-time address leads to the page, is gone from the address bar and works once', async () => {
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await page.evaluate('getComputedStyle(document.querySelector("p")).color')).toBe('rgb(1, 2, 3)');
    expect(await page.evaluate('document.cookie')).toBe('');
    const other = await (await (browser as Browser).newContext()).newPage();
    expect((await other.goto(url))?.status()).toBe(403);
    await other.context().close();
  });

  test('the page can call, be told of events, and send a file', async () => {
    const seen = await page.evaluate(useEverything);
    expect(seen.status).toMatchObject({ json: { version: '1.2.3' } });
    expect(seen.id).toMatch(/^[0-9a-f]{32}$/);
  });

  test('the printed review shows in a srcdoc frame, styled by the nonce, without scripts', async () => {
    await page.evaluate(showReview);
    const frame = page.frames().find((each) => each.url() === 'about:srcdoc');
    expect(await frame?.evaluate('document.body.innerText')).toBe('review');
    expect(await frame?.evaluate('getComputedStyle(document.querySelector("p")).color')).toBe('rgb(9, 8, 7)');
    expect((await violationsOf(page)).filter(({ directive }) => directive.startsWith('frame'))).toEqual([]);
  });

  test('inline script, inline style without a nonce, eval, and anything from elsewhere are blocked', async () => {
    const before = (await violationsOf(page)).length;
    await page.evaluate(misbehave);
    expect(await page.evaluate('document.body.dataset.inline')).toBeUndefined();
    expect(await page.evaluate('getComputedStyle(document.querySelector("p")).color')).toBe('rgb(1, 2, 3)');
    expect(new URL(await page.evaluate<string>('document.baseURI')).origin).toBe(new URL(url).origin);
    const blocked = (await violationsOf(page)).slice(before).map(({ directive }) => directive);
    expect(new Set(blocked)).toEqual(
      new Set(['script-src-elem', 'style-src-elem', 'img-src', 'connect-src', 'base-uri']),
    );
  });

  test("another program's page on this machine, with the owner's cookie at hand, gets nothing", async () => {
    const stranger = await aStranger();
    const elsewhere = await page.context().newPage();
    await elsewhere.goto(stranger.origin);
    const { origin } = new URL(url);
    const got = await elsewhere.evaluate(attack, origin);
    expect(got).toEqual({ answers: ['rejected', 'rejected', 'rejected'], script: 'blocked' });
    const framed = elsewhere.frames().find((each) => each !== elsewhere.mainFrame());
    expect(await framed?.content()).not.toContain('ready');
    await elsewhere.evaluate(sendForm, origin);
    await elsewhere.waitForURL(`${origin}/**`);
    expect(await elsewhere.content()).toContain('This address belongs to Clientele');
    const token = await page.evaluate<string>('location.hash.replace("#token=", "")');
    const status = await page.evaluate(askStatus, token);
    expect(status).toMatchObject({ json: { portfolio: null } });
    await elsewhere.close();
    stranger.server.close();
    stranger.server.closeAllConnections();
  });

  test('closing the tab ends its stream', async () => {
    const counted = async (): Promise<number> => {
      await opened.client.portfolio.open({ path: '/portfolios/a.clientele' });
      return (await opened.client.portfolio.status()).portfolio?.orderLines ?? -1;
    };
    const context = await (browser as Browser).newContext();
    const [name = '', value = ''] = opened.cookie.split('=');
    await context.addCookies([{ name, value, url: opened.origin }]);
    const tab = await context.newPage();
    await tab.goto(`${opened.origin}/`);
    await tab.evaluate(watchEvents, opened.token);
    expect(await counted()).toBe(1);
    await tab.close();
    await expect.poll(counted).toBe(0);
    await context.close();
  });
});
