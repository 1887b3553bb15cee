import { existsSync, readdirSync } from 'node:fs';
import type { Client } from '../../src/shared/contract/index.ts';
import { table } from '../support/csv.ts';
import type { App } from './pages/app.ts';
import type { Upload } from './pages/import.ts';
import { dropFile } from './support/in-page.mjs';
import { firstImport } from './support/path.ts';
import { aBakery, aCsv, uploadOf } from './support/sales.ts';
import { expect, test } from './support/test.ts';

const HEADER = ['Receipt', 'Date', 'Customer', 'Article', 'Quantity', 'Amount'];

/** Days that can be read in two ways, all of them. */
const ambiguous = aCsv(
  'two-readings.csv',
  table(
    HEADER,
    ['03/04/2025', '05/06/2025', '07/08/2025', '01/12/2025'].map((day, i) => [
      `R${i}`,
      day,
      `Customer ${i}`,
      'Bread',
      '1',
      '4.20',
    ]),
  ),
);

/** A browser reports every refusal on its console, also one that the page answers in a sentence. */
const REFUSED = /status of 422/;

/** What an owner would find changed: nothing, where this stays the same. */
const stateOf = async (engine: Client): Promise<unknown> => {
  const { portfolio } = await engine.portfolio.status();
  if (!portfolio) return null;
  const overview = await engine.overview.read();
  return [portfolio, overview, await engine.importing.past(), await engine.customers.list({})];
};

const factOf = async (app: App, name: string): Promise<string> => {
  await expect(app.importing.commit).toBeVisible();
  const names = await app.importing.factNames.allTextContents();
  return (await app.importing.factValues.allTextContents())[names.indexOf(name)] ?? '';
};

test.describe('days that can be read in two ways', () => {
  for (const { choice, first, last } of [
    { choice: 0, first: '3 Apr 2025', last: '1 Dec 2025' },
    { choice: 1, first: '12 Jan 2025', last: '8 Jul 2025' },
  ]) {
    test(`are asked about with both readings; the ${choice === 0 ? 'first' : 'second'} gives ${first} to ${last}`, async ({
      app,
      engine,
    }) => {
      await app.start.toImport();
      await app.importing.choose(ambiguous);
      await app.importing.answer();
      const readings = app.importing.questions.getByRole('button');
      await expect(readings).toHaveCount(2);
      await expect(app.importing.questions).toContainText('03/04/2025');
      await expect(app.importing.questions).toContainText('3 April');
      await expect(app.importing.questions).toContainText('March 4');
      await expect(app.importing.commit).toBeDisabled();
      await expect(app.importing.side).toContainText('One question is still open.');
      const dayFirst = readings.filter({ hasText: /3 April/ });
      const monthFirst = readings.filter({ hasText: /March 4/ });
      await (choice === 0 ? dayFirst : monthFirst).click();
      await expect(app.importing.questions).toHaveCount(0);
      await expect(app.importing.commit).toBeEnabled();
      expect(await factOf(app, 'First day')).toBe(first === '3 Apr 2025' ? first : '12 Jan 2025');
      expect(await factOf(app, 'Last day')).toBe(choice === 0 ? last : '8 Jul 2025');
      expect((await engine.portfolio.status()).portfolio).toBeNull();
    });
  }
});

test('what no file says is asked in one place, and the button waits for it: currency, name and tax', async ({
  app,
  engine,
}) => {
  const rows = [1, 2].map((i) => [`R${i}`, `2025-03-0${i}`, 'Ada', 'Bread', '1', `${i}0,50 kr`]);
  await app.start.toImport();
  await app.importing.choose(aCsv('kasse.csv', table(HEADER, rows)));
  const { owner, side, commit } = app.importing;
  await expect(side).toContainText('Say which currency the amounts are in.');
  await expect(commit).toBeDisabled();
  await expect(owner).toContainText('10,50 kr may be in SEK, NOK, DKK or ISK.');
  await app.importing.setCurrency('DKK');
  await expect(side).toContainText('Say whether the amounts include tax.');
  await expect(commit).toBeDisabled();
  await owner.getByRole('radio', { name: 'No, tax comes on top' }).check();
  await app.importing.name.fill('Bageri');
  await commit.click();
  await expect(app.importing.result).toBeVisible();
  const { portfolio } = await engine.portfolio.status();
  expect(portfolio?.settings).toMatchObject({
    businessName: 'Bageri',
    currency: 'DKK',
    pricesIncludeTax: 'excluded',
  });
});

