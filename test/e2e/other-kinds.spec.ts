import { readFile } from 'node:fs/promises';
import { expectAccessible } from './support/axe.ts';
import { firstImport } from './support/path.ts';
import { aCsv } from './support/sales.ts';
import { expect, test } from './support/test.ts';

const sales = aCsv(
  'till.csv',
  [
    'Receipt,Date,Customer,Article,Quantity,Amount',
    'R1,14/03/2025,Ann Berg,Bread,1,4.20',
    'R2,15/03/2025,Bob Dahl,Cake,2,6.00',
    '',
  ].join('\n'),
);

test('another kind of file is told from its columns, imported, shown on the customer’s page and undone', async ({
  app,
  page,
}) => {
  await firstImport(app, sales);
  await app.importing.another.click();
  await app.importing.choose(
    aCsv(
      'contacts.csv',
      'Date,Customer,Contact type,Minutes,Outcome\n2025-03-15,Ann Berg,Visit,20,wants cakes\n2025-03-16,Cid Eng,Call,5,\n',
    ),
  );
  const kind = page.getByRole('combobox', { name: 'What is in this file?' });
  await expect(kind).toHaveValue('Visits, calls and support');
  await expect(app.importing.side).toContainText('Adds 2 interactions about 2 customers, 1 of them new.');
  await expectAccessible(page, 'the check of another kind of file');
  await app.importing.commit.click();
  await expect(app.importing.result).toContainText('Added 2 interactions about 2 customers, 1 of them new.');
  await expect(app.importing.past).toContainText('Visits, calls and support');

  await app.frame.go('Customers');
  await app.customers.rows.filter({ hasText: 'Ann Berg' }).click();
  const known = page.getByRole('region', { name: '1 entry besides sales' });
  await expect(known).toContainText('Visit · 20 min · wants cakes');
  await expect(known).toContainText('contacts.csv, row 2');

  await app.customer.back.click();
  await page.getByRole('link', { name: '1 has not bought yet' }).click();
  await expectAccessible(page, 'the list of prospects');
  await page.getByRole('link', { name: 'Cid Eng' }).click();
  await expect(app.customer.name).toHaveText('Cid Eng');
  await expect(page.getByRole('main')).toContainText('Has not bought yet.');
  await expectAccessible(page, 'a prospect');

  await app.frame.go('Import');
  await app.importing.undo('past');
  await app.frame.go('Customers');
  await expect(page.getByRole('link', { name: /has not bought yet/ })).toBeHidden();
});

test('what was told wrongly can be corrected: a list of people is read as answers, and back', async ({
  app,
  page,
}) => {
  await firstImport(app, sales);
  await app.importing.another.click();
  await app.importing.choose(
    aCsv('list.csv', 'Date,Customer,NPS,Comment\n2025-03-15,Ann Berg,9,Fresh\n2025-03-16,Bob Dahl,3,\n'),
  );
  const kind = page.getByRole('combobox', { name: 'What is in this file?' });
  await expect(kind).toHaveValue('Survey answers and comments');
  await kind.click();
  await page.getByRole('option', { name: 'Customers and prospects' }).click();
  await expect(app.importing.side).toContainText('customers');
  await expect(kind).toHaveValue('Customers and prospects');
  await kind.click();
  await page.getByRole('option', { name: 'Survey answers and comments' }).click();
  await expect(app.importing.side).toContainText('Adds 2 answers about 2 customers.');
});

test('a template can be saved, and is what it says', async ({ app, page }) => {
  await firstImport(app, sales);
  await app.importing.another.click();
  const saved = page.waitForEvent('download');
  await page
    .getByRole('row', { name: /^Quotes/ })
    .getByRole('button')
    .click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('clientele-quotes.csv');
  expect(await readFile(await download.path(), 'utf8')).toMatch(/^\ufeffQuote number,Quote date,/);
});
