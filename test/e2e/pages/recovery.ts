import type { Page } from '@playwright/test';

/** What is shown instead of a portfolio that could not be opened. */
export const recoveryPage = (page: Page) => {
  const main = page.getByRole('main');
  const copies = main.getByRole('region', { name: 'Safety copies' });
  return {
    main,
    heading: main.getByRole('heading', { level: 1 }),
    copies: copies.getByRole('row').filter({ has: page.getByRole('cell') }),
    restore: copies.getByRole('button', { name: /^Restore the copy/ }),
    differs: main.getByRole('button', { name: 'Show what differs' }),
    foreign: main.getByRole('region', { name: 'Did you change this file with another program?' }),
    accept: main.getByRole('button', { name: /accept the file as it is/ }),
    again: main.getByRole('button', { name: 'Try again' }),
    copyDetails: main.getByRole('button', { name: 'Copy details for support' }),
    details: main.getByRole('textbox', { name: 'Details for support' }),
  };
};
