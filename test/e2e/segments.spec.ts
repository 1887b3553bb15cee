import { createFormat } from '../../src/renderer/ui/text/format-core.ts';
import { aSale, csv, type Sale } from '../support/csv.ts';
import { firstImport } from './support/path.ts';
import { aBakery, aCsv, uploadOf } from './support/sales.ts';
import { expect, test } from './support/test.ts';

const f = createFormat('en-GB', 'EUR');

const monthly = (customer: string, months: readonly number[], amount = '20.00'): Sale[] =>
  months.map((month) => {
    const date = `2025-${String(month).padStart(2, '0')}-15`;
    return aSale({ order: `${customer}-${month}`, date, customer, amount });
  });
const YEAR = [1, 2, 3, 4, 5, 6];
const before = ['Ada', 'Bob', 'Cem', 'Dora', 'Emil'].flatMap((name) => monthly(name, YEAR));

test('own rules are written by keyboard, counted live, used, and movement is shown after the next import', async ({
  app,
  page,
  engine,
}) => {
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  await firstImport(app, aCsv('spring.csv', csv(...before, ...monthly('Finn', [6], '900.00'))));
  await app.frame.go('Portfolio');
  await page.getByRole('tab', { name: 'Segments' }).click();
  await expect(app.segments.cards.first()).toBeVisible();

  await test.step('own rules begin from those that are shown', async () => {
    await app.segments.recipe('Own rules').focus();
    await press('Space');
    await expect(app.segments.rules).toBeVisible();
    await expect(app.segments.own(6)).toBeVisible();
    for (let place = 6; place > 2; place--)
      await app.segments
        .own(place)
        .getByRole('button', { name: /^Remove (?!condition)/ })
        .press('Enter');
    await expect(app.segments.own(3)).toHaveCount(0);
  });

  await test.step('a segment is named and given its condition; what is missing is said', async () => {
    const first = app.segments.own(1);
    for (let left = 3; left > 0; left--)
      await first
        .getByRole('button', { name: /^Remove condition/ })
        .first()
        .press('Enter');
    await expect(app.segments.rules.getByRole('status')).toContainText('would take everybody');
    await expect(app.segments.use).toBeDisabled();
    await first.getByRole('textbox', { name: 'Name of segment 1' }).fill('Big');
    await first.getByRole('button', { name: 'Add a condition to Big' }).press('Enter');
    await expect(app.segments.rules.getByRole('status')).toContainText('a condition without a number');
    await first.getByRole('textbox', { name: 'condition 1 of Big: from' }).focus();
    await page.keyboard.type('500');
    await expect(app.segments.card('Big').getByText('1 customer', { exact: true })).toBeVisible();
    await first.getByRole('button', { name: 'Move Big down' }).press('Enter');
    await expect(app.segments.own(2).getByRole('textbox', { name: 'Name of segment 2' })).toHaveValue('Big');
    await app.segments.own(2).getByRole('button', { name: 'Move Big up' }).press('Enter');
  });

  await test.step('used, they are version 1', async () => {
    await expect(app.segments.use).toBeEnabled();
    await app.segments.use.press('Enter');
    await expect(app.segments.lead(/^In force, version 1\./)).toBeVisible();
    const { segments, recipe } = await engine.segments.read();
    expect([recipe, segments[0]?.definition]).toEqual([
      'own-rules',
      { all: [{ measure: 'revenue12m', min: 50_000 }] },
    ]);
    await expect(app.segments.moves).toContainText('has not been kept');
  });

  await test.step('after sales of later days it is shown who moved', async () => {
    await app.frame.go('Import');
    await app.importing.choose(
      aCsv('summer.csv', csv(...monthly('Ada', [7, 8], '700.00'), ...monthly('Gil', [8]))),
    );
    await app.importing.commit.click();
    await expect(app.importing.result).toBeVisible();
    await app.frame.go('Portfolio');
    await page.getByRole('tab', { name: 'Segments' }).click();
    await expect(app.segments.moves.getByRole('heading')).toHaveText(
      `Since ${f.day('2025-06-15')}: 1 customer moved to another segment, 5 stayed; 1 came new.`,
    );
    const big = app.segments.moves
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'Big' }) });
    await expect(big.getByRole('cell')).toHaveText([
      '1',
      '1',
      '0',
      '0',
      '1',
      '0',
      '2',
      '1 from Everyone else',
    ]);
  });

  await test.step('fifteen segments must be meant', async () => {
    for (let n = 2; n < 15; n++) await app.segments.addSegment.click();
    await expect(page.getByText(/^15 segments are more than anyone can look after/)).toBeVisible();
    await app.segments.use.click();
    const question = app.frame.dialog('So many segments?');
    await expect(question.getByRole('button', { name: 'Change them' })).toBeFocused();
    await question.getByRole('button', { name: 'Use them all the same' }).click();
    await expect(app.segments.lead(/^In force, version 2\./)).toBeVisible();
  });
});

test('risk and value lead from four classes to their customers', async ({ app, engine }) => {
  await firstImport(app, uploadOf(aBakery(80)));
  await app.frame.go('Portfolio');
  await app.risk.tab.click();
  const riskValue = await engine.riskValue.read({});
  if ('reason' in riskValue) throw new Error(riskValue.reason);
  await expect(app.risk.figure.getByRole('heading', { level: 2 })).toHaveText(riskValue.finding);
  for (const group of riskValue.groups) {
    const card = app.risk.card(group.title);
    await expect(card).toContainText(`${f.share(group.revenueShare)} of revenue`);
    await expect(card.getByRole('listitem')).toHaveCount(Math.min(5, group.count));
  }
  const low = riskValue.groups.at(-1);
  await app.risk.asTable.click();
  await expect(app.risk.table).toContainText(`${low?.title}: ${f.counted(low?.count ?? -1, 'customer')}`);
  await app.risk.table.getByRole('link', { name: '(all in Customers)' }).last().click();
  await expect(app.customers.totals).toContainText(f.counted(low?.count ?? -1, 'customer'));
  await app.customers.filter('Risk and value', 'High value, engaged');
  await expect(app.customers.totals).toContainText(f.counted(riskValue.groups[0]?.count ?? -1, 'customer'));
});
