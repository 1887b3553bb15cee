import { table } from '../support/csv.ts';
import { expectAccessible } from './support/axe.ts';
import { firstImport } from './support/path.ts';
import { aCsv } from './support/sales.ts';
import { expect, test } from './support/test.ts';

const SALES = table(
  ['Order ID', 'Date', 'Customer ID', 'Product', 'Quantity', 'Amount', 'Currency'],
  [
    ['1', '2024-01-15', 'A', 'Cup', '1', '100.00', 'EUR'],
    ['1', '2024-01-15', 'A', 'Postage', '1', '6.00', 'EUR'],
    ['2', '2024-02-16', 'A', 'Plate', '1', '50.00', 'EUR'],
    ['3', '2024-03-17', 'B', 'Cup', '1', '100.00', 'EUR'],
    ['4', '2024-03-18', 'B', 'Marketplace fee', '1', '-20.50', 'EUR'],
  ],
);

test('a product that is no sale: hinted at, marked, out of every figure, and back by undo', async ({
  app,
  engine,
  page,
}) => {
  const revenue = async (): Promise<number> => (await engine.products.marks()).revenue;
  await firstImport(app, aCsv('shop.csv', SALES));
  await expect(app.importing.result).toContainText(
    'Marketplace fee may be no sale. Revenue is €235.50; without the one whose name says so it would be €256.00.',
  );
  await app.importing.result.getByRole('link', { name: 'Decide what counts' }).click();
  const panel = page.getByRole('region', { name: 'What counts as a sale' });
  await expect(panel.getByRole('heading', { name: 'Might be no sale' })).toBeInViewport();
  await expect(app.products.popular.nth(1)).toContainText('Cup');
  await expect(app.products.popular.filter({ hasText: 'Postage' })).toHaveCount(0);
  const candidate = panel.getByRole('table', { name: 'Might be no sale' }).getByRole('row').nth(1);
  await expect(candidate).toContainText('€256.00');

  await page.getByRole('button', { name: 'Marketplace fee: Not a sale' }).click();
  await expect(panel).toContainText('1 product is no sale');
  await expect(panel.getByRole('table', { name: 'No sale', exact: true })).toContainText('Marketplace fee');
  expect(await revenue()).toBe(25_600);
  await app.frame.go('Overview');
  await expect(page.getByRole('main')).toContainText('1 product is marked as no sale');

  await app.frame.undo.click();
  await expect(app.frame.notice('Undone: Marketplace fee: no sale.')).toBeVisible();
  expect(await revenue()).toBe(23_550);
  await app.frame.redo.click();
  await expect(app.frame.notice('Done again: Marketplace fee: no sale.')).toBeVisible();
  await expect.poll(revenue).toBe(25_600);

  await app.frame.go('Import');
  await app.importing.choose(aCsv('more.csv', SALES.replaceAll('2024-', '2025-').replace(/^(\d)/gm, '1$1')));
  await expect(app.importing.side).toContainText('1 line is of products you have marked as no sale');
});

test('a product that may be no sale is asked about at the check, before any figure is made of it', async ({
  app,
  engine,
  page,
}) => {
  await app.start.toImport();
  await app.importing.choose(aCsv('shop.csv', SALES));
  const card = page.getByRole('region', { name: 'May be no sale' });
  await expect(card).toContainText('1 line, −€20.50. Its name says a fee.');
  await expectAccessible(page, 'the question what is no sale');
  await card.getByRole('checkbox', { name: 'Marketplace fee: no sale' }).check();
  await expect(app.importing.side).toContainText('€256.00');
  await app.importing.answer('EUR');
  await app.importing.name.fill('Corner Shop');
  await app.importing.commit.click();
  await expect(app.importing.result).toContainText('1 line of products you have marked as no sale');
  expect((await engine.products.marks()).revenue).toBe(25_600);
});

test('sales in another currency: left out, then converted at a rate given on the check screen, which the settings keep', async ({
  app,
  engine,
  page,
}) => {
  const two = SALES.replace('100.00,EUR', '100.00,USD').replace('50.00,EUR', '50.00,USD');
  await app.start.toImport();
  await app.importing.choose(aCsv('shop.csv', two));
  await app.importing.setCurrency('EUR');
  const card = page.getByRole('region', { name: 'Other currencies' });
  await expect(card).toContainText('2 lines in USD are left out.');
  await expect(app.importing.side).toContainText('2 rows are left out.');
  await card.getByRole('textbox', { name: 'What 1 USD is worth in EUR' }).fill('0,92');
  await card.getByRole('button', { name: 'Convert' }).click();
  await expect(card).toContainText('2 lines in USD are converted: 1 USD = 0.92 EUR.');
  await app.importing.answer();
  await app.importing.name.fill('Corner Shop');
  await app.importing.commit.click();
  await expect(app.importing.result).toContainText('converted: 1 USD = 0.92 EUR');
  // 92.00 + 46.00 + 100.00 + 6.00 − 20.50
  expect((await engine.products.marks()).revenue).toBe(22_350);
  await app.frame.go('Settings');
  const rates = page.getByRole('table', { name: 'Rates' });
  await expect(rates).toContainText('1 USD');
  await page.getByRole('button', { name: 'Remove the rate of USD' }).click();
  await expect(rates).toBeHidden();
  await app.frame.undo.click();
  await expect(rates).toContainText('0.92');
});

test('tax in the prices: answered at the import, at the portfolio’s rate and at a product’s own, and back by undo', async ({
  app,
  engine,
  page,
}) => {
  const revenue = async (): Promise<number> => (await engine.products.marks()).revenue;
  await app.start.toImport();
  await app.importing.choose(aCsv('shop.csv', SALES));
  await app.importing.name.fill('Corner Shop');
  await app.importing.owner.getByRole('radio', { name: 'Yes, tax is in them' }).check();
  await app.importing.owner.getByRole('textbox', { name: 'Tax rate in the amounts' }).fill('19');
  await app.importing.owner.getByRole('textbox', { name: 'Tax rate in the amounts' }).blur();
  await app.importing.commit.click();
  // 84.03 + 5.04 + 42.02 + 84.03 − 17.23
  await expect(app.importing.result).toContainText('€197.89');
  await app.importing.result.getByRole('link', { name: 'Decide what counts' }).click();
  const sentence = 'Revenue is without the tax in these prices, 19% unless a product has a rate of its own.';
  await expect(page.getByText(sentence)).toHaveCount(1);
  await page.getByRole('textbox', { name: 'Another product' }).fill('plate');
  await page.getByRole('textbox', { name: 'Tax rate of Plate' }).fill('7');
  await page.getByRole('textbox', { name: 'Tax rate of Plate' }).press('Enter');
  // 50.00 ÷ 1.07 = 46.73 in the place of 42.02
  await expect.poll(revenue).toBe(20_260);
  await app.frame.go('Overview');
  await expect(page.getByText(sentence)).toHaveCount(1);
  await app.frame.go('Settings');
  await page.getByRole('radio', { name: 'No, tax comes on top' }).click();
  await expect.poll(revenue).toBe(23_550);
  await app.frame.undo.click();
  await expect.poll(revenue).toBe(20_260);
  await app.frame.undo.click();
  await expect.poll(revenue).toBe(19_789);
});
