import type { Page } from '@playwright/test';

/** Where the owner starts. */
export const overviewPage = (page: Page) => {
  const main = page.getByRole('main');
  const monday = main.getByRole('region', { name: /for Monday$/ });
  return {
    monday,
    names: monday.getByRole('listitem'),
    week: main.getByRole('region', { name: /^This week/ }).getByRole('listitem'),
    headlines: main.getByRole('region', { name: 'What stands out' }),
    figures: main.getByRole('region', { name: 'Key figures' }),
    figure: (title: string) =>
      main.getByRole('region', { name: 'Key figures' }).getByRole('button', { name: `${title}:` }),
    chart: (name: RegExp) => main.getByRole('figure', { name }),
    empty: main.getByRole('heading', { level: 2 }),
    /** how a figure is computed */
    explanation: page.getByRole('dialog'),
  };
};
