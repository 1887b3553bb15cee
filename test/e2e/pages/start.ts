import type { Page } from '@playwright/test';

/** The three doors. */
export const startPage = (page: Page) => {
  const door = (name: string) => page.getByRole('region', { name, exact: true });
  const doors = {
    import: door('Import your sales'),
    sample: door('Try it with a sample business'),
    open: door('Open a portfolio'),
  };
  return {
    doors,
    heading: page.getByRole('heading', { level: 1 }),
    toImport: () => doors.import.getByRole('link').click(),
    openSample: async (kind: RegExp) => {
      await doors.sample.getByRole('radio', { name: kind }).check();
      await doors.sample.getByRole('button', { name: 'Open the sample' }).click();
    },
    openRecent: (name: string) => doors.open.getByRole('button', { name: new RegExp(`^${name}`) }).click(),
    openFile: async (path: string) => {
      await doors.open.getByRole('textbox', { name: 'Another file' }).fill(path);
      await doors.open.getByRole('button', { name: 'Open', exact: true }).click();
    },
  };
};
