import type { Page } from '@playwright/test';

/** One customer's page. */
export const customerPage = (page: Page) => {
  const main = page.getByRole('main');
  const orders = main.getByRole('region', { name: 'Orders and their rows' });
  return {
    name: main.getByRole('heading', { level: 1 }),
    figures: main.getByRole('region', { name: 'Figures' }),
    figure: (title: string) =>
      main.getByRole('region', { name: 'Figures' }).getByRole('button', { name: `${title}:` }),
    orders,
    order: orders.getByRole('heading', { level: 3 }).getByRole('button'),
    more: orders.getByRole('button', { name: 'Show more' }),
    lines: orders.getByRole('table'),
    back: main.getByRole('link', { name: 'All customers' }),
  };
};
