#!/usr/bin/env bash
# Guess: the compiler for SQLite writes what is different there: an OFFSET without LIMIT gets LIMIT -1, the last element of a JSON array is [#-1].
# What happens: both are written as for other databases ("offset ?", "[last]"), type-check, and fail only when they are run.
# With: kysely 0.29.9 with its SqliteDialect, better-sqlite3 13.2.0 (SQLite 3.54.1).
# Why it matters here: page 2 of a table without a page size, and a path into kept JSON, are found by running every query once, not by the compiler.
. "$(dirname "$0")/support/try.sh"
install kysely@0.29.9 better-sqlite3@13.2.0
show <<'JS'
const { Kysely, SqliteDialect } = require('kysely');
const raw = new (require('better-sqlite3'))(':memory:');
raw.exec(`CREATE TABLE review (content TEXT); INSERT INTO review VALUES ('{"rows":[1,2,3]}')`);
const db = new Kysely({ dialect: new SqliteDialect({ database: raw }) });
const rows = db.selectFrom('review');
const tries = [
  rows.selectAll().offset(1),
  rows.select((eb) => eb.ref('content', '->>$').key('rows').at('last').as('last')),
  rows.select((eb) => eb.ref('content', '->>$').key('rows').at('#-1').as('last')),
];
(async () => {
  for (const query of tries) {
    const said = await query.execute().then(JSON.stringify, (error) => error.message);
    console.log(`${query.compile().sql} => ${said}`);
  }
})();
JS
expect_seen <<'SEEN'
select * from "review" offset ? => near "?": syntax error
select "content"->>'$."rows"[last]' as "last" from "review" => bad JSON path: '$."rows"[last]'
select "content"->>'$."rows"[#-1]' as "last" from "review" => [{"last":3}]
SEEN
