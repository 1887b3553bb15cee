import { readFileSync } from 'node:fs';
import { problemSentence } from '../../src/renderer/features/import/problems.ts';
import { createFormat } from '../../src/renderer/ui/text/format-core.ts';
import { ISSUE_CODES } from '../../src/shared/model/importing.ts';
import { minorDigits } from '../../src/shared/model/money.ts';
import { countPrints, overflows, scrollsSideways } from './support/in-page.mjs';
import { minorOf } from './support/money.ts';
import { aBakery, uploadOf } from './support/sales.ts';
import { expect, test } from './support/test.ts';

const sample = aBakery();
const { expected } = sample;
const f = createFormat('en-GB', expected.currency);
const BUSINESS = 'Corner Bakery';
const COMMIT = `orders from ${f.count(expected.customers)} customers, all of them new`;

test('a new owner goes from a till export to a printed review and back', async ({ app, engine, page }) => {
  await test.step('three doors', async () => {
    await expect(app.start.heading).toHaveText('Which customers matter, and what to do on Monday');
    await expect(page.getByRole('main').getByRole('region')).toHaveCount(3);
    for (const door of Object.values(app.start.doors)) await expect(door).toBeVisible();
    await app.start.toImport();
  });

  await test.step('the file is understood, and nothing is changed yet', async () => {
    await app.importing.choose(uploadOf(sample));
    await expect(app.importing.heading).toHaveText(`Check ${sample.fileName} before importing`);
    await expect(page.getByText(/^This looks like an export of sales: /)).toContainText(
      `${f.count(expected.records)} rows`,
    );
    await expect(app.importing.columns.getByRole('heading', { level: 2 })).toHaveText(
      'Every column was recognised',
    );
    await app.importing.openColumns(/^17 columns recognised/);
    await expect(app.importing.meaningOf('Receipt')).toHaveValue('Order or receipt number');
    await expect(app.importing.meaningOf('Amount incl. VAT')).toHaveValue('Amount');
    await expect(app.importing.questions).toHaveCount(0);
    expect((await engine.portfolio.status()).portfolio).toBeNull();
  });

  await test.step('problems and control totals are those of the file', async () => {
    const { problems } = app.importing;
    await expect(problems.getByRole('heading', { level: 2 })).toHaveText(
      `${f.counted(expected.leftOutRecords, 'row')} are left out`,
    );
    for (const code of ISSUE_CODES) {
      const n = expected.leftOut[code];
      if (n === undefined) continue;
      await expect(problems.getByRole('button', { name: problemSentence(code, n, f.count) })).toBeVisible();
    }
    await expect(app.importing.factNames).toHaveText([
      'Rows in the file',
      'Rows to import',
      'Rows left out',
      /^Sum/,
      /^Sum of what is left out/,
      'First day',
      'Last day',
      'Orders',
      'Refunds among them',
      'Customers',
      'Orders without a customer',
    ]);
    await expect(app.importing.factValues).toHaveText([
      f.count(expected.records),
      f.count(expected.imported),
      f.count(expected.leftOutRecords),
      f.money(expected.revenueMinor),
      f.money(expected.leftOutRevenueMinor),
      f.day(expected.period.from),
      f.day(expected.period.to),
      f.count(expected.orders),
      f.count(expected.refunds),
      f.count(expected.customers),
      f.count(expected.anonymousOrders),
    ]);
    await expect(app.importing.side).toContainText(`Adds ${f.count(expected.orders)} ${COMMIT}`);
    await expect(app.importing.side).toContainText(`${f.count(expected.leftOutRecords)} rows are left out.`);
  });

  await test.step('the import says what it did', async () => {
    await app.importing.answer();
    await app.importing.name.fill(BUSINESS);
    await app.importing.commit.click();
    await expect(app.importing.result).toContainText(
      `Added ${f.count(expected.orders)} orders with ${f.count(expected.imported)} lines from ${f.count(expected.customers)} customers, all of them new.`,
    );
    await expect(app.frame.bar).toContainText(BUSINESS);
    await expect(app.frame.path.getByRole('link', { name: 'Import' })).toHaveAccessibleName(
      /^Import ?, done$/,
    );
  });

  await test.step('the overview names five, and its figures are the engine’s', async () => {
    await app.frame.go('Overview');
    await expect(app.overview.names).toHaveCount(5);
    const overview = await engine.overview.read();
    if ('reason' in overview) throw new Error(overview.reason);
    for (const [i, { customer, reason }] of overview.monday.entries()) {
      await expect(app.overview.names.nth(i)).toContainText(customer.name);
      await expect(app.overview.names.nth(i)).toContainText(reason);
    }
    await expect(app.overview.headlines.getByRole('listitem')).toHaveText(overview.headlines);
    const figures = app.overview.figures.getByRole('button');
    await expect(figures).toHaveCount(overview.figures.length);
    for (const [i, { result }] of overview.figures.entries())
      await expect(figures.nth(i)).toContainText(f.result(result, { headline: true }).value);
    await figures.first().click();
    await expect(app.overview.explanation).toContainText('How is this computed?');
    await expect(app.overview.explanation.getByRole('link', { name: 'Show the rows' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(app.overview.explanation).toHaveCount(0);
  });

  await test.step('customers: search, sort, filter', async () => {
    await app.frame.go('Customers');
    await expect(app.customers.totals).toContainText(f.counted(expected.customers, 'customer'));
    const dearest = (await engine.customers.list({ sort: 'revenue12m' })).rows[0];
    await expect(app.customers.rows.first()).toContainText(dearest?.name ?? '');
    await app.customers.sortBy('Customer');
    await expect(app.customers.column('Customer')).toHaveAttribute('aria-sort', 'ascending');
    const first = (await engine.customers.list({ sort: 'name', direction: 'asc' })).rows[0];
    await expect(app.customers.rows.first()).toContainText(first?.name ?? '');
    await app.customers.filter('Rhythm', 'At risk');
    const atRisk = await engine.customers.list({ rhythm: 'at-risk' });
    await expect(app.customers.totals).toContainText(f.counted(atRisk.total, 'customer'));
    await app.customers.showEveryone.click();
    await app.customers.search.fill(dearest?.name.slice(0, 9) ?? '');
    const found = await engine.customers.list({ search: dearest?.name.slice(0, 9) ?? '' });
    await expect(app.customers.totals).toContainText(f.counted(found.total, 'customer'));
    await expect(app.customers.rows).toHaveCount(found.total);
  });

  await test.step('a customer’s rows add up to the revenue shown', async () => {
    const { rows } = await engine.customers.list({ sort: 'orders', limit: 200 });
    const someone = rows.find((row) => row.orders > 20 && row.orders <= 60);
    if (!someone) throw new Error('no customer of a size to be looked at');
    await app.customers.search.fill(someone.name);
    await app.customers.rows.filter({ hasText: someone.name }).click();
    await expect(app.customer.name).toHaveText(someone.name);
    const { total } = await engine.customers.orders({ id: someone.id, offset: 0, limit: 1 });
    const shown = app.customer.orders.getByText(/^[\d,]+ of [\d,]+ orders$/);
    await expect(shown).toHaveText(`20 of ${total} orders`);
    await app.customer.more.click();
    if (total > 40) await app.customer.more.click();
    await expect(shown).toHaveText(`${total} of ${total} orders`);
    for (let i = 0; i < total; i++) await app.customer.order.nth(i).click();
    await expect(app.customer.lines).toHaveCount(total);
    const cells = app.customer.lines.getByRole('row').filter({ has: page.getByRole('cell') });
    const amounts = await cells.evaluateAll((lines) =>
      lines.map((line) => line.querySelectorAll('td')[3]?.textContent ?? ''),
    );
    const sum = amounts.reduce((all, text) => all + minorOf(text), 0);
    expect(sum).toBe(someone.revenue);
    await expect(app.customer.figures.getByText(f.money(someone.revenue), { exact: true })).toBeVisible();
  });
  expect(minorDigits(expected.currency)).toBe(2);

  await test.step('the matrix: lines by keyboard, reset, table, drawer', async () => {
    await app.frame.go('Portfolio');
    const matrix = await engine.matrix.read({ subject: 'segments' });
    if (!('points' in matrix)) throw new Error('segments come with their points');
    await expect(app.matrix.finding).toHaveText(matrix.finding);
    await app.matrix.draw('Customers');
    await expect(app.matrix.chart).toHaveAccessibleName(/^Value against growth for \d+ customers/);
    const before = await engine.matrix.read({ subject: 'customers' });
    if ('reason' in before) throw new Error(before.reason);
    await expect(app.matrix.finding).toHaveText(before.finding);
    await app.matrix.valueLine.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(app.matrix.reset).toBeVisible();
    const moved = await engine.matrix.read({ subject: 'customers' });
    if ('reason' in moved) throw new Error(moved.reason);
    expect(moved.thresholds.value).toBeLessThan(before.thresholds.value);
    await expect(app.matrix.valueLine).toHaveAttribute('aria-valuenow', String(moved.thresholds.value));
    await expect(app.matrix.quadrant('Invest')).toContainText(
      f.counted(moved.quadrants.find((q) => q.quadrant === 'invest')?.count ?? -1, 'customer'),
    );
    await app.matrix.reset.click();
    await expect(app.matrix.reset).toHaveCount(0);
    await expect(app.matrix.valueLine).toHaveAttribute('aria-valuenow', String(before.thresholds.value));
    await app.matrix.draw('Segments');
    await expect(app.matrix.chart).toHaveAccessibleName(/^Value against growth for \d+ segments/);
    await app.matrix.asTable.click();
    const rows = app.matrix.table.getByRole('row');
    await expect(rows).toHaveCount(matrix.points.length + 1);
    await app.matrix.table.getByRole('button', { name: 'Key customers', exact: true }).click();
    await expect(app.matrix.drawer).toContainText('What to do with them');
    await expect(app.matrix.drawer.getByRole('link').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(app.matrix.drawer).toHaveCount(0);
    await app.matrix.asChart.click();
    await app.matrix.chart.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(app.matrix.drawer).toContainText('in 12 months');
    await page.keyboard.press('Escape');
  });

  await test.step('segments: live counts, use, undo, redo', async () => {
    await page.getByRole('tab', { name: 'Segments' }).click();
    const count = (name: string) => app.segments.card(name).getByText(/^[\d,]+ customers?$/);
    const proposal = await engine.segments.read();
    for (const segment of proposal.segments)
      await expect(count(segment.name).first()).toHaveText(f.counted(segment.customers, 'customer'));
    await app.segments.sliders.first().focus();
    for (let i = 0; i < 25; i++) await page.keyboard.press('ArrowLeft');
    await expect(app.segments.lead('You are trying something out.')).toBeVisible();
    const key = proposal.segments[0];
    await expect(count(key?.name ?? '').first()).not.toHaveText(f.counted(key?.customers ?? -1, 'customer'));
    expect((await engine.segments.read()).applied).toBe(false);
    await app.segments.use.click();
    await expect(app.segments.lead(/^In force, version 1\./)).toBeVisible();
    const inForce = await engine.segments.read();
    for (const segment of inForce.segments)
      await expect(count(segment.name).first()).toHaveText(f.counted(segment.customers, 'customer'));
    await page.keyboard.press('Control+z');
    await expect(app.segments.lead('A proposal from your own sales.')).toBeVisible();
    await expect(count(key?.name ?? '').first()).toHaveText(f.counted(key?.customers ?? -1, 'customer'));
    await page.keyboard.press('Control+Shift+z');
    await expect(app.segments.lead(/^In force, version 1\./)).toBeVisible();
  });

  await test.step('a review of two pages, printed', async () => {
    await app.frame.go('Reviews');
    await app.reviews.make.click();
    const sheets = app.reviews.sheet.getByRole('article');
    await expect(sheets).toHaveCount(2);
    await expect(sheets.first()).toContainText(BUSINESS);
    for (let i = 0; i < 2; i++) expect(await sheets.nth(i).evaluate(overflows)).toBe(false);
    await app.reviews.frame.evaluate(countPrints);
    const saved = page.waitForEvent('download');
    await app.reviews.pdf.click();
    const pdf = await saved;
    expect(pdf.suggestedFilename()).toMatch(/^Portfolio review \d{4}-\d{2}-\d{2}\.pdf$/);
    expect(readFileSync(await pdf.path(), 'latin1')).toMatch(/^%PDF/);
    await expect(app.frame.notice('Saved as Portfolio review')).toBeVisible();
    await app.reviews.print.click();
    await expect(app.reviews.frame).toHaveAttribute('data-prints', '1');
    await app.reviews.back.click();
    await expect(app.reviews.made.getByRole('heading')).toHaveText('One review so far');
    await expect(app.frame.path).toHaveCount(0);
  });

  await test.step('no place scrolls sideways', async () => {
    for (const place of ['Overview', 'Import', 'Customers', 'Portfolio', 'Reviews', 'Settings'] as const) {
      await app.frame.go(place);
      await expect(app.frame.title).toBeVisible();
      expect(await page.evaluate(scrollsSideways), place).toBe(false);
    }
  });

  await test.step('the import is undone: sentences instead of empty charts', async () => {
    await app.frame.go('Import');
    await app.importing.undo('past');
    await expect(app.importing.past).toContainText('undone');
    await expect(app.frame.bar).toContainText('No sales yet');
    expect((await engine.portfolio.status()).portfolio).toMatchObject({
      customers: 0,
      orders: 0,
      orderLines: 0,
      period: null,
    });
    for (const place of ['Overview', 'Portfolio', 'Reviews'] as const) {
      await app.frame.go(place);
      await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText(
        /^There are no sales/,
      );
      await expect(page.getByRole('img')).toHaveCount(0);
      await expect(page.getByRole('main').getByRole('link', { name: 'Import sales' })).toBeVisible();
    }
  });

  await test.step('and can be made again', async () => {
    await app.frame.go('Import');
    await app.importing.choose(uploadOf(sample));
    await expect(app.importing.side).toContainText(`Adds ${f.count(expected.orders)} ${COMMIT}`);
    await app.importing.answer();
    await app.importing.commit.click();
    await expect(app.importing.result).toContainText(`Added ${f.count(expected.orders)} orders`);
    expect((await engine.portfolio.status()).portfolio).toMatchObject({
      customers: expected.customers,
      orders: expected.orders,
      orderLines: expected.imported,
    });
  });
});
