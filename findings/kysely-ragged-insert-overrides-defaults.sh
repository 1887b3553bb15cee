#!/usr/bin/env bash
# Guess: inserting rows that do not all have the same keys leaves the missing ones out, so that the column's DEFAULT applies, as it does for one row.
# What happens: the columns of all rows are collected and the missing values are written as null on SQLite: the same object gets its default when it is
# inserted alone and null beside a row that has the key; on a NOT NULL column with a default the whole insert fails.
# With: kysely 0.29.9 with its SqliteDialect, better-sqlite3 13.2.0.
# Why it matters here: rows read from a file have differing optional fields; a batch size of one hides what a batch of two does.
. "$(dirname "$0")/support/try.sh"
install kysely@0.29.9 better-sqlite3@13.2.0
show <<'JS'
const { Kysely, SqliteDialect } = require('kysely');
const raw = new (require('better-sqlite3'))(':memory:');
raw.exec("CREATE TABLE product (id INTEGER PRIMARY KEY, name TEXT, role TEXT DEFAULT 'sale'); CREATE TABLE strictly (name TEXT, role TEXT NOT NULL DEFAULT 'sale')");
const db = new Kysely({ dialect: new SqliteDialect({ database: raw }) });
(async () => {
  await db.insertInto('product').values({ name: 'alone' }).execute();
  await db.insertInto('product').values([{ name: 'beside' }, { name: 'fee', role: 'charge' }]).execute();
  for (const { name, role } of await db.selectFrom('product').selectAll().execute()) console.log(name, role);
  await db.insertInto('strictly').values([{ name: 'a' }, { name: 'b', role: 'charge' }]).execute().catch((error) => console.log(error.message));
})();
JS
expect_seen <<'SEEN'
alone sale
beside null
fee charge
NOT NULL constraint failed: strictly.role
SEEN
