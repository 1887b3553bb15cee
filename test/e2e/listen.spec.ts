import { table } from '../support/csv.ts';
import { expectAccessible } from './support/axe.ts';
import { firstImport } from './support/path.ts';
import { aCsv } from './support/sales.ts';
import { expect, test } from './support/test.ts';

const PEOPLE = ['Ann Berg', 'Bob Dahl', 'Cid Eng', 'Dora Falk'];
const sales = aCsv(
  'till.csv',
  table(
    ['Receipt', 'Date', 'Customer', 'Article', 'Quantity', 'Amount'],
    PEOPLE.flatMap((name, i) =>
      ['2025-01-14', '2025-03-14', '2025-05-30'].map((day, k) => [
        `R${i}${k}`,
        day,
        name,
        'Bread',
        '1',
        `${4 - i}0.00`,
      ]),
    ),
  ),
);
const answers = aCsv(
  'answers.csv',
  table(
    ['Date', 'Time', 'Customer', 'Recommend', 'Satisfaction', 'Comment', 'Answered on', 'Answered time'],
    [
      ['2025-05-20', '10:00', 'Ann Berg', '3', '2', 'Stale bread', '', ''],
      ['2025-05-21', '10:00', 'Bob Dahl', '2', '1', '', '', ''],
      ['2025-05-22', '10:00', 'Cid Eng', '9', '5', 'Lovely', '2025-05-22', '16:00'],
      ['2025-05-23', '10:00', 'Dora Falk', '10', '5', '', '', ''],
    ],
  ),
);

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    test('what customers say is there after an import; an answer is marked with one click and taken back by undo', async ({
      app,
      page,
      engine,
    }) => {
      await firstImport(app, sales);
      await app.frame.go('Listen');
      const saved = page.waitForEvent('download');
      await app.listen.template.click();
      expect((await saved).suggestedFilename()).toBe('clientele-feedback.csv');

      await app.frame.go('Import');
      await app.importing.choose(answers);
      await app.importing.commit.click();
      await expect(app.importing.result).toBeVisible();

      await app.frame.go('Listen');
      const main = page.getByRole('main');
      await expect(main).toContainText('Of 4 who answered, 2 would recommend you and 2 would not.');
      await expect(main).toContainText(
        '2 messages have waited for more than 48 hours; half of the answers came within 6 hours.',
      );
      await expect(main).toContainText('1 answer with a good score and no words wants no reply.');
      // both as bad, and Ann brings more
      await expect(app.listen.inbox).toHaveCount(2);
      await expect(app.listen.inbox.nth(0)).toContainText('Ann Berg');
      await expect(app.listen.inbox.nth(1)).toContainText('Bob Dahl');
      await expect(app.listen.scores.first()).toContainText('All customers');
      await expectAccessible(page, 'listen');

      await app.listen.move(/^Mark answered: feedback of Ann Berg/).click();
      await expect(app.listen.inbox).toHaveCount(1);
      await expect(main).toContainText('1 message has waited for more than 48 hours');
      expect((await engine.listening.inbox({})).counts).toMatchObject({ new: 1, answered: 2 });
      await app.listen.show(/^Answered/);
      await expect(app.listen.inbox.filter({ hasText: 'Ann Berg' })).toBeVisible();
      await app.listen.move(/^Another state: feedback of Ann Berg/).click();
      await expectAccessible(page, 'the other states');
      await page.getByRole('menuitem', { name: 'Mark told' }).click();
      await expect(app.listen.inbox).toHaveCount(1);

      await app.frame.undo.click();
      await expect(app.listen.inbox.filter({ hasText: 'Ann Berg' })).toBeVisible();
      await app.frame.undo.click();
      await app.listen.show(/^Not answered/);
      await expect(app.listen.inbox).toHaveCount(2);

      await app.listen.openingHours.click();
      await expect(main).toContainText('Only hours of Monday to Friday, 9:00 to 17:00 are counted.');
      await expectAccessible(page, 'listen, in opening hours');

      await page.keyboard.press('Control+k');
      await expect(app.frame.paletteField).toBeFocused();
      await page.keyboard.type('inbox');
      await expect(app.frame.palette.getByText('Listen', { exact: true })).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(app.frame.title).toHaveText('Listen');
    });
  });
}
