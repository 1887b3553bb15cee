import type { Page } from '@playwright/test';

/** Four classes of customers by value and the chance to lose them. */
export const riskValuePage = (page: Page) => {
  const main = page.getByRole('main');
  return {
    tab: page.getByRole('tab', { name: 'Risk & value' }),
    figure: main.getByRole('figure'),
    card: (title: string) => main.getByRole('article', { name: title, exact: true }),
    asTable: main.getByRole('button', { name: 'Show as table' }),
    table: main.getByRole('region', { name: 'Risk and value as a table' }),
  };
};
