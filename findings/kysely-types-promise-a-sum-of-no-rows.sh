#!/usr/bin/env bash
# Guess: the types of sum, avg and max allow for null, since SQL gives NULL over no rows.
# What happens: the compiler accepts every one of them as a value that is not null, under strict; at run time all three are null over an empty table.
# With: kysely 0.29.9, typescript 7.0.2, better-sqlite3 13.2.0 (SQLite 3.54.1).
# Why it matters here: the first screen of a new portfolio is the one without rows.
. "$(dirname "$0")/support/try.sh"
install kysely@0.29.9 better-sqlite3@13.2.0 typescript@7.0.2
show <<'JS'
const { spawnSync } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const { Kysely, SqliteDialect } = require('kysely');
const Database = require('better-sqlite3');
writeFileSync('sums.ts', `import type { Kysely } from 'kysely';
type Tables = { sale: { cents: number } };
export const greatest = async (db: Kysely<Tables>): Promise<{ s: string | number | bigint; a: string | number; m: number }> =>
  db.selectFrom('sale').select((of) => [of.fn.sum('cents').as('s'), of.fn.avg('cents').as('a'), of.fn.max('cents').as('m')]).executeTakeFirstOrThrow();
`);
const { status, stdout } = spawnSync('node_modules/.bin/tsc', ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2023', 'sums.ts'], { encoding: 'utf8' });
console.log('compiler:', status === 0 ? 'accepted' : stdout.trim());
const database = new Database(':memory:');
database.exec('CREATE TABLE sale (cents INTEGER)');
const db = new Kysely({ dialect: new SqliteDialect({ database }) });
db.selectFrom('sale').select((of) => [of.fn.sum('cents').as('s'), of.fn.avg('cents').as('a'), of.fn.max('cents').as('m')]).executeTakeFirstOrThrow().then((row) => console.log('run:', JSON.stringify(row)));
JS
expect_seen <<'SEEN'
compiler: accepted
run: {"s":null,"a":null,"m":null}
SEEN
