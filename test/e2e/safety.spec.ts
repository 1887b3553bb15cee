import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { openPortfolio } from '../../src/main/database/open.ts';
import { appOf } from './pages/app.ts';
import { expectAccessible } from './support/axe.ts';
import { firstImport } from './support/path.ts';
import { aBakery, uploadOf } from './support/sales.ts';
import { type Shell, startShell } from './support/shell.ts';
import { expect, test } from './support/test.ts';

const sample = aBakery(40);
const portfolioOf = (shell: Shell): string => join(shell.portfolios, 'Corner Bakery.clientele');

/** Turns one bit in the middle of a file that nobody has open. */
const damage = (path: string): void => {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 4;
  writeFileSync(path, bytes);
};

test('a copy is saved elsewhere, checked and remembered; safety copies are made and restored', async ({
  app,
  page,
  shell,
  watch,
}) => {
  watch.expect(/status of 422/);
  await firstImport(app, uploadOf(sample));
  const stick = join(shell.folder, 'stick');
  mkdirSync(stick);
  await app.frame.menu('Corner Bakery', 'Save a copy…');
  await expect(app.saveCopy.path).toHaveValue(/Corner Bakery \d{4}-\d\d-\d\d.*\.clientele$/);
  await expectAccessible(page, 'save a copy');
  await app.saveCopy.path.fill(join(stick, 'gone', 'copy.clientele'));
  await app.saveCopy.save.click();
  await expect(app.saveCopy.dialog).toContainText('its folder is missing or read-only');
  await app.saveCopy.path.fill(join(stick, 'copy'));
  await app.saveCopy.save.click();
  await expect(app.saveCopy.saved).toContainText('read back and compared: it is the same');
  await expect(app.saveCopy.saved).toContainText('Sales from');
  await expectAccessible(page, 'a copy was saved');
  expect(readdirSync(stick)).toEqual(['copy.clientele']);
  await app.saveCopy.done.click();

  await app.frame.go('Settings');
  await expect(app.settings.copies).toContainText(/Last copy elsewhere: .*copy\.clientele in /);
  await app.settings.copies.getByRole('button', { name: 'Make a safety copy now' }).click();
  const copy = app.settings.copies.getByRole('button', { name: /^Restore the copy of/ });
  await expect(copy.first()).toBeVisible();
  await expectAccessible(page, 'safety copies');
  await app.settings.business.fill('Another Bakery');
  await app.settings.business.blur();
  await expect(app.frame.bar).toContainText('Another Bakery');
  await app.settings.copies.getByRole('button', { name: /^Restore.*made by you$/ }).click();
  await expect(app.frame.bar).toContainText('Corner Bakery');
  // what was there before is a copy, too
  await expect(app.settings.copies).toContainText('before a restore');
});

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`${scheme}`, () => {
    test.use({ colorScheme: scheme });

    test('a damaged portfolio shows no figure but what happened, what is safe and what to do', async ({
      app,
      page,
      shell,
      watch,
    }) => {
      watch.expect(/status of (?:409|422)/);
      await firstImport(app, uploadOf(sample));
      await app.frame.go('Settings');
      await app.settings.copies.getByRole('button', { name: 'Make a safety copy now' }).click();
      await expect(app.settings.copies.getByRole('button', { name: /^Restore.*made by you$/ })).toBeVisible();
      await app.frame.menu('Corner Bakery', 'Close this portfolio');
      await expect(app.start.heading).toBeVisible();
      const path = portfolioOf(shell);
      await expect.poll(() => readdirSync(shell.portfolios)).toEqual(['Corner Bakery.clientele']);
      damage(path);
      const damaged = readFileSync(path);
      await app.start.openRecent('Corner Bakery');
      await expect(app.recovery.heading).toContainText('Corner Bakery is not as it was saved');
      await expect(app.recovery.copies.first()).toContainText('Newest sound one');
      await expect(app.recovery.copies.first()).toContainText('Sales from');
      await expect(app.frame.rail).toHaveCount(0);
      await expectAccessible(page, 'recovery');
      await app.recovery.differs.click();
      await expect(app.recovery.foreign).toContainText('1 part of the file is not as Clientele saved it');
      await app.recovery.copyDetails.click();
      await expect(app.recovery.details).toHaveValue(/Portfolio: not opened \(damaged\)/);
      await expect(app.recovery.details).not.toHaveValue(/Corner|Bakery/);
      await expectAccessible(page, 'recovery, unfolded');
      // a reload, an address and trying again lead to the same screen
      await page.goto(`${shell.origin}/#/customers`);
      await page.reload();
      await app.recovery.again.click();
      await expect(app.recovery.main).toContainText('with the same outcome');
      expect(readFileSync(path).equals(damaged)).toBe(true);
      await app.recovery.restore.first().click();
      await expect(app.frame.bar).toContainText('Corner Bakery');
      await expect(app.overview.figures).toBeVisible();
    });
  });
}

