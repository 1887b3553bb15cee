import { expect } from '@playwright/test';
import type { App } from '../pages/app.ts';
import type { Upload } from '../pages/import.ts';

/** From the three doors to an imported file, as a new owner does it. */
export const firstImport = async (
  app: App,
  file: string | Upload,
  business = 'Corner Bakery',
): Promise<void> => {
  await app.start.toImport();
  await app.importing.choose(file);
  await app.importing.answer();
  await app.importing.name.fill(business);
  await app.importing.commit.click();
  await expect(app.importing.result).toBeVisible();
};
