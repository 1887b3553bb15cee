import type { Page } from '@playwright/test';

/** What customers say, and the inbox. */
export const listenPage = (page: Page) => {
  const main = page.getByRole('main');
  const rowsOf = (table: string) =>
    main
      .getByRole('table', { name: table })
      .getByRole('row')
      .filter({ has: page.getByRole('cell') });
  return {
    template: main.getByRole('button', { name: 'Save a template to fill in' }),
    inbox: rowsOf('Inbox'),
    scores: rowsOf('What each segment says'),
    /** a chip: its radio lies unseen under its words */
    show: (words: RegExp) => main.getByRole('radiogroup', { name: 'State' }).getByText(words).click(),
    move: (name: RegExp) => main.getByRole('button', { name }),
    openingHours: main.getByText('Opening hours', { exact: true }),
  };
};
