import { createFormat } from '../../src/renderer/ui/text/format-core.ts';
import { aSale, csv } from '../support/csv.ts';
import { expectAccessible } from './support/axe.ts';
import { firstImport } from './support/path.ts';
import { aBakery, aCsv, uploadOf } from './support/sales.ts';
import { expect, test } from './support/test.ts';

const format = createFormat('en-GB', 'EUR');

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    test('the matrix and the segments are compared with the review that is chosen', async ({
      app,
      page,
      engine,
    }) => {
      const main = page.getByRole('main');
      await firstImport(app, uploadOf(aBakery(40)));
      await engine.segments.apply({ recipe: 'quick-start' });
      await engine.reviews.make({ ownersCopy: false, paper: 'A4' });
      await app.frame.go('Portfolio');
      await expect(app.matrix.chart).toBeVisible();
      await expect(page.getByRole('combobox', { name: 'Compare with' })).toHaveCount(0);

      await app.frame.go('Import');
      const later = csv(
        ...['Ada', 'Bob', 'Cem'].map((customer) =>
          aSale({ order: customer, customer, date: '2025-10-20', amount: '40.00' }),
        ),
      );
      await app.importing.choose(aCsv('october.csv', later));
      await app.importing.commit.click();
      await expect(app.importing.result).toBeVisible();

      await app.frame.go('Portfolio');
      const [comparison] = await engine.matrix.comparisons();
      const day = format.day(comparison!.asOf);
      await page.getByRole('combobox', { name: 'Compare with' }).click();
      await page.getByRole('option', { name: `Since ${day}, review 1` }).click();
      const movement = await engine.matrix.movement({ since: comparison!.asOf });
      if ('reason' in movement) throw new Error(movement.reason);
      const region = main.getByRole('region', { name: `Since ${day}: ${movement.sentence}` });
      await expect(region.getByRole('row')).toHaveCount(movement.fields.length + 1);
      expect(movement.sentence).toContain('3 came new');
      await expect(main).toContainText(`Arrows: since ${day}.`);
      await expectAccessible(page, 'the matrix compared with a review');

      await page.getByRole('tab', { name: 'Segments' }).click();
      const select = page.getByRole('combobox', { name: 'Compare with' });
      await expect(select).toHaveValue(`${day}, review 1`);
      await expectAccessible(page, 'segments compared with a review');
      await select.click();
      const days = page.getByRole('option');
      await expect(days).toHaveCount(2);
      await days.filter({ hasNotText: 'review' }).click();
      await expect(select).toHaveValue(day);
    });
  });
}
