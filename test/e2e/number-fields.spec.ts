import type { Locator, Page } from '@playwright/test';
import { table } from '../support/csv.ts';
import { expectAccessible } from './support/axe.ts';
import { firstImport } from './support/path.ts';
import { aBakery, aCsv, uploadOf } from './support/sales.ts';
import { expect, test } from './support/test.ts';

const SALES = aCsv(
  'shop.csv',
  table(
    ['Order ID', 'Date', 'Customer ID', 'Product', 'Quantity', 'Amount', 'Currency'],
    [
      ['1', '2024-01-15', 'A', 'Cup', '1', '100.00', 'EUR'],
      ['2', '2024-02-16', 'A', 'Plate', '1', '50.00', 'EUR'],
      ['3', '2024-03-17', 'B', 'Cup', '1', '100.00', 'USD'],
    ],
  ),
);

/** A field with what it stores, in the unit the owner types. */
type Case = {
  readonly field: Locator;
  readonly stored: () => Promise<number | null | undefined>;
  /** what is typed, and what must then be stored */
  readonly typed: readonly (readonly [text: string, value: number])[];
  /** what is pasted as a whole */
  readonly pasted: readonly (readonly [text: string, value: number])[];
};

const enter = async (page: Page, field: Locator, text: string, how: 'typed' | 'pasted'): Promise<void> => {
  await field.focus();
  await page.keyboard.press('Control+a');
  if (how === 'typed') await page.keyboard.type(text);
  else await page.keyboard.insertText(text);
};

/** Leaves the field in the two ways that take what is in it. */
const leave = async (page: Page, field: Locator, by: 'Tab' | 'Enter'): Promise<void> => {
  await page.keyboard.press(by);
  if (by === 'Tab') await expect(field).not.toBeFocused();
};

const expectRead = async (page: Page, { field, stored, typed, pasted }: Case): Promise<void> => {
  let by: 'Tab' | 'Enter' = 'Tab';
  for (const [how, list] of [
    ['typed', typed],
    ['pasted', pasted],
  ] as const) {
    for (const [text, value] of list) {
      await enter(page, field, text, how);
      await leave(page, field, by);
      await expect.poll(stored, `${how} ${text}, ${by}`).toBe(value);
      by = by === 'Tab' ? 'Enter' : 'Tab';
    }
  }
  const before = await stored();
  const shown = await field.inputValue();
  await enter(page, field, '12x', 'typed');
  await leave(page, field, 'Tab');
  await expect(page.getByRole('alert').filter({ hasText: '“12x” is not a number.' })).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/“12x” is not a number\. It stays at /);
  await field.press('Escape');
  await expect(field).not.toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveValue(shown);
  expect(await stored(), 'nonsense changes nothing').toBe(before);
};

/** What reporters of numbers stumble over while it is typed, with how it is shown once the field is left. */
const TRICKY = [
  ['19.0', '19'],
  ['05', '5'],
  ['30.', '30'],
  // grouped only where that leaves one reading
  ['14000.50', '14,?000\\.5'],
] as const;

/** Types each of them, and expects them read, or those above `max` refused. */
const expectShown = async (page: Page, field: Locator, suffix = '', max = Infinity): Promise<void> => {
  for (const [text, shown] of TRICKY) {
    await enter(page, field, text, 'typed');
    await leave(page, field, 'Tab');
    if (Number(text) <= max) await expect(field).toHaveValue(new RegExp(`^${shown}${suffix}$`));
    else {
      await expect(field).toHaveAccessibleDescription(new RegExp(`“${text}” is more than ${max}\\.`));
      await field.press('Escape');
    }
  }
};

