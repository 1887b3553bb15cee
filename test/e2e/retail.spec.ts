import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { expect, test } from './support/test.ts';

/** The UCI "Online Retail" sales of a British web shop; it lies beside the project where it was fetched. */
const ARCHIVE = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'online-retail.csv.gz');

let folder = '';
test.beforeAll(async () => {
  if (!existsSync(ARCHIVE)) return;
  folder = mkdtempSync(join(tmpdir(), 'clientele-retail-'));
  await pipeline(
    createReadStream(ARCHIVE),
    createGunzip(),
    createWriteStream(join(folder, 'online-retail.csv')),
  );
});
test.afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

const minorOfPounds = (text: string): number => Math.round(Number(text.replace(/[£,−]/g, '')) * 100);

test('Online Retail (UCI): 541,909 rows, £9,747,747.93, 4,372 customers, and back', async ({
  app,
  engine,
  page,
}) => {
  if (folder === '') process.stdout.write(`\nSKIPPED: there is no ${ARCHIVE}\n`);
  test.skip(folder === '', 'the Online Retail data set is not here');

  await test.step('the file as it is understood', async () => {
    await app.start.toImport();
    await app.importing.choose(join(folder, 'online-retail.csv'));
    await app.importing.answer('GBP');
    await expect(app.importing.factValues.nth(3)).toContainText('£');
    await expect(app.importing.commit).toBeEnabled();
  });

  const facts = await test.step('its control totals', async () => {
    const names = await app.importing.factNames.allTextContents();
    const values = await app.importing.factValues.allTextContents();
    return new Map(names.map((name, i) => [name, values[i] ?? '']));
  });
  const fact = (start: string): string =>
    [...facts].find(([name]) => name.startsWith(start))?.[1] ?? `no ${start}`;
  const count = (start: string): number => Number(fact(start).replaceAll(',', ''));
  expect(fact('Rows in the file')).toBe('541,909');
  expect(count('Rows to import') + count('Rows left out')).toBe(541_909);
  const leftOut = fact('Sum of what is left out');
  const sums = [...facts].filter(([name]) => name.startsWith('Sum')).map(([, value]) => value);
  const signed = sums.map((text) => (text.startsWith('−') ? -1 : 1) * minorOfPounds(text));
  expect(
    signed.reduce((a, b) => a + b, 0),
    `${sums.join(' and ')} (left out: ${leftOut})`,
  ).toBe(974_774_793);
  expect(fact('Customers')).toBe('4,372');

  await test.step('imported', async () => {
    await app.importing.name.fill('Gift shop');
    await app.importing.commit.click();
    await expect(app.importing.result).toContainText('from 4,372 customers, all of them new.', {
      timeout: 600_000,
    });
    expect((await engine.portfolio.status()).portfolio).toMatchObject({ customers: 4372 });
  });

  await test.step('looked at', async () => {
    await app.frame.go('Overview');
    await expect(app.overview.names).toHaveCount(5);
    await expect(app.frame.bar).toContainText('Sales from 1 Dec 2010 to 9 Dec 2011');
    await app.frame.go('Customers');
    await expect(app.customers.totals).toContainText('4,372 customers');
    await app.frame.go('Portfolio');
    await app.matrix.draw('Customers');
    await expect(app.matrix.chart).toBeVisible();
  });

  await test.step('undone', async () => {
    await app.frame.go('Import');
    await app.importing.undo('past');
    await expect(app.importing.past).toContainText('undone', { timeout: 600_000 });
    await expect(app.frame.bar).toContainText('No sales yet');
    expect((await engine.portfolio.status()).portfolio).toMatchObject({ customers: 0, orderLines: 0 });
    await app.frame.go('Overview');
    await expect(
      page.getByRole('heading', { name: 'There are no sales in this portfolio yet.' }),
    ).toBeVisible();
  });
});
