import type { Page } from '@playwright/test';

/** The ranked list of next best actions. */
export const actPage = (page: Page) => {
  const main = page.getByRole('main');
  const table = main.getByRole('table', { name: 'Next best actions' });
  return {
    rows: table.getByRole('row').filter({ has: page.getByRole('cell') }),
    /** a chip: its radio lies unseen under its words */
    choose: (words: RegExp) =>
      main.getByRole('radiogroup', { name: 'Kind of action' }).getByText(words).click(),
    more: main.getByRole('button', { name: 'Show more' }),
    copy: main.getByRole('button', { name: 'Copy', exact: true }),
    export: main.getByRole('button', { name: 'Export', exact: true }),
  };
};