test('a portfolio renamed while it is open takes nothing more, says so, and holds everything where it is now', async ({
  app,
  page,
  shell,
  watch,
}) => {
  // 409 for what was still being asked of the portfolio when it was closed
  watch.expect(/status of (?:409|422)/);
  await firstImport(app, uploadOf(sample));
  const moved = join(shell.folder, 'Moved.clientele');
  renameSync(portfolioOf(shell), moved);
  await app.importing.undo('past');
  await expect(page.getByText(/was moved, renamed or deleted while it was open/).first()).toBeVisible();
  await app.frame.menu('Corner Bakery', 'Close this portfolio');
  await app.start.openFile(moved);
  await expect(app.frame.bar).toContainText('Corner Bakery');
  await app.frame.go('Import');
  await expect(page.getByRole('main')).toContainText(sample.fileName);
});

test('after a crash an older copy put beside the log of the file before is neither lost nor mixed with it', async ({
  page,
  context,
}) => {
  const first = await startShell();
  let shell: Shell | null = null;
  try {
    const app = appOf(page);
    await page.goto(first.url);
    await firstImport(app, uploadOf(sample));
    await app.frame.menu('Corner Bakery', 'Save a copy…');
    const copy = join(first.folder, 'copy.clientele');
    await app.saveCopy.path.fill(copy);
    await app.saveCopy.save.click();
    await app.saveCopy.done.click();
    await app.frame.go('Settings');
    await app.settings.business.fill('After the copy');
    await app.settings.business.blur();
    await expect(app.frame.bar).toContainText('After the copy');
    await first.kill();
    // what many do: the copy over the file, whatever lies beside it
    copyFileSync(copy, portfolioOf(first));
    shell = await startShell({ folder: first.folder, portfolio: portfolioOf(first) });
    await context.clearCookies();
    await page.goto(shell.url);
    await expect(app.frame.bar).toContainText('Corner Bakery');
    await expect(app.overview.figures).toBeVisible();
    await app.frame.go('Import');
    await expect(page.getByRole('main')).toContainText(sample.fileName);
  } finally {
    await shell?.stop();
    rmSync(first.folder, { recursive: true, force: true });
  }
});

test('a full disk at undo is one sentence, changes nothing, and undo works once there is room', async ({
  app,
  page,
  shell,
  watch,
}) => {
  watch.expect(/status of (?:409|422)/);
  mkdirSync(shell.portfolios, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', shell.portfolios]);
  test.skip(status !== 0, 'a disk of its own cannot be made here');
  try {
    await firstImport(app, uploadOf(sample));
    const filler = join(shell.portfolios, 'filler');
    fill(filler);
    await app.importing.undo('past');
    await expect(page.getByText(/There is no room left on the disk/).first()).toBeVisible();
    await app.frame.go('Customers');
    await expect(app.customers.rows.first()).toBeVisible();
    rmSync(filler);
    await app.frame.go('Import');
    await app.importing.undo('past');
    await expect(app.frame.bar).toContainText('No sales yet');
    await app.frame.menu('Corner Bakery', 'Close this portfolio');
    await expect(app.start.heading).toBeVisible();
  } finally {
    spawnSync('umount', ['-l', shell.portfolios]);
  }
});

/** Fills a disk to the last byte. */
const fill = (path: string): void => {
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(4096, 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
};

test('the reminder of a copy elsewhere is one sentence, and stays away when it is put away', async ({
  app,
  page,
  shell,
  watch,
}) => {
  watch.expect(/status of 409/);
  await firstImport(app, uploadOf(sample));
  await app.frame.go('Overview');
  await expect(app.overview.figures).toBeVisible();
  await expect(app.saveCopy.reminder).toHaveCount(0);
  await app.frame.menu('Corner Bakery', 'Close this portfolio');
  await expect(app.start.heading).toBeVisible();
  const db = openPortfolio(portfolioOf(shell));
  db.execute('UPDATE batch SET imported_at = imported_at - ?', 40 * 86_400_000);
  db.close();
  await app.start.openRecent('Corner Bakery');
  await expect(app.saveCopy.reminder).toContainText('lie on this computer only');
  await expect(app.overview.figures).toBeVisible();
  await expectAccessible(page, 'reminder');
  await app.saveCopy.remindedSave.click();
  await expect(app.saveCopy.path).toBeVisible();
  await page.keyboard.press('Escape');
  await app.saveCopy.putAway.click();
  await expect(app.saveCopy.reminder).toHaveCount(0);
  await page.reload();
  await expect(app.overview.figures).toBeVisible();
  await expect(app.saveCopy.reminder).toHaveCount(0);
});
