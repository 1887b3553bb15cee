import { readFileSync } from 'node:fs';
import { firstImport } from './support/path.ts';
import { aBakery, uploadOf } from './support/sales.ts';
import { expect, test } from './support/test.ts';

test('from a question to the names, and the names out of the app', async ({ app, page, engine }) => {
  await firstImport(app, uploadOf(aBakery(60)));

  await test.step('the twelve questions are the engine’s answers', async () => {
    await app.frame.go('Questions');
    const { questions } = await engine.questions.read({});
    await expect(app.questions.cards).toHaveCount(12);
    for (const { question, answer } of questions)
      await expect(app.questions.card(question)).toContainText(answer);
  });

  await test.step('what an answer names leads to the customer, and what is missing to the import', async () => {
    const question = 'Which customers are at risk of leaving?';
    const { questions } = await engine.questions.read({});
    const { list, cannotKnow } = questions[3]!;
    await app.questions.unfold(question);
    const card = app.questions.card(question);
    await expect(card).toContainText(cannotKnow[0]!);
    await expect(card.getByRole('link', { name: 'Import more data' })).toBeVisible();
    await card.getByRole('link', { name: list[0]!.name, exact: true }).click();
    await expect(app.customer.name).toHaveText(list[0]!.name);
    await page.goBack();
    await app.questions.card(question).getByRole('link', { name: 'Whom to call, in order' }).click();
    await expect(page).toHaveURL(/\/act\?kind=keep$/);
  });

  await test.step('the list is the engine’s, by kind and all of it', async () => {
    const keep = await engine.actions.list({ kind: 'keep', limit: 50 });
    await expect(app.act.rows).toHaveCount(keep.rows.length);
    await app.act.choose(/^All/);
    const all = await engine.actions.list({ limit: 50 });
    await expect(app.act.rows).toHaveCount(all.rows.length);
    for (const [i, { name, action, reason }] of all.rows.slice(0, 5).entries())
      for (const text of [name, action, reason]) await expect(app.act.rows.nth(i)).toContainText(text);
    await expect(page.getByRole('main')).toContainText('effect unknown – try as pilot');
  });

  await test.step('copied, it pastes as a table of all rows', async () => {
    const { total } = await engine.actions.list({});
    await app.act.copy.click();
    await expect(app.frame.notice('on the clipboard')).toContainText(`${total} rows are on the clipboard`);
  });

  await test.step('exported, it is a file; for a mail merge nobody has agreed yet', async () => {
    const { total } = await engine.actions.list({});
    await app.act.export.click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV', exact: true }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('actions.csv');
    const text = readFileSync(await file.path(), 'utf8');
    expect(text.trimEnd().split('\r\n')).toHaveLength(total + 1);
    await app.act.export.click();
    await page.getByRole('menuitem', { name: 'CSV, only who agreed' }).click();
    await expect(app.frame.notice('left out')).toContainText('Nobody has agreed to messages');
  });

  await test.step('the overview shows the same, by kind', async () => {
    await app.frame.go('Overview');
    const { groups } = await engine.actions.list({});
    await expect(app.overview.week).toHaveCount(groups.length);
    for (const [i, { title, first }] of groups.entries()) {
      await expect(app.overview.week.nth(i)).toContainText(title);
      await expect(app.overview.week.nth(i)).toContainText(first[0]!.name);
    }
    await app.overview.week.first().getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/act\\?kind=${groups[0]!.kind}$`));
  });
});
