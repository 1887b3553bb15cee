// Takes the pictures of the README from the sample bakery: the same seed, day and window give the same pictures.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright';
import config from '../playwright.config.ts';
import { type App, appOf } from '../test/e2e/pages/app.ts';
import { aCsv } from '../test/e2e/support/sales.ts';
import { startShell } from '../test/e2e/support/shell.ts';

const ROOT = resolve(import.meta.dirname, '..');
const PICTURES = join(ROOT, 'docs', 'pictures');
const CLIENTELE = join(ROOT, 'src', 'main', 'shell', 'cli', 'clientele.mjs');

/** Two days after the sample's last sale. */
const NOW = '2025-10-02T09:00:00+02:00';
const MOST_BYTES = 250_000;
const SETTLED_TRIES = 40;

/** Each picture is painted whole: what is painted over in part differs by a shade. */
const SAME_PIXELS = ['--disable-partial-raster', '--force-color-profile=srgb'];

const folder = mkdtempSync(join(tmpdir(), 'clientele-pictures-'));
const portfolio = join(folder, 'Sample bakery.clientele');
const csv = join(folder, 'bakery-till-export.csv');

/** A picture of the window as soon as nothing in it moves any more. */
const settled = async ({ page }: App): Promise<Buffer> => {
  await page.mouse.move(0, 0);
  let before: Buffer = Buffer.alloc(0);
  for (let i = 0; i < SETTLED_TRIES; i++) {
    const now = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    if (now.equals(before)) return now;
    before = now;
    await page.waitForTimeout(100);
  }
  throw new Error('the window does not come to rest');
};

const take = async (app: App, name: string): Promise<void> => {
  const picture = await settled(app);
  if (picture.length > MOST_BYTES) throw new Error(`${name}.png has ${picture.length} bytes`);
  writeFileSync(join(PICTURES, `${name}.png`), picture);
  process.stdout.write(`${name}.png, ${Math.round(picture.length / 1000)} kB\n`);
};

type Visit = { readonly scheme: 'light' | 'dark'; readonly portfolio?: string };

/** Opens the app in a window of its own, with nothing in it but what is asked for. */
const visit = async (
  browser: Browser,
  { scheme, portfolio }: Visit,
  work: (app: App) => Promise<void>,
): Promise<void> => {
  const shell = await startShell({ now: NOW, ...(portfolio === undefined ? {} : { portfolio }) });
  const { viewport = null, locale, timezoneId } = config.use ?? {};
  const context = await browser.newContext({
    viewport,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    ...(locale === undefined ? {} : { locale }),
    ...(timezoneId === undefined ? {} : { timezoneId }),
  });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    await page.goto(shell.url);
    await work(appOf(page));
  } finally {
    await context.close();
    await shell.stop();
  }
};

const importing = async (app: App): Promise<void> => {
  await app.start.toImport();
  await app.importing.choose(aCsv('bakery-till-export.csv', readFileSync(csv)));
  await app.importing.name.fill('Sample bakery');
  await app.importing.name.blur();
  await take(app, 'import');
};

const everyPlace = async (app: App): Promise<void> => {
  await app.overview.names.first().waitFor();
  await take(app, 'overview');
  await app.frame.go('Portfolio');
  await app.matrix.chart.waitFor();
  await app.matrix.draw('Customers');
  await app.page.getByRole('application', { name: /\d customers/ }).waitFor();
  await take(app, 'matrix');
  await app.page.getByRole('tab', { name: 'Segments' }).click();
  await app.segments.cards.first().waitFor();
  await take(app, 'segments');
  await app.frame.go('Customers');
  await app.customers.filter('Field of the matrix', 'Invest');
  await app.customers.showEveryone.waitFor();
  await app.customers.rows.first().click();
  await app.customer.orders.waitFor();
  await take(app, 'customer');
  await app.frame.go('Reviews');
  await app.reviews.make.click();
  await app.reviews.sheet.getByRole('article').first().waitFor();
  await take(app, 'review');
};

try {
  mkdirSync(PICTURES, { recursive: true });
  execFileSync(process.execPath, [CLIENTELE, 'sample', '--out', portfolio, '--csv', csv]);
  const { args = [], ...launch } = config.use?.launchOptions ?? {};
  const browser = await chromium.launch({ ...launch, args: [...args, ...SAME_PIXELS] });
  try {
    await visit(browser, { scheme: 'light' }, importing);
    // the review that is made below would be in the next pictures
    const untouched = readFileSync(portfolio);
    await visit(browser, { scheme: 'light', portfolio }, everyPlace);
    writeFileSync(portfolio, untouched);
    await visit(browser, { scheme: 'dark', portfolio }, async (app) => {
      await app.overview.names.first().waitFor();
      await take(app, 'overview-dark');
    });
  } finally {
    await browser.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
