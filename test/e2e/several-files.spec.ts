import * as xlsx from '@e965/xlsx';
import { expectAccessible } from './support/axe.ts';
import { pasteCells } from './support/in-page.mjs';
import { firstImport } from './support/path.ts';
import { aCsv } from './support/sales.ts';
import { expect, test } from './support/test.ts';

const till = (name: string, ...rows: readonly string[]) =>
  aCsv(name, ['Receipt,Date,Customer,Article,Quantity,Amount', ...rows, ''].join('\n'));

const march = till(
  'march.csv',
  'R1,14/03/2025,Ann,Bread,1,4.20',
  'R2,15/03/2025,Bob,Cake,1,3.00',
  'Total,,,,,7.20',
);
const april = till('april.csv', 'R3,14/04/2025,Ann,Bread,1,4.20', 'R4,15/04/2025,Cid,Cake,2,6.00');
const open = till('open.csv', 'R5,03/04/2025,Ann,Bread,1,4.20', 'R6,05/06/2025,Bob,Cake,1,3.00');

test('several files are checked each and imported together; one that fails leaves the others', async ({
  app,
  page,
  engine,
  watch,
}) => {
  // a browser reports every refusal on its console, also one that the page answers in a sentence
  watch.expect(/status of 422/);
  await app.start.toImport();
  const broken = aCsv('broken.csv', '%PDF-1.7 nothing of a table');
  await app.importing.choose([march, open, broken, april]);
  const { queue } = app.importing;
  const row = (name: string) => queue.getByRole('row', { name: new RegExp(name) });
  await expect(row('march.csv')).toContainText('Nothing in the file says which currency');
  await app.importing.queueCurrency.click();
  await app.importing.queueCurrency.fill('GBP');
  await page.getByRole('option', { name: /GBP/ }).click();
  await expect(row('march.csv')).toContainText('Adds 2 orders');
  await expect(row('march.csv')).toContainText("The file's own total is £7.20");
  await expect(row('open.csv')).toContainText('can be read in two ways');
  await expect(row('broken.csv')).toContainText('PDF');
  await expect(row('april.csv')).toContainText('Adds 2 orders');
  const all = queue.getByRole('button', { name: /^Import all/ });
  await expect(all).toBeDisabled();
  await expect(queue).toContainText('One file still asks something');
  await queue.getByRole('textbox', { name: 'What is your business called?' }).fill('Corner Bakery');
  await queue.getByRole('radio', { name: 'I do not know' }).check();
  await expectAccessible(page, 'the list of files');
  await queue.getByRole('button', { name: 'Check open.csv' }).click();
  await app.importing.questions.getByRole('button').first().click();
  await app.importing.answer();
  await app.importing.name.fill('Corner Bakery');
  await app.importing.commit.click();
  await expect(app.importing.result).toBeVisible();
  await all.click();
  await expect(row('april.csv')).toContainText('Added 2 orders');
  await expect(queue).toContainText('3 files were imported; 1 file was not, and nothing of it is in.');
  expect((await engine.importing.past()).map(({ fileName }) => fileName)).toEqual([
    'april.csv',
    'march.csv',
    'open.csv',
  ]);
  await expect(app.importing.past).toContainText("The file's own total is £7.20");
});

test('a workbook offers its sheets with their rows; the choice and the reading are remembered', async ({
  app,
  page,
}) => {
  const workbook = (month: string) => {
    const book = xlsx.utils.book_new();
    const sheet = (...rows: readonly (readonly string[])[]) => xlsx.utils.aoa_to_sheet(rows as string[][]);
    xlsx.utils.book_append_sheet(
      book,
      sheet(['Day', 'Staff', 'Hours'], [`${month}-14`, 'Ann', '8']),
      'Shifts',
    );
    xlsx.utils.book_append_sheet(
      book,
      sheet(
        ['Receipt', 'Date', 'Customer', 'Amount'],
        [`${month}A`, `${month}-14`, 'Ann', '4.20'],
        [`${month}B`, `${month}-15`, 'Bob', '3.00'],
      ),
      'Sales',
    );
    return {
      name: `${month}.xlsx`,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
    };
  };
  await app.start.toImport();
  await app.importing.choose(workbook('2025-03'));
  const sheets = app.importing.reading.getByRole('combobox', { name: 'Sheet' });
  await expect(sheets).toHaveValue('Shifts – 2 rows');
  await sheets.click();
  await page.getByRole('option', { name: 'Sales – 3 rows' }).click();
  await app.importing.answer();
  await expect(app.importing.side).toContainText('Adds 2 orders');
  await expectAccessible(page, 'the choice of a sheet');
  await app.importing.name.fill('Corner Bakery');
  await app.importing.commit.click();
  await app.importing.another.click();
  await app.importing.choose(workbook('2025-04'));
  await expect(app.importing.reading).toContainText('Read as last time (import of');
  await expect(sheets).toHaveValue('Sales – 3 rows');
  await app.importing.reading.getByRole('button', { name: 'Decide anew' }).click();
  await expect(sheets).toHaveValue('Shifts – 2 rows');
});

test('a known export can be read as a plain table instead, and back', async ({ app }) => {
  const square = aCsv(
    'items.csv',
    [
      'Date,Time,Item,Qty,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Event Type,Customer Name,Itemization Type',
      '2026-05-30,13:03:14,Cake,2,14.00,0,14.00,1.14,T1,Payment,Ann Abel,Physical Good',
      '2026-05-31,13:03:14,Gift Card,1,50.00,0,50.00,0,T2,Payment,,Gift Card',
      '',
    ].join('\n'),
  );
  await app.start.toImport();
  await app.importing.choose(square);
  const { reading, side } = app.importing;
  await expect(reading).toContainText(
    'This is a Square items export. Gift cards that were sold are left out',
  );
  await app.importing.answer('USD');
  await expect(side).toContainText('Adds 1 order ');
  await reading.getByRole('button', { name: 'Read it as a plain table instead' }).click();
  await expect(side).toContainText('Adds 2 orders');
  await reading.getByRole('button', { name: 'Read it as that export' }).click();
  await expect(side).toContainText('Adds 1 order ');
});

test('overlapping exports list what is there already; pasted tables of web pages and text without headings are read', async ({
  app,
  page,
}) => {
  await firstImport(app, march);
  await app.importing.another.click();
  await app.importing.choose(
    till('spring.csv', 'R2,15/03/2025,Bob,Cake,1,3.00', 'R9,16/04/2025,Bob,Cake,1,3.00'),
  );
  await expect(app.importing.skipped).toContainText('1 line came with an earlier import');
  await expect(app.importing.skipped).toContainText(
    'Row 2: Order R2: the same line came with import 1 (march.csv).',
  );
  await app.importing.cancelCheck.click();
  await page.evaluate(pasteCells, {
    plain: 'R7 16/04/2025 Ann 4.20',
    html: '<table><tr><th>Receipt</th><th>Date</th><th>Customer</th><th>Amount</th></tr><tr><td>R7</td><td>16/04/2025</td><td>Ann<br>Abel</td><td>4.20</td></tr><tr><td>R8</td><td>17/04/2025</td><td>Bob</td><td>3.00</td></tr></table>',
  });
  await expect(app.importing.side).toContainText('Adds 2 orders');
  await app.importing.cancelCheck.click();
  await page.evaluate(pasteCells, {
    plain: 'R7;16/04/2025;Ann;4,20\nR8;17/04/2025;Bob;3,00\nR9;18/04/2025;Bob;3,50',
    html: '',
  });
  await expect(app.importing.columns).toContainText('Column 4');
});
