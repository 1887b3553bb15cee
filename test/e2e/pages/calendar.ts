import type { Page } from '@playwright/test';

/** Closures, exceptional days, campaigns, new prices and the season. */
export const calendarPage = (page: Page) => {
  const marks = page.getByRole('table', { name: 'Marks on the calendar' });
  return {
    tab: page.getByRole('tab', { name: 'Business time' }),
    timeline: page.getByRole('img', { name: /^Sales from .* with \d+ marks?\.$/ }),
    marks,
    rows: marks.getByRole('row').filter({ has: page.getByRole('rowheader') }),
    say: (answer: string) => marks.getByRole('button', { name: new RegExp(`^${answer}: `) }),
    add: page.getByRole('button', { name: /^Add a closure/ }),
    firstDay: page.getByRole('textbox', { name: 'First day' }),
    lastDay: page.getByRole('textbox', { name: 'Last day' }),
    keep: page.getByRole('button', { name: 'Keep' }),
    hint: page.getByRole('link', { name: 'Say what it was' }),
  };
};
