import type { Page } from '@playwright/test';

/** The table of everybody who bought. */
export const customersPage = (page: Page) => {
  const grid = page.getByRole('grid', { name: 'Customers' });
  return {
    grid,
    rows: grid.getByRole('row').filter({ has: page.getByRole('gridcell') }),
    search: page.getByRole('textbox', { name: 'Search by name, e-mail, phone or city' }),
    totals: page.getByRole('main').getByText(/^[\d,]+ customers?, .* in 12 months/),
    sortBy: (column: string) => grid.getByRole('button', { name: column }).click(),
    column: (name: string) => grid.getByRole('columnheader', { name }),
    filter: async (name: 'Segment' | 'Field of the matrix' | 'Rhythm' | 'Risk and value', value: string) => {
      await page.getByRole('combobox', { name, exact: true }).click();
      await page.getByRole('option', { name: value, exact: true }).click();
    },
    showEveryone: page.getByRole('button', { name: 'Show everyone' }),
    copy: page.getByRole('button', { name: /^Copy/ }),
    columns: page.getByRole('button', { name: 'Columns', exact: true }),
  };
};
