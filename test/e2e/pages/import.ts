import { expect, type Page } from '@playwright/test';

export type Upload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** The import studio. */
export const importPage = (page: Page) => {
  const region = (name: string) => page.getByRole('region', { name, exact: true });
  const side = region('What this import does');
  const columns = region('Columns');
  const owner = region('What only you know');
  const past = page.getByRole('table', { name: 'Past imports' });
  const field = owner.getByRole('combobox', { name: 'Which currency are the amounts in?' });
  const setCurrency = async (code: string): Promise<void> => {
    await field.click();
    await field.fill(code);
    await page.getByRole('option', { name: new RegExp(`\\b${code}\\b`) }).click();
    await expect(field).toHaveValue(new RegExp(code));
  };
  const undoDialog = page.getByRole('dialog', { name: /Undo/ });
  return {
    side,
    columns,
    owner,
    past,
    questions: region('Open questions'),
    queue: region('Files to import'),
    queueCurrency: region('Files to import').getByRole('combobox', {
      name: 'Which currency are the amounts in?',
    }),
    reading: region('How this file is read'),
    skipped: region('Already in your portfolio'),
    problems: region('Problems'),
    result: region('Result of the import'),
    another: region('Result of the import').getByRole('button', { name: 'Import another file' }),
    notice: page.getByRole('main').getByRole('alert'),
    heading: page.getByRole('main').getByRole('heading', { level: 1 }),
    /** a path, or a file that lives in memory only */
    choose: async (file: string | Upload | Upload[]) => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file' }).click();
      await (await chooser).setFiles(file);
    },
    /** the names and the values of what an owner compares with the till, in their order */
    factNames: side.getByRole('term'),
    factValues: side.getByRole('definition'),
    meaningOf: (header: string) =>
      columns.getByRole('combobox', { name: `Meaning of column ${header}`, exact: true }),
    /** the groups of columns that are folded away */
    folds: columns.getByRole('button', { expanded: false }),
    openColumns: (which: RegExp) => columns.getByRole('button', { name: which }).click(),
    setMeaning: async (header: string, meaning: string) => {
      await columns.getByRole('combobox', { name: `Meaning of column ${header}`, exact: true }).click();
      await page.getByRole('option', { name: meaning, exact: true }).click();
    },
    setCurrency,
    /** answers what only the owner knows, where it is asked and not answered: the currency, and that nobody knows the tax */
    answer: async (currency = 'GBP') => {
      const settled = () =>
        expect(side).not.toContainText('The file is being read again.', { timeout: 300_000 });
      await expect(side).toBeVisible();
      await settled();
      if ((await field.count()) > 0 && (await field.inputValue()) === '') {
        await setCurrency(currency);
        await settled();
      }
      const radios = owner.getByRole('radio');
      if ((await radios.count()) > 0 && (await owner.getByRole('radio', { checked: true }).count()) === 0)
        await owner.getByRole('radio', { name: 'I do not know' }).check();
    },
    name: owner.getByRole('textbox', { name: 'What is your business called?' }),
    commit: side.getByRole('button', { name: 'Import', exact: true }),
    cancelCheck: side.getByRole('button', { name: 'Cancel', exact: true }),
    cancel: page.getByRole('main').getByRole('button', { name: 'Cancel', exact: true }),
    undoDialog,
    undo: async (within: 'result' | 'past') => {
      const place = within === 'result' ? region('Result of the import') : past;
      await place.getByRole('button', { name: /^Undo/ }).first().click();
      await undoDialog.getByRole('button', { name: /^Undo/ }).click();
    },
  };
};
