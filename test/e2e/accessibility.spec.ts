import { table } from '../support/csv.ts';
import type { App } from './pages/app.ts';
import { expectAccessible } from './support/axe.ts';
import { firstImport } from './support/path.ts';
import { aBakery, aCsv, uploadOf } from './support/sales.ts';
import { expect, test } from './support/test.ts';

const sample = aBakery(40);

const HEADER = ['Receipt', 'Date', 'Customer', 'Article', 'Quantity', 'Amount'];
const twoReadings = aCsv(
  'two-readings.csv',
  table(HEADER, [['R1', '03/04/2025', 'Ada', 'Bread', '1', '4.20']]),
);

const oneSale = aCsv('one.csv', table(HEADER, [['R1', '2025-03-04', 'Ada', 'Bread', '1', '4.20']]));

const check = async (app: App, what: string): Promise<void> => expectAccessible(app.page, what);

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`${scheme}: axe finds nothing`, () => {
    test.use({ colorScheme: scheme });

    test('on the first run and in the import studio', async ({ app, page, watch }) => {
      watch.expect(/status of 422/);
      await expect(app.start.heading).toBeVisible();
      await check(app, 'start');
      await page.keyboard.press('Control+k');
      await expect(app.frame.palette).toBeVisible();
      await check(app, 'palette before a portfolio');
      await page.keyboard.press('Escape');
      await expect(app.frame.palette).toHaveCount(0);
      await app.start.toImport();
      await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
      await check(app, 'import');
      await page.getByRole('button', { name: 'Paste cells' }).click();
      await expect(app.frame.dialog('Paste cells from a spreadsheet')).toBeVisible();
      await check(app, 'paste dialog');
      await page.keyboard.press('Escape');
      await app.importing.choose(aCsv('empty.csv', ''));
      await expect(app.importing.notice).toBeVisible();
      await check(app, 'refused file');
      await app.importing.choose(twoReadings);
      await expect(app.importing.questions).toBeVisible();
      await check(app, 'question');
      await app.importing.cancelCheck.click();
      await app.importing.choose(uploadOf(sample));
      await expect(app.importing.owner).toBeVisible();
      await check(app, 'what only the owner knows');
      await app.importing.answer();
      await expect(app.importing.commit).toBeEnabled();
      await check(app, 'check');
      await app.importing.openColumns(/columns recognised/);
      await app.importing.problems.getByRole('button', { expanded: false }).nth(1).click();
      await check(app, 'check, unfolded');
      await app.importing.meaningOf('Amount incl. VAT').click();
      await expect(page.getByRole('listbox')).toBeVisible();
      await check(app, 'meanings of a column');
      await page.keyboard.press('Escape');
      await app.importing.commit.click();
      await expect(app.importing.result).toBeVisible();
      await check(app, 'result');
      await app.importing.result.getByRole('button', { name: /^Check the/ }).click();
      await expect(app.frame.dialog(/^Check: /).getByRole('table')).toBeVisible();
      await check(app, 'problems of an import');
      await page.keyboard.press('Escape');
      await app.importing.past.getByRole('button', { name: /^Undo/ }).click();
      await expect(app.importing.undoDialog).toBeVisible();
      await check(app, 'undo question');
    });

    test('on every place of a portfolio', async ({ app, page }) => {
      await firstImport(app, uploadOf(sample));
      await app.frame.go('Overview');
      await expect(app.overview.names.first()).toBeVisible();
      await check(app, 'overview');
      await app.overview.figures.getByRole('button').first().click();
      await expect(app.overview.explanation).toBeVisible();
      await check(app, 'how is this computed');
      await page.keyboard.press('Escape');
      const toTable = page.getByRole('button', { name: 'Show as table' });
      for (let left = await toTable.count(); left > 0; left--) await toTable.first().click();
      await check(app, 'overview as tables');

      await app.frame.go('Customers');
      await expect(app.customers.rows.first()).toBeVisible();
      await check(app, 'customers');
      await app.customers.columns.click();
      await expect(page.getByRole('dialog', { name: 'Columns', exact: true })).toBeVisible();
      await check(app, 'columns');
      await page.keyboard.press('Escape');
      await app.customers.search.fill('nobody is called this');
      await expect(page.getByText('No customer fits.')).toBeVisible();
      await check(app, 'customers, none found');
      await app.customers.showEveryone.click();
      await app.customers.rows.first().click();
      await app.customer.order.first().click();
      await expect(app.customer.lines.first()).toBeVisible();
      await check(app, 'customer');

      await app.frame.go('Portfolio');
      await expect(app.matrix.chart).toBeVisible();
      await check(app, 'matrix of segments');
      await app.matrix.draw('Customers');
      await expect(app.matrix.chart).toHaveAccessibleName(/customers/);
      await app.matrix.chart.focus();
      await page.keyboard.press('Home');
      await check(app, 'matrix of customers');
      await page.keyboard.press('Enter');
      await expect(app.matrix.drawer).toContainText('What to do with them');
      await check(app, 'drawer of a customer');
      await page.keyboard.press('Escape');
      await expect(app.matrix.drawer).toHaveCount(0);
      await app.matrix.asTable.click();
      await check(app, 'matrix as a table');
      await app.matrix.quadrant('Simplify').click();
      await expect(app.matrix.drawer).toContainText('What to do with them');
      await check(app, 'drawer of a field');
      await page.keyboard.press('Escape');
      await expect(app.matrix.drawer).toHaveCount(0);

      await app.risk.tab.click();
      await expect(app.risk.card('High value, engaged')).toBeVisible();
      await check(app, 'risk and value');
      await app.risk.card('High value, engaged').getByRole('button').click();
      await expect(page.getByText('How is this computed?', { exact: true })).toBeVisible();
      await check(app, 'how risk and value are computed');
      await page.keyboard.press('Escape');
      await app.risk.asTable.click();
      await expect(app.risk.table).toBeVisible();
      await check(app, 'risk and value as a table');

      await page.getByRole('tab', { name: 'Segments' }).click();
      await expect(app.segments.cards.first()).toBeVisible();
      await check(app, 'segments');
      await app.segments.recipe('Own rules').click();
      await expect(app.segments.own(1)).toBeVisible();
      await expect(app.segments.use).toBeEnabled();
      await check(app, 'own rules');
      await app.segments.discard.click();
      await app.segments.sliders.first().focus();
      for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowLeft');
      await expect(app.segments.lead('You are trying something out.')).toBeVisible();
      await expect(app.segments.use).toBeEnabled();
      await check(app, 'segments tried out');
      await app.segments.use.click();
      await expect(app.segments.lead(/^In force/)).toBeVisible();

      await page.getByRole('tab', { name: 'Products' }).click();
      await expect(app.products.popular.first()).toBeVisible();
      await check(app, 'products');
      await app.products.spread.getByRole('button', { name: /^As if equally big/ }).click();
      await expect(page.getByRole('dialog', { name: 'As if equally big' })).toBeVisible();
      await check(app, 'products, how is this computed');
      await page.keyboard.press('Escape');
      await app.products.more.first().click();
      await expect(app.products.drawer.getByRole('row').nth(1)).toBeVisible();
      await check(app, 'likely buyers of a product');
      await page.keyboard.press('Escape');
      await expect(app.products.drawer).toHaveCount(0);

      await page.getByRole('tab', { name: 'Retention' }).click();
      await expect(page.getByRole('region', { name: 'Cohorts' })).toBeVisible();
      await check(app, 'retention');
      await page.getByRole('button', { name: 'Show as table' }).click();
      await page.getByRole('button', { name: 'Show where each fifth went' }).press('Enter');
      await expect(page.getByRole('table', { name: 'Where each fifth went' })).toBeVisible();
      await expect(page.getByRole('table', { name: 'Forecast against what came' })).toBeVisible();
      await check(app, 'retention, the months as a table, fifths unfolded');

      await app.frame.go('Questions');
      await expect(app.questions.cards).toHaveCount(12);
      await check(app, 'questions');
      await app.questions.unfold('Who are our most valuable customers?');
      await expect(app.questions.gaps.first()).toBeVisible();
      await check(app, 'questions, unfolded');
      await app.questions.figures.first().click();
      await expect(app.questions.explanation).toBeVisible();
      await check(app, 'a figure of an answer');
      await page.keyboard.press('Escape');

      await app.frame.go('Listen');
      await expect(app.listen.template).toBeVisible();
      await check(app, 'listen, nothing heard yet');

      await app.frame.go('Act');
      await expect(app.act.rows.first()).toBeVisible();
      await check(app, 'act');
      await app.act.export.click();
      await expect(page.getByRole('menu')).toBeVisible();
      await check(app, 'menu of exports');
      await page.keyboard.press('Escape');

      await app.frame.go('Reviews');
      await check(app, 'reviews, none yet');
      await app.reviews.make.click();
      await expect(app.reviews.sheet.getByRole('article')).toHaveCount(2);
      await check(app, 'review');
      const paper = await page.context().newPage();
      await paper.setContent((await app.reviews.frame.getAttribute('srcdoc')) ?? '');
      await expect(paper.getByRole('article')).toHaveCount(2);
      await expectAccessible(paper, 'what a review prints');
      await paper.close();
      await app.reviews.back.click();
      await expect(app.reviews.made).toBeVisible();
      await check(app, 'reviews');

      await app.frame.go('Settings');
      await expect(app.settings.appearance).toBeVisible();
      await check(app, 'settings');
      await app.frame.go('Import');
      await expect(app.importing.past).toBeVisible();
      await check(app, 'import with past imports');
    });

    test('in the frame and its dialogs, with and without sales', async ({ app, page }) => {
      await firstImport(app, oneSale, 'Corner Bakery');
      await app.frame.help.click();
      await expect(app.frame.dialog('Help')).toBeVisible();
      await check(app, 'help');
      await page.keyboard.press('Escape');
      await expect(app.frame.dialog('Help')).toHaveCount(0);
      await page.keyboard.press('Control+k');
      await app.frame.paletteField.fill('a');
      await expect(
        app.frame.palette.getByRole('option').first().or(app.frame.palette.getByText('Ada')),
      ).toBeVisible();
      await check(app, 'palette with customers');
      await page.keyboard.press('Escape');
      await expect(app.frame.palette).toHaveCount(0);
      await page.keyboard.press('Control+o');
      await expect(app.frame.dialog('Open a portfolio')).toBeVisible();
      await check(app, 'open dialog');
      await page.keyboard.press('Escape');
      await expect(app.frame.dialog('Open a portfolio')).toHaveCount(0);
      await app.frame.menu('Corner Bakery', 'New portfolio…');
      await expect(app.frame.dialog('New portfolio')).toBeVisible();
      await check(app, 'new dialog');
      await page.keyboard.press('Escape');
      await expect(app.frame.dialog('New portfolio')).toHaveCount(0);
      await app.frame.bar.getByRole('button', { name: 'Corner Bakery' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await check(app, 'menu of the portfolio');
      await page.keyboard.press('Escape');

      await app.frame.go('Overview');
      await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
      await check(app, 'overview of few sales');
      await app.frame.go('Import');
      await app.importing.undo('past');
      await expect(app.frame.bar).toContainText('No sales yet');
      for (const place of [
        'Overview',
        'Customers',
        'Portfolio',
        'Questions',
        'Listen',
        'Act',
        'Reviews',
        'Settings',
      ] as const) {
        await app.frame.go(place);
        await expect(app.frame.title).toBeVisible();
        await check(app, `${place} without sales`);
      }
    });

    test('in till mode', async ({ app, page }) => {
      const rows = Array.from({ length: 60 }, (_, i) => [
        `R${i}`,
        `2025-0${1 + (i % 9)}-${10 + (i % 18)}`,
        '',
        'Bread',
        '1',
        '2.50',
      ]);
      await firstImport(app, aCsv('till.csv', table(HEADER, rows)));
      await app.frame.go('Overview');
      await expect(page.getByRole('heading', { name: 'How to begin knowing your customers' })).toBeVisible();
      await check(app, 'till mode');
      for (const place of ['Questions', 'Act'] as const) {
        await app.frame.go(place);
        await expect(app.frame.title).toHaveText(place);
        await expect(page.getByRole('main')).toContainText('customer');
        await check(app, `${place} in till mode`);
      }
    });
  });
}
