import { table } from '../support/csv.ts';
import { expectAccessible } from './support/axe.ts';
import { firstImport } from './support/path.ts';
import { aBakery, aCsv, uploadOf } from './support/sales.ts';
import { expect, test } from './support/test.ts';

const sample = aBakery(40);
const keys = sample.truth.customers.slice(0, 12).map(({ key }) => key);
const costs = aCsv(
  'costs.csv',
  table(
    ['Date', 'Customer number', 'Activity', 'Amount'],
    keys.slice(0, 3).map((key, i) => ['2025-06-01', key, 'Special handling', `${20_000 + i}.00`]),
  ),
);
const spending = aCsv(
  'spending.csv',
  table(
    ['Month', 'Until', 'Channel', 'Amount spent'],
    [
      ['2025-01-01', '2025-03-31', 'Fair', '300.00'],
      ['2025-04-01', '2025-06-30', 'Radio', '200.00'],
    ],
  ),
);

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    test('value and new customers: what is missing first, then the figures of the engine', async ({
      app,
      page,
      engine,
    }) => {
      const main = page.getByRole('main');
      const take = async (file: ReturnType<typeof aCsv>): Promise<void> => {
        // away from the result of the import before
        await app.frame.go('Overview');
        await expect(app.frame.title).toHaveText('Overview');
        await app.frame.go('Import');
        await app.importing.choose(file);
        await app.importing.commit.click();
        await expect(app.importing.result).toBeVisible();
      };
      const tab = async (name: string): Promise<void> => {
        await app.frame.go('Portfolio');
        await page.getByRole('tab', { name, exact: true }).click();
      };
      await firstImport(app, uploadOf(sample));
      await tab('Value');
      await expect(main).toContainText('Until then value means revenue');
      await expectAccessible(page, 'value without costs');
      await tab('New customers');
      const saved = page.waitForEvent('download');
      await main.getByRole('button', { name: 'Save a template to fill in' }).click();
      expect((await saved).suggestedFilename()).toBe('clientele-acquisition.csv');
      await expectAccessible(page, 'new customers without spending');

      await take(costs);
      await take(spending);
      await engine.portfolio.updateSettings({ assumedMargin: 0.5 });
      await tab('Value');
      const value = await engine.value.read({});
      if ('reason' in value || 'reason' in value.profit) throw new Error('no profit');
      const { finding, losers, points } = value.profit;
      await expect(main.getByRole('figure', { name: finding })).toBeVisible();
      await expect(main.getByRole('img', { name: `Contribution added up. ${finding}` })).toBeVisible();
      await expect(main.getByRole('table', { name: 'Customers at a loss' }).getByRole('row')).toHaveCount(
        losers.first.length + 1,
      );
      await expectAccessible(page, 'value');
      await main.getByRole('button', { name: 'Show as table' }).click();
      await expect(main.getByRole('region', { name: `${finding}, as a table` }).getByRole('row')).toHaveCount(
        points.length + 1,
      );
      await expectAccessible(page, 'the whale curve as a table');
      await main.getByRole('link', { name: losers.first[0]!.name }).click();
      await expect(app.customer.name).toHaveText(losers.first[0]!.name);
      await expect(main).toContainText('if margins and costs per unit of work are 20 % off');

      await page.keyboard.press('Control+k');
      await expect(app.frame.paletteField).toBeFocused();
      await page.keyboard.type('payback');
      await expect(app.frame.palette.getByText('New customers', { exact: true })).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(app.frame.title).toHaveText('New customers');
      const acquisition = await engine.value.acquisition({});
      if ('reason' in acquisition) throw new Error(acquisition.reason);
      await expect(main).toContainText(acquisition.finding);
      await expect(main.getByRole('table', { name: 'Where they come from' }).getByRole('row')).toHaveCount(
        acquisition.bySource.length + 1,
      );
      await expectAccessible(page, 'new customers');
    });
  });
}