test('what is typed into the fields of import, settings and products is what is stored', async ({
  app,
  page,
  engine,
}) => {
  const settings = async () => (await engine.portfolio.status()).portfolio?.settings;
  const percent = (fraction: number | null | undefined): number | null =>
    fraction === null || fraction === undefined ? null : Math.round(fraction * 1e6) / 1e4;
  await app.start.toImport();
  await app.importing.choose(SALES);
  await app.importing.setCurrency('EUR');

  await test.step('the rate of another currency', async () => {
    const card = page.getByRole('region', { name: 'Other currencies' });
    const field = card.getByRole('textbox', { name: 'What 1 USD is worth in EUR' });
    await enter(page, field, 'about one', 'typed');
    await leave(page, field, 'Tab');
    await expect(card.getByRole('alert')).toHaveText('“about one” is not a number. Nothing is set.');
    await expect(card.getByRole('button', { name: 'Convert' })).toBeDisabled();
    await expectAccessible(page, 'a number field with a sentence under it');
    await expectShown(page, field);
    await enter(page, field, '0.90', 'pasted');
    await leave(page, field, 'Enter');
    await expect(card).toContainText('1 USD = 0.9 EUR');
  });

  await test.step('the tax in the amounts', async () => {
    await app.importing.owner.getByRole('radio', { name: 'Yes, tax is in them' }).check();
    const field = app.importing.owner.getByRole('textbox', { name: 'Tax rate in the amounts' });
    await expectShown(page, field, ' %', 100);
    await enter(page, field, '19.0', 'typed');
    // leaving the field by pressing the button is leaving it, too
    await app.importing.name.fill('Corner Shop');
    await app.importing.commit.click();
    await expect(app.importing.result).toBeVisible();
    expect(percent((await settings())?.taxRate)).toBe(19);
  });

  await app.frame.go('Settings');
  await test.step('the tax rate', async () => {
    await expectRead(page, {
      field: page.getByRole('textbox', { name: 'Tax rate in the prices' }),
      stored: async () => percent((await settings())?.taxRate),
      typed: [
        ['05', 5],
        ['19.0', 19],
        ['30.', 30],
        ['7,7', 7.7],
        ['8.875%', 8.875],
      ],
      pasted: [
        [' 19.60 % ', 19.6],
        ['7', 7],
      ],
    });
  });

  await test.step('the assumed margin, and that it can be emptied', async () => {
    const field = page.getByRole('textbox', { name: 'Assumed margin' });
    const stored = async () => percent((await settings())?.assumedMargin);
    await expectRead(page, {
      field,
      stored,
      typed: [
        ['40.0', 40],
        ['19.0', 19],
        ['05', 5],
        ['30.', 30],
        ['-12.5', -12.5],
      ],
      pasted: [['40,5 %', 40.5]],
    });
    await enter(page, field, '190', 'typed');
    await leave(page, field, 'Tab');
    await expect(field).toHaveAccessibleDescription(/“190” is more than 100\. It stays at 40\.5 %\./);
    expect(await stored()).toBe(40.5);
    await field.press('Escape');
    await field.press('ArrowUp');
    await field.press('Enter');
    await expect.poll(stored).toBe(41.5);
    await field.fill('');
    await field.press('Enter');
    await expect.poll(stored).toBeNull();
  });

  await test.step('a rate for later imports', async () => {
    await page.getByRole('textbox', { name: 'Currency', exact: true }).fill('chf');
    const field = page.getByRole('textbox', { name: 'Worth in EUR' });
    const add = page.getByRole('button', { name: 'Add the rate' });
    await expectShown(page, field);
    await enter(page, field, '01.0850', 'typed');
    await add.click();
    await expect
      .poll(async () => (await settings())?.rates.find(({ currency }) => currency === 'CHF')?.rate)
      .toBe('1.085');
    await expect(field).toHaveValue('');
  });

  await test.step('a product’s own tax rate', async () => {
    await app.frame.go('Portfolio');
    await page.getByRole('tab', { name: 'Products' }).click();
    await page.getByRole('textbox', { name: 'Another product' }).fill('plate');
    await expectRead(page, {
      field: page.getByRole('textbox', { name: 'Tax rate of Plate' }),
      stored: async () => percent((await engine.products.find({ search: 'plate' }))[0]?.taxRate),
      typed: [
        ['05', 5],
        ['19.0', 19],
        ['30.', 30],
      ],
      pasted: [['19,5 %', 19.5]],
    });
  });
});

test('what is typed while the number before is still being saved is kept, and saved', async ({
  app,
  page,
  engine,
}) => {
  await app.start.toImport();
  await app.importing.choose(SALES);
  await app.importing.answer('EUR');
  await app.importing.commit.click();
  await expect(app.importing.result).toBeVisible();
  await app.frame.go('Settings');

  // what the engine has done reaches the screen only when the gate is opened
  let gate = Promise.withResolvers<void>();
  let waiting = 0;
  await page.route(/\/rpc\/portfolio\/(updateSettings|status)$/, async (route) => {
    const response = await route.fetch();
    waiting++;
    await gate.promise;
    waiting--;
    await route.fulfill({ response });
  });
  const field = page.getByRole('textbox', { name: 'Assumed margin' });
  const stored = async () => (await engine.portfolio.status()).portfolio?.settings.assumedMargin;
  await enter(page, field, '7', 'typed');
  await leave(page, field, 'Enter');
  await expect.poll(() => waiting).toBeGreaterThan(0);
  await enter(page, field, '30.', 'typed');
  const told = page.waitForResponse('**/rpc/portfolio/updateSettings');
  gate.resolve();
  await told;
  await expect.poll(() => waiting).toBe(0);
  await page.evaluate(
    'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))',
  );
  await expect(field).toHaveValue('30.');
  gate = Promise.withResolvers<void>();
  await leave(page, field, 'Enter');
  await expect.poll(stored).toBe(0.3);

  // back to what the screen still believes to be stored: told all the same
  await enter(page, field, '7', 'typed');
  await leave(page, field, 'Tab');
  await expect.poll(stored).toBe(0.07);
  gate.resolve();
  await expect(field).toHaveValue('7 %');
  await page.unrouteAll({ behavior: 'wait' });
});

