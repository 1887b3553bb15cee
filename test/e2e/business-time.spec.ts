import { addDays, type IsoDay, isoDay } from '../../src/shared/model/day.ts';
import { table } from '../support/csv.ts';
import { expectAccessible } from './support/axe.ts';
import { firstImport } from './support/path.ts';
import { aCsv } from './support/sales.ts';
import { expect, test } from './support/test.ts';

const FIRST = isoDay('2022-01-03');

/** Three years of a sale a day, shut from 10 Mar to 8 May 2023. */
const shutOnce = table(
  ['Order ID', 'Date', 'Customer ID', 'Amount', 'Currency'],
  Array.from({ length: 3 * 365 }, (_, k): [number, IsoDay] => [k, addDays(FIRST, k)])
    .filter(([, day]) => day < '2023-03-10' || day > '2023-05-08')
    .map(([k, day]) => [String(k), day, `C${k % 9}`, '20.00', 'EUR']),
);

test('a closure is asked about once, answered, given other days and undone; what only the owner knows is added', async ({
  app,
  engine,
  page,
}) => {
  await firstImport(app, aCsv('shop.csv', shutOnce));
  await app.frame.go('Overview');
  await app.calendar.hint.click();
  await expect(page.getByRole('heading', { name: /^One stretch of time stands out/ })).toBeVisible();
  await expect(app.calendar.timeline).toBeVisible();
  await expect(app.calendar.rows).toHaveCount(1);
  await expect(app.calendar.rows.first()).toContainText('No sale for 60 days');
  await expectAccessible(page, 'business time, a question open');

  await app.calendar.say('It was closed').click();
  await expect(app.calendar.rows.first()).toContainText('Confirmed by you');
  await expect(page.getByRole('heading', { name: /has your word/ })).toBeVisible();
  await app.frame.go('Overview');
  await expect(
    app.overview.names
      .first()
      .or(page.getByText(/^Nobody/))
      .first(),
  ).toBeVisible();
  await expect(app.calendar.hint).toHaveCount(0);

  await app.frame.go('Portfolio');
  await app.calendar.tab.click();
  await app.calendar.say('Other days').focus();
  await page.keyboard.press('Enter');
  await app.calendar.firstDay.fill('20/03/2023');
  await expect(page.getByText('20 Mar 2023', { exact: true })).toBeVisible();
  await app.calendar.keep.click();
  await expect(app.calendar.rows).toHaveCount(2);
  await expect(app.calendar.rows.first()).toContainText('20 Mar 2023 to 8 May 2023');
  await expect(app.calendar.rows.nth(1)).toContainText('Not closed, you said');
  const calendar = await engine.calendar.read();
  expect('marks' in calendar && calendar.marks.filter(({ inEffect }) => inEffect)).toMatchObject([
    { from: '2023-03-20', to: '2023-05-08' },
  ]);
  await app.frame.undo.click();
  await expect(app.calendar.rows).toHaveCount(1);
  await expect(app.calendar.rows.first()).toContainText('10 Mar 2023 to 8 May 2023');

  await app.calendar.add.click();
  await page.getByRole('combobox', { name: 'What it was' }).click();
  await page.getByRole('option', { name: 'Campaign' }).click();
  await app.calendar.firstDay.fill('5/2/2024');
  await app.calendar.lastDay.fill('1/2/2024');
  await expect(app.calendar.keep).toBeDisabled();
  await app.calendar.lastDay.fill('9/2/2024');
  await expectAccessible(page, 'business time, a mark being added');
  await app.calendar.keep.click();
  await expect(app.calendar.rows).toHaveCount(2);
  await expect(app.calendar.rows.first()).toContainText('5 Feb 2024 to 9 Feb 2024');
  await app.calendar.say('Remove').click();
  await expect(app.calendar.rows).toHaveCount(1);
});

test.describe('dark', () => {
  test.use({ colorScheme: 'dark' });
  test('axe finds nothing on business time', async ({ app, page }) => {
    await firstImport(app, aCsv('shop.csv', shutOnce));
    await app.frame.go('Portfolio');
    await app.calendar.tab.click();
    await expect(app.calendar.rows).toHaveCount(1);
    await expectAccessible(page, 'business time, dark');
  });
});
