import type { Locator, Page } from '@playwright/test';
import { countPrints, hasFocus } from './support/in-page.mjs';
import { aBakery, uploadOf } from './support/sales.ts';
import { expect, test } from './support/test.ts';

const sample = aBakery(40);

/** As far as an owner would press Tab before giving up. */
const PATIENCE = 90;

/** Presses Tab until the thing has the focus. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await expect(target).toBeVisible();
  for (let i = 0; i < PATIENCE; i++) {
    if (await target.evaluate(hasFocus)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
};

test('everything can be reached and used by keyboard alone', async ({ app, page, engine }) => {
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  // choosing files is listened for from here on: a listener that is set up with the key press may come too late
  page.on('filechooser', () => undefined);

  await test.step('the first import', async () => {
    await tabTo(page, app.start.doors.import.getByRole('link'));
    await press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Choose a file' }));
    const chooser = page.waitForEvent('filechooser');
    await press('Enter');
    await (await chooser).setFiles(uploadOf(sample));
    await expect(app.importing.commit).toBeEnabled();
    await tabTo(page, app.importing.name);
    await press('Control+a');
    await page.keyboard.type('Corner Bakery');
    await tabTo(page, app.importing.columns.getByRole('button', { expanded: false }));
    await press('Enter');
    await expect(app.importing.meaningOf('Receipt')).toBeVisible();
    await press('Enter');
    await tabTo(page, app.importing.commit);
    await press('Enter');
    await expect(app.importing.result).toBeVisible();
  });

  await test.step('every place of the rail', async () => {
    for (const [place, title] of [
      ['Overview', 'Overview'],
      ['Import', 'Import'],
      ['Customers', 'Customers'],
      ['Portfolio', 'Value and growth'],
      ['Questions', 'Questions'],
      ['Listen', 'Listen'],
      ['Act', 'Act'],
      ['Reviews', 'Reviews'],
      ['Settings', 'Settings'],
    ] as const) {
      await tabTo(page, app.frame.rail.getByRole('link', { name: place, exact: true }));
      await press('Enter');
      await expect(app.frame.title).toHaveText(title);
    }
  });

  await test.step('Ctrl+K goes to a place and to a customer', async () => {
    await press('Control+k');
    await expect(app.frame.paletteField).toBeFocused();
    await page.keyboard.type('overv');
    await press('Enter');
    await expect(app.frame.title).toHaveText('Overview');
    const [someone] = (await engine.customers.list({ limit: 1 })).rows;
    await press('Control+k');
    await expect(app.frame.paletteField).toBeFocused();
    await page.keyboard.type(someone?.name.slice(0, 12) ?? '');
    await expect(app.frame.palette.getByText(someone?.name ?? '', { exact: true })).toBeVisible();
    await press('Enter');
    await expect(app.customer.name).toHaveText(someone?.name ?? '');
  });

  await test.step('Ctrl+K goes to a tab, too, and Help lists every key of the window', async () => {
    await press('Control+k');
    await expect(app.frame.paletteField).toBeFocused();
    await page.keyboard.type('retention');
    await press('Enter');
    await expect(page.getByRole('tab', { name: 'Retention', selected: true })).toBeVisible();
    await tabTo(page, app.frame.help);
    await press('Enter');
    const help = app.frame.dialog('Help');
    for (const line of ['CtrlNNew portfolio', 'CtrlYRedo', 'CtrlIImport sales', 'CtrlKGo anywhere'])
      await expect(help.getByRole('row').filter({ hasText: line })).toHaveCount(1);
    // Escape closes what has the focus
    await expect(help.getByRole('button', { name: 'Close' })).toBeFocused();
    await press('Escape');
    await expect(help).toHaveCount(0);
    await page.goBack();
    await expect(app.customer.name).toBeVisible();
  });

  await test.step('a figure opens and closes, and the focus comes back', async () => {
    const figure = app.customer.figures.getByRole('button').first();
    await tabTo(page, figure);
    await press('Enter');
    await expect(app.overview.explanation).toContainText('How is this computed?');
    // Escape closes what has the focus
    await expect.poll(() => figure.evaluate(hasFocus)).toBe(false);
    await press('Escape');
    await expect(figure).toBeFocused();
  });

  await test.step('Ctrl+F finds, arrows walk the table, Enter opens', async () => {
    await tabTo(page, app.frame.rail.getByRole('link', { name: 'Customers', exact: true }));
    await press('Enter');
    await expect(app.customers.rows.first()).toBeVisible();
    await press('Control+f');
    await expect(app.customers.search).toBeFocused();
    await tabTo(page, app.customers.grid);
    await press('ArrowDown');
    await press('ArrowDown');
    const third = (await engine.customers.list({ limit: 3 })).rows[2];
    await press('Enter');
    await expect(app.customer.name).toHaveText(third?.name ?? '');
  });

  await test.step('matrix: lines, bubbles, switch, tabs', async () => {
    await tabTo(page, app.frame.rail.getByRole('link', { name: 'Portfolio', exact: true }));
    await press('Enter');
    await tabTo(page, app.matrix.chart);
    await press('Home');
    await press('Enter');
    await expect(app.matrix.drawer).toBeVisible();
    await press('Escape');
    await expect(app.matrix.drawer).toHaveCount(0);
    await tabTo(page, app.matrix.growthLine);
    await press('ArrowRight');
    await expect(app.matrix.reset).toBeVisible();
    await expect(app.frame.undo).toHaveAttribute('aria-disabled', 'false');
    await press('Control+z');
    await expect(app.matrix.reset).toHaveCount(0);
    await tabTo(page, page.getByRole('tab', { name: 'Matrix' }));
    await press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Value', exact: true, selected: true })).toBeVisible();
    await press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Risk & value', selected: true })).toBeVisible();
    await press('ArrowRight');
    await expect(app.segments.cards.first()).toBeVisible();
  });

  await test.step('Ctrl+P makes its way to a review and prints it', async () => {
    await press('Control+p');
    await expect(app.frame.title).toHaveText('Reviews');
    await tabTo(page, app.reviews.make);
    await press('Enter');
    await expect(app.reviews.sheet.getByRole('article')).toHaveCount(2);
    await app.reviews.frame.evaluate(countPrints);
    await press('Control+p');
    await expect(app.reviews.frame).toHaveAttribute('data-prints', '1');
  });

  await test.step('Ctrl+I imports, Ctrl+O opens another portfolio', async () => {
    await press('Control+i');
    await expect(app.frame.title).toHaveText('Import');
    await tabTo(page, app.importing.past.getByRole('button', { name: /^Undo/ }));
    await press('Enter');
    // Escape closes what has the focus
    await expect(app.importing.undoDialog.getByRole('button').first()).toBeFocused();
    await press('Escape');
    await expect(app.importing.undoDialog).toHaveCount(0);
    await press('Control+o');
    await expect(app.frame.dialog('Open a portfolio')).toBeVisible();
    await press('Escape');
    await expect(app.frame.dialog('Open a portfolio')).toHaveCount(0);
  });
});

test('the appearance is chosen in the settings and stays', async ({ app, page, shell }) => {
  await app.start.openSample(/^Clinic/);
  await expect(app.overview.headlines).toBeVisible();
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-mantine-color-scheme', 'light');
  await app.frame.go('Settings');
  await app.settings.setAppearance('Dark');
  await expect(root).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.goto(`${shell.origin}/`);
  await expect(app.overview.headlines).toBeVisible();
  await expect(root).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await app.frame.go('Settings');
  await app.settings.setAppearance('As the computer');
  await expect(root).toHaveAttribute('data-mantine-color-scheme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(root).toHaveAttribute('data-mantine-color-scheme', 'dark');
});
