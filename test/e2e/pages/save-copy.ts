import type { Page } from '@playwright/test';

/** The dialog that saves a copy elsewhere, and the sentence that reminds of it. */
export const saveCopyPage = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: 'Save a copy' });
  const reminder = page.getByRole('region', { name: 'A copy elsewhere' });
  return {
    dialog,
    path: dialog.getByRole('textbox', { name: 'Save the copy as' }),
    save: dialog.getByRole('button', { name: 'Save the copy' }),
    saved: dialog.getByRole('status'),
    done: dialog.getByRole('button', { name: 'Done' }),
    reminder,
    remindedSave: reminder.getByRole('button', { name: 'Save a copy…' }),
    putAway: reminder.getByRole('button', { name: 'Put this reminder away for a month' }),
  };
};