test('what is typed into the fields of matrix and segments is what is stored', async ({
  app,
  page,
  engine,
}) => {
  await firstImport(app, uploadOf(aBakery(60)));

  await app.frame.go('Portfolio');
  const thresholds = async () => {
    const matrix = await engine.matrix.read({ subject: 'segments' });
    if ('reason' in matrix) throw new Error(matrix.reason);
    return matrix.thresholds;
  };
  await test.step('the lines of the matrix', async () => {
    await expectRead(page, {
      field: app.matrix.value,
      stored: async () => (await thresholds()).value / 100,
      typed: [
        ['14000.50', 14_000.5],
        ['05', 5],
        ['30.', 30],
        ['40.0', 40],
        ['€1,250', 1250],
      ],
      pasted: [
        ['1.234,50 EUR', 1234.5],
        ['14000.50', 14_000.5],
      ],
    });
    await enter(page, app.matrix.value, '14.000', 'typed');
    await leave(page, app.matrix.value, 'Tab');
    await expect(app.matrix.value).toHaveAccessibleDescription(/could be 14 or 14000/);
    expect((await thresholds()).value).toBe(1_400_050);
    await app.matrix.value.press('Escape');
    await expectRead(page, {
      field: app.matrix.growth,
      stored: async () => Math.round((await thresholds()).growth * 1000) / 10,
      typed: [
        ['19.0', 19],
        ['05', 5],
        ['30.', 30],
        ['-12.5', -12.5],
      ],
      pasted: [['7,5%', 7.5]],
    });
  });

  await page.getByRole('tab', { name: 'Segments' }).click();
  await test.step('the thresholds of a recipe', async () => {
    await expect(app.segments.cards.first()).toBeVisible();
    const { thresholds: lines } = await engine.segments.read();
    const at = lines.findIndex(({ unit }) => unit === 'money');
    const line = lines[at]!;
    const field = app.segments.numbers.nth(at);
    const wanted = Math.floor((line.min + line.max) / 200);
    for (const [text, how] of [
      [`${wanted}.50`, 'typed'],
      [`0${wanted}`, 'typed'],
      [`${wanted + 1}.`, 'typed'],
      [`${wanted},5 EUR`, 'pasted'],
    ] as const) {
      await enter(page, field, text, how);
      await leave(page, field, 'Tab');
      const value = Number(text.replace(' EUR', '').replace(',', '.'));
      await expect(field).toHaveValue(
        `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(value)} EUR`,
      );
    }
    await enter(page, field, 'lots', 'typed');
    await leave(page, field, 'Tab');
    await expect(field).toHaveAccessibleDescription(/“lots” is not a number\. It stays at /);
    await app.segments.use.click();
    await expect(app.segments.lead(/^In force, version 1\./)).toBeVisible();
    const stored = (await engine.segments.read()).thresholds.find(({ id }) => id === line.id);
    expect(stored?.value).toBe(wanted * 100 + 50);
  });

  await test.step('the bounds of own rules', async () => {
    await app.segments.recipe('Own rules').check();
    await expect(app.segments.rules).toBeVisible();
    const own = app.segments.own(1);
    const removal = own.getByRole('button', { name: /^Remove condition/ });
    while ((await removal.count()) > 0) await removal.first().click();
    await own.getByRole('textbox', { name: 'Name of segment 1' }).fill('Big');
    await own.getByRole('button', { name: 'Add a condition to Big' }).click();
    const from = own.getByRole('textbox', { name: 'condition 1 of Big: from' });
    const below = own.getByRole('textbox', { name: 'condition 1 of Big: below' });
    await expectShown(page, below);
    await below.fill('');
    await expectShown(page, from);
    await enter(page, from, '19.0', 'typed');
    await leave(page, from, 'Tab');
    await enter(page, below, '14000.50', 'pasted');
    await leave(page, below, 'Tab');
    await expect(below).toHaveValue('14,000.5');
    await enter(page, below, 'all', 'typed');
    await leave(page, below, 'Tab');
    await expect(below).toHaveAccessibleDescription('“all” is not a number. It stays at 14,000.5.');
    await app.segments.use.click();
    await expect(app.segments.lead(/^In force, version 2\./)).toBeVisible();
    expect((await engine.segments.read()).segments[0]?.definition).toEqual({
      all: [{ measure: 'revenue12m', min: 1900, max: 1_400_050 }],
    });
  });
});
