import type { Page } from '@playwright/test';

export type PlaceName =
  | 'Overview'
  | 'Import'
  | 'Customers'
  | 'Portfolio'
  | 'Questions'
  | 'Listen'
  | 'Act'
  | 'Reviews'
  | 'Settings';

/** What is around every place: rail, top bar, path, palette, help. */
export const framePage = (page: Page) => {
  const rail = page.getByRole('navigation', { name: 'Places' });
  const bar = page.getByRole('banner');
  const palette = page.getByRole('dialog', { name: 'Find a customer or place' });
  return {
    rail,
    bar,
    path: page.getByRole('navigation', { name: 'The way to your first review' }),
    go: (place: PlaceName) => rail.getByRole('link', { name: place, exact: true }).click(),
    title: page.getByRole('main').getByRole('heading', { level: 1 }),
    undo: bar.getByRole('button', { name: 'Undo', exact: true }),
    redo: bar.getByRole('button', { name: 'Redo', exact: true }),
    help: bar.getByRole('button', { name: 'Help', exact: true }),
    search: bar.getByRole('button', { name: /Find a customer or place/ }),
    palette,
    paletteField: palette.getByRole('textbox', { name: 'Find a customer, a place or an action' }),
    notice: (text: string | RegExp) => page.getByRole('alert').filter({ hasText: text }),
    dialog: (name: string | RegExp) => page.getByRole('dialog', { name }),
    menu: async (business: string, item: string) => {
      await bar.getByRole('button', { name: business }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },
  };
};
