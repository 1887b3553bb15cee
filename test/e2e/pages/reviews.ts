import type { Page } from '@playwright/test';

/** Making, opening and printing reviews. */
export const reviewsPage = (page: Page) => {
  const main = page.getByRole('main');
  return {
    make: main.getByRole('button', { name: 'Make the review' }),
    ownersCopy: main.getByRole('radio', { name: /in full/ }),
    made: main.getByRole('region', { name: /reviews? so far$/ }),
    pdf: main.getByRole('button', { name: 'Save as PDF' }),
    print: main.getByRole('button', { name: 'Print' }),
    sheet: page.frameLocator('iframe'),
    frame: page.locator('iframe'),
    back: main.getByRole('link', { name: 'All reviews' }),
  };
};
