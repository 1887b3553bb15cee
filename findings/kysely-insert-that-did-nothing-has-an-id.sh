#!/usr/bin/env bash
# Guess: an insert that "on conflict do nothing" left undone gives no insertId; its type says that it may be undefined.
# What happens: it gives the id of the last row that was inserted by anybody on that connection, here one of another table, with 0 inserted rows beside it.
# With: kysely 0.29.9, better-sqlite3 13.2.0 (SQLite 3.54.1).
# Why it matters here: lines of an order that came twice would be put to somebody else's order.
. "$(dirname "$0")/support/try.sh"
install kysely@0.29.9 better-sqlite3@13.2.0
show <<'JS'
const Database = require('better-sqlite3');
const { Kysely, SqliteDialect } = require('kysely');
(async () => {
  const database = new Database(':memory:');
  database.exec("CREATE TABLE customer (id INTEGER PRIMARY KEY, number TEXT UNIQUE); CREATE TABLE sale (id INTEGER PRIMARY KEY); INSERT INTO customer VALUES (1, 'K1'); INSERT INTO sale VALUES (500)");
  const db = new Kysely({ dialect: new SqliteDialect({ database }) });
  for (const number of ['K1', 'K2']) {
    const { insertId, numInsertedOrUpdatedRows } = await db.insertInto('customer').values({ number }).onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow();
    console.log(`${number}: id ${insertId}, rows ${numInsertedOrUpdatedRows}`);
  }
  await db.destroy();
})();
JS
expect_seen <<'SEEN'
K1: id 500, rows 0
K2: id 2, rows 1
SEEN
