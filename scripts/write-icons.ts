// Makes every icon from resources/icon.svg: PNG pictures, icon.ico, icon.icns, and icons.json with the sums of all of
// them, by which a test tells that they belong together. Run it with `npm run icons`.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright';
import config from '../playwright.config.ts';
import { type IconPng, icnsOf, icoOf } from './icon-containers.ts';

const RESOURCES = resolve(import.meta.dirname, '..', 'resources');
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const ICO_SIZES = SIZES.filter((size) => size <= 256);

const draw = async (browser: Browser, svg: string, size: number): Promise<IconPng> => {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<style>html,body{margin:0}img{display:block;width:100vw;height:100vh}</style><img src="${address}" alt="">`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return { size, png };
};

const svg = await readFile(join(RESOURCES, 'icon.svg'), 'utf8');
const browser = await chromium.launch(config.use?.launchOptions ?? {});
try {
  const pictures: IconPng[] = [];
  for (const size of SIZES) pictures.push(await draw(browser, svg, size));
  const files: Readonly<Record<string, Buffer>> = {
    ...Object.fromEntries(pictures.map(({ size, png }) => [`icons/${size}x${size}.png`, png])),
    'icon.ico': icoOf(pictures.filter(({ size }) => ICO_SIZES.includes(size))),
    'icon.icns': icnsOf(pictures),
  };
  await rm(join(RESOURCES, 'icons'), { recursive: true, force: true });
  await mkdir(join(RESOURCES, 'icons'), { recursive: true });
  const sums: Record<string, string> = {};
  for (const [name, bytes] of Object.entries({ 'icon.svg': Buffer.from(svg), ...files })) {
    if (name !== 'icon.svg') await writeFile(join(RESOURCES, name), bytes);
    sums[name] = createHash('sha256').update(bytes).digest('hex');
  }
  await writeFile(join(RESOURCES, 'icons.json'), `${JSON.stringify(sums, null, 2)}\n`);
} finally {
  await browser.close();
}