test('a meaning changed by hand changes the preview', async ({ app }) => {
  const rows = [1, 2, 3, 4].map((i) => [
    `R${i}`,
    `2025-03-0${i}`,
    `Customer ${i}`,
    'Bread',
    '1',
    '10.00',
    '12.50',
  ]);
  await app.start.toImport();
  await app.importing.choose(aCsv('two-amounts.csv', table([...HEADER, 'Turnover'], rows)));
  await app.importing.answer();
  expect(await factOf(app, 'Customers')).toBe('4');
  const sums = { amount: /^£40\.00$/, turnover: /^£50\.00$/ };
  const sum = app.importing.factValues.nth(3);
  await expect(sum).toHaveText(sums.amount);
  for (const fold of await app.importing.folds.all()) await fold.click();
  await app.importing.setMeaning('Turnover', 'Amount');
  await expect(sum).toHaveText(sums.turnover);
  await expect(app.importing.meaningOf('Turnover')).toHaveValue('Amount');
  await app.importing.setMeaning('Customer', 'Leave this column aside');
  await expect(app.importing.side).toContainText('Orders without a customer');
});

test('rows that cannot be used may stop the import', async ({ app }) => {
  await app.start.toImport();
  await app.importing.choose(
    aCsv(
      'one-bad.csv',
      table(HEADER, [
        ['R1', '2025-03-01', 'Ada', 'Bread', '1', '4.20'],
        ['R2', '2025-03-02', 'Ben', 'Bread', '1', 'ERROR'],
      ]),
    ),
  );
  await app.importing.answer();
  await app.importing.problems.getByRole('button', { name: '1 row has no readable amount.' }).click();
  const row = app.importing.problems.getByRole('row').filter({ hasText: 'ERROR' });
  await expect(row).toContainText('3');
  await expect(row).toContainText('left out');
  await app.importing.problems.getByRole('radio', { name: /^Stop/ }).check();
  await expect(app.importing.commit).toBeDisabled();
  await expect(app.importing.side).toContainText('You chose to stop at problems.');
  await app.importing.problems.getByRole('radio', { name: /^Leave them out/ }).check();
  await expect(app.importing.commit).toBeEnabled();
});

const BAD: readonly { readonly what: string; readonly name: string; readonly bytes: Buffer }[] = [
  { what: 'zero bytes', name: 'nothing.csv', bytes: Buffer.alloc(0) },
  { what: 'blank lines only', name: 'blank.csv', bytes: Buffer.from('\r\n\r\n  \r\n') },
  { what: 'only a header', name: 'header.csv', bytes: Buffer.from(table(HEADER, [])) },
  {
    what: 'a PDF renamed .csv',
    name: 'report.csv',
    bytes: Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj <<>> endobj\n', 'latin1'),
  },
  { what: 'binary', name: 'binary.csv', bytes: Buffer.alloc(4096) },
  { what: 'a picture', name: 'photo.csv', bytes: Buffer.from('\u0089PNG\r\n\u001a\n0000', 'latin1') },
];

test('bad files get one plain sentence and change nothing', async ({ app, engine, shell, watch }) => {
  watch.expect(REFUSED);
  await app.start.toImport();
  for (const { what, name, bytes } of BAD) {
    await test.step(what, async () => {
      await app.importing.choose(aCsv(name, bytes));
      await expect(app.importing.notice).toHaveCount(1);
      await expect(app.importing.notice).toContainText(name);
      await expect(app.importing.notice).toContainText('Nothing was changed.');
      await expect(app.importing.notice).not.toContainText(/Oops|Error|undefined|ENOENT|exception/);
      await expect(app.importing.commit).toHaveCount(0);
      expect(await stateOf(engine)).toBeNull();
    });
  }
  expect(existsSync(shell.portfolios) ? readdirSync(shell.portfolios) : []).toEqual([]);
});

test('and leave a portfolio that is open as it is', async ({ app, engine, watch }) => {
  watch.expect(REFUSED);
  await firstImport(
    app,
    aCsv('good.csv', table(HEADER, [['R1', '2025-03-01', 'Ada', 'Bread', '1', '4.20']])),
  );
  const before = await stateOf(engine);
  await app.importing.another.click();
  for (const { name, bytes } of BAD) {
    await app.importing.choose(aCsv(name, bytes));
    await expect(app.importing.notice).toContainText(name);
  }
  expect(await stateOf(engine)).toEqual(before);
});

test('the same file a second time is refused, and can be looked at all the same', async ({
  app,
  page,
  watch,
}) => {
  watch.expect(REFUSED);
  const file = aCsv('once.csv', table(HEADER, [['R1', '2025-03-01', 'Ada', 'Bread', '1', '4.20']]));
  await firstImport(app, file);
  await app.importing.another.click();
  await app.importing.choose(file);
  await expect(app.importing.notice).toHaveCount(1);
  await app.importing.notice.getByRole('button', { name: 'Look at it all the same' }).click();
  await expect(app.importing.side).toContainText('Everything in this file is in your portfolio already.');
  await expect(app.importing.commit).toBeDisabled();
  await app.importing.cancelCheck.click();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
});

