import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstImport } from './support/path.ts';
import { aBakery, uploadOf } from './support/sales.ts';
import type { GuardNote } from './support/shell.ts';
import { expect, test } from './support/test.ts';

/*
 * Every test of this folder runs the shell under the guard and watches the page, and fails on a request to elsewhere,
 * a console error or a breach of the policy. Here it is shown that guard and watch see what they should, and that the
 * path through every place gives them nothing to see.
 */

const GUARD = new URL('./support/guard.mjs', import.meta.url).href;

/** Runs one statement in a Node of its own under the guard. */
const underGuard = (statement: string): { readonly said: string; readonly notes: readonly GuardNote[] } => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-guard-'));
  const log = join(folder, 'guard.jsonl');
  const run = spawnSync(
    process.execPath,
    [
      '--import',
      GUARD,
      '--input-type=module',
      '-e',
      `try { ${statement} } catch (e) { console.log(String(e.cause ?? e)) }`,
    ],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', CLIENTELE_TEST_GUARD_LOG: log } },
  );
  const notes = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GuardNote);
  rmSync(folder, { recursive: true, force: true });
  return { said: run.stdout + run.stderr, notes };
};

for (const { way, statement } of [
  { way: 'fetch by address', statement: "await fetch('http://192.0.2.1/')" },
  { way: 'fetch by name', statement: "await fetch('http://clientele.example/')" },
  { way: 'a socket', statement: "(await import('node:net')).connect(443, '192.0.2.1')" },
  { way: 'TLS', statement: "(await import('node:tls')).connect(443, '192.0.2.1')" },
  { way: 'HTTPS', statement: "(await import('node:https')).get('https://192.0.2.1/')" },
  {
    way: 'a name’s address',
    statement: "await (await import('node:dns')).promises.resolve4('clientele.example')",
  },
  { way: 'UDP', statement: "(await import('node:dgram')).createSocket('udp4').send('x', 53, '192.0.2.1')" },
  {
    way: 'a thread',
    statement:
      "const { Worker } = await import('node:worker_threads'); const { once } = await import('node:events'); await once(new Worker(\"import('node:net').then((net) => net.connect(443, '192.0.2.1'))\", { eval: true }), 'exit')",
  },
] as const) {
  test(`the guard stops ${way}, and writes it down`, () => {
    const { notes } = underGuard(statement);
    expect(notes.filter((note) => note.kind === 'attempt')).not.toEqual([]);
  });
}

test('the guard lets this machine be reached', () => {
  const { said, notes } = underGuard(
    "const { createServer } = await import('node:http'); const { once } = await import('node:events'); const server = createServer((_, answer) => answer.end('here')).listen(0, '127.0.0.1'); await once(server, 'listening'); console.log(await (await fetch('http://127.0.0.1:' + server.address().port)).text()); server.close()",
  );
  expect(said).toContain('here');
  expect(notes.filter((note) => note.kind === 'attempt')).toEqual([]);
});

test('the watch sees what a page would ask of elsewhere, and what its policy forbids', async ({
  page,
  shell,
}) => {
  const { watchContext } = await import('./support/watch.ts');
  const watch = watchContext(page.context(), shell.origin);
  await page.goto(shell.url);
  await page.getByRole('main').waitFor();
  await page.evaluate("fetch('http://192.0.2.1/').catch(() => undefined)");
  await page.evaluate("void (document.createElement('img').src = 'http://clientele.example/x.png')");
  await page.evaluate("console.error('a fault')");
  await page.evaluate("void setTimeout(() => { throw new Error('uncaught here') })");
  await expect.poll(() => watch.faults.join('\n')).toContain('uncaught here');
  expect(watch.faults.join('\n')).toContain('a fault');
  expect(watch.faults.join('\n')).toContain('Content Security Policy');
});

test('the whole path asks for nothing outside this machine', async ({ app, page, shell, watch }) => {
  await firstImport(app, uploadOf(aBakery(40)));
  await app.frame.go('Overview');
  await expect(app.overview.names.first()).toBeVisible();
  await app.overview.figures.getByRole('button').first().click();
  await page.keyboard.press('Escape');
  await app.frame.go('Customers');
  await app.customers.rows.first().click();
  await expect(app.customer.orders).toBeVisible();
  await app.frame.go('Portfolio');
  await expect(app.matrix.chart).toBeVisible();
  await app.matrix.draw('Customers');
  await app.matrix.quadrant('Simplify').click();
  await expect(app.matrix.drawer).toContainText('What to do with them');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Segments' }).click();
  await app.segments.use.click();
  await expect(app.segments.lead(/^In force/)).toBeVisible();
  await app.frame.go('Reviews');
  await app.reviews.make.click();
  await expect(app.reviews.sheet.getByRole('article')).toHaveCount(2);
  await app.frame.go('Settings');
  await app.settings.setAppearance('Dark');
  await app.frame.help.click();
  await page.keyboard.press('Escape');
  await app.frame.go('Import');
  await app.importing.undo('past');
  await expect(app.frame.bar).toContainText('No sales yet');
  await app.frame.menu('Corner Bakery', 'Close this portfolio');
  await app.start.openSample(/^Clinic/);
  await expect(app.overview.headlines).toBeVisible();

  expect(watch.requests).toEqual([]);
  expect(watch.faults).toEqual([]);
  const notes = shell.guardNotes();
  expect(notes.filter((note) => note.kind === 'attempt')).toEqual([]);
  // the shell, its engine, and the threads of an import: all of them were under the guard
  expect(notes.filter((note) => note.kind === 'loaded').length).toBeGreaterThanOrEqual(4);
  expect(notes.filter((note) => note.kind === 'spawn')).toEqual([]);
});
