#!/usr/bin/env bash
# Guess: an undefined value in a condition is treated alike in both notations: it matches nothing, or throws.
# What happens: where('country', '=', undefined) binds the undefined and matches nothing; the object notation eb.and({ country: undefined }) drops the
# condition without a word, and if it was the only one the result is "1 = 1": every row. null, in the same object, becomes "is null".
# With: kysely 0.29.9, SQLite compiler; the delete is run on better-sqlite3 13.2.0.
# Why it matters here: a filter of the customer list is an object with optional keys; the same object used for a deletion removes everybody.
. "$(dirname "$0")/support/try.sh"
install kysely@0.29.9 better-sqlite3@13.2.0
show <<'JS'
const { Kysely, SqliteDialect } = require('kysely');
const raw = new (require('better-sqlite3'))(':memory:');
raw.exec("CREATE TABLE customer (name TEXT, country TEXT); INSERT INTO customer VALUES ('Anna', 'DE'), ('Ben', 'FR'), ('Cem', NULL)");
const db = new Kysely({ dialect: new SqliteDialect({ database: raw }) });
const country = undefined;
const pair = db.selectFrom('customer').selectAll().where('country', '=', country);
const object = db.selectFrom('customer').selectAll().where((eb) => eb.and({ country }));
const both = db.selectFrom('customer').selectAll().where((eb) => eb.and({ name: null, country }));
(async () => {
  for (const query of [pair, object, both]) console.log((await query.execute()).length, 'rows:', query.compile().sql);
  const { numDeletedRows } = await db.deleteFrom('customer').where((eb) => eb.and({ country })).executeTakeFirst();
  console.log('deleted', Number(numDeletedRows));
})();
JS
expect_seen <<'SEEN'
0 rows: select * from "customer" where "country" = ?
3 rows: select * from "customer" where 1 = 1
0 rows: select * from "customer" where "name" is null
deleted 3
SEEN
