import type { Page } from '@playwright/test';

/** Business, currency, time zone, appearance, files. */
export const settingsPage = (page: Page) => {
  const section = (name: string) => page.getByRole('region', { name, exact: true });
  const appearance = section('Appearance');
  return {
    business: section('Business').getByRole('textbox', { name: 'Name of the business' }),
    money: section('Currency and time zone'),
    file: section('Your file'),
    copies: section('Safety copies'),
    appearance,
    setAppearance: (scheme: 'Light' | 'Dark' | 'As the computer') =>
      appearance.getByText(scheme, { exact: true }).click(),
  };
};
