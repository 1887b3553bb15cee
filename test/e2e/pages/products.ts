import type { Page } from '@playwright/test';

/** What sells, what goes together, who might want more. */
export const productsPage = (page: Page) => {
  const main = page.getByRole('main');
  return {
    popular: main.getByRole('region', { name: 'What sells', exact: true }).getByRole('row'),
    likely: main.getByRole('region', { name: /likely buyers? ha(ve|s) never bought it$/ }),
    more: main.getByRole('button', { name: /^\d+ more likely buyers of / }),
    drawer: page.getByRole('dialog', { name: /^Likely buyers of / }),
    spread: main.getByRole('region', { name: 'How widely revenue is spread' }),
  };
};
