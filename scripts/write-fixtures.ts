// Writes test/fixtures/portfolios/schema-N.clientele: each by the last commit whose schema was N, checked out beside.
// `node scripts/write-fixtures.ts` for those that are missing, with a number for that one anew.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { RECIPES, type Recipe } from '../test/fixtures/portfolios/recipes.ts';
import { otherBuild } from '../test/support/other-build.ts';

const FIXTURES = join(import.meta.dirname, '..', 'test', 'fixtures', 'portfolios');

const write = ({ schema, commit, commands }: Recipe): void => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-fixture-'));
  const { root, remove } = otherBuild(commit);
  const portfolio = join(folder, 'shop.clientele');
  try {
    for (const [name = '', ...args] of commands) {
      const command = args.map((arg) => (arg.endsWith('.csv') ? join(FIXTURES, 'sources', arg) : arg));
      const cli = join(root, 'src', 'main', 'shell', 'cli', 'clientele.mjs');
      const ran = spawnSync(process.execPath, [cli, name, ...command, '--portfolio', portfolio], {
        encoding: 'utf8',
        env: { ...process.env, CLIENTELE_DATA: folder },
      });
      if (ran.status !== 0) throw new Error(`schema ${schema}, ${name}: ${ran.stderr}`);
    }
    const raw = new Database(portfolio);
    raw.pragma('wal_checkpoint(TRUNCATE)');
    const version = raw.pragma('user_version', { simple: true });
    raw.close();
    if (version !== schema) throw new Error(`${commit} writes schema ${version}, not ${schema}`);
    copyFileSync(portfolio, join(FIXTURES, `schema-${schema}.clientele`));
    process.stdout.write(`schema-${schema}.clientele, by ${commit}\n`);
  } finally {
    remove();
    rmSync(folder, { recursive: true, force: true });
  }
};

const asked = process.argv.slice(2).map(Number);
for (const recipe of RECIPES) {
  const there = existsSync(join(FIXTURES, `schema-${recipe.schema}.clientele`));
  if (asked.length === 0 ? !there : asked.includes(recipe.schema)) write(recipe);
}