test('cells can be pasted instead of a file', async ({ app, page }) => {
  await app.start.toImport();
  await page.getByRole('button', { name: 'Paste cells' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste cells from a spreadsheet' });
  const cells = [HEADER, ['R1', '2025-03-01', 'Ada', 'Bread', '1', '4.20']];
  await dialog.getByRole('textbox', { name: 'Cells' }).fill(cells.map((row) => row.join('\t')).join('\n'));
  await dialog.getByRole('button', { name: 'Read these cells' }).click();
  await expect(app.importing.heading).toHaveText('Check the pasted cells before importing');
  await app.importing.answer();
  await app.importing.name.fill('Pasted');
  await app.importing.commit.click();
  await expect(app.importing.result).toContainText('Added 1 order with 1 line from 1 customer');
});

/** Large enough to be under way when the owner presses Cancel. */
const large = (): Upload => {
  const lines = Array.from({ length: 400_000 }, (_, i) => {
    const order = i >> 1;
    return `R${order},2025-0${1 + (order % 9)}-1${order % 10},Customer ${order % 5000},Bread,1,4.20`;
  });
  return aCsv('large.csv', `${HEADER.join(',')}\n${lines.join('\n')}\n`);
};

const cancelMidway = async (app: App): Promise<void> => {
  await app.importing.choose(large());
  await app.importing.answer();
  await expect(app.importing.side).toContainText('Adds 200,000 orders from 5,000 customers');
  await app.importing.commit.click();
  await expect(app.page.getByRole('progressbar')).toBeVisible();
  await app.importing.cancel.click();
  await expect(app.importing.notice).toContainText('Cancelled.');
  await expect(app.importing.notice).toContainText('Nothing was changed.');
  await expect(app.importing.commit).toBeEnabled();
};

test('an import cancelled midway leaves everything as it was', async ({ app, engine, watch }) => {
  watch.expect(REFUSED);
  await firstImport(
    app,
    aCsv('first.csv', table(HEADER, [['R0', '2025-03-01', 'Ada', 'Bread', '1', '4.20']])),
  );
  const before = await stateOf(engine);
  await app.importing.another.click();
  await cancelMidway(app);
  expect(await stateOf(engine)).toEqual(before);
  await app.importing.cancelCheck.click();
  await expect(app.importing.past.getByRole('row')).toHaveCount(2);
});

test('the first import cancelled midway leaves no portfolio', async ({ app, engine, shell, watch }) => {
  watch.expect(REFUSED);
  await app.start.toImport();
  await cancelMidway(app);
  expect(await stateOf(engine)).toBeNull();
  expect(existsSync(shell.portfolios) ? readdirSync(shell.portfolios) : []).toEqual([]);
  await app.importing.commit.click();
  await expect(app.importing.result).toContainText('Added 200,000 orders');
});

test('a file dropped on any place goes to the import', async ({ app, page }) => {
  await firstImport(
    app,
    aCsv('first.csv', table(HEADER, [['R0', '2025-03-01', 'Ada', 'Bread', '1', '4.20']])),
  );
  await app.frame.go('Settings');
  await expect(app.frame.title).toHaveText('Settings');
  await page.evaluate(dropFile, {
    name: 'dropped.csv',
    text: table(HEADER, [['R9', '2025-03-02', 'Ben', 'Roll', '1', '1.10']]),
  });
  await expect(app.importing.heading).toHaveText('Check dropped.csv before importing');
});

test('sales without customers: the till’s view instead of an empty portfolio', async ({
  app,
  engine,
  page,
}) => {
  const rows = Array.from({ length: 300 }, (_, i) => [
    `R${i}`,
    `2025-0${1 + (i % 9)}-${10 + (i % 18)}`,
    '',
    ['Bread', 'Roll', 'Coffee'][i % 3] ?? '',
    '1',
    `${2 + (i % 3)}.50`,
  ]);
  await firstImport(app, aCsv('till.csv', table(HEADER, rows)));
  await app.frame.go('Overview');
  expect((await engine.portfolio.status()).portfolio?.tillMode).toBe(true);
  await expect(app.frame.bar).toContainText('none with a customer');
  await expect(page.getByRole('heading', { name: 'How to begin knowing your customers' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^\w+ brings \d+% of revenue$/ })).toBeVisible();
  await expect(app.overview.monday).toHaveCount(0);
  await app.frame.go('Portfolio');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(page.getByRole('img')).toHaveCount(0);
});

test('a real till export in a hurry: two imports, each undone by itself', async ({ app, engine }) => {
  const euros = [...HEADER, 'Currency'];
  await firstImport(
    app,
    aCsv('small.csv', table(euros, [['R1', '2025-03-01', 'Ada', 'Bread', '1', '4.20', 'EUR']])),
  );
  const before = (await engine.portfolio.status()).portfolio;
  await app.importing.another.click();
  await app.importing.choose(uploadOf(aBakery(12)));
  await app.importing.commit.click();
  await expect(app.importing.result).toContainText('Added');
  await app.importing.undo('result');
  await expect(app.importing.past).toContainText('undone');
  expect((await engine.portfolio.status()).portfolio).toEqual({
    ...before,
    // what the owner said of taxes stays said
    settings: expect.anything(),
    dataVersion: expect.any(Number),
  });
});
