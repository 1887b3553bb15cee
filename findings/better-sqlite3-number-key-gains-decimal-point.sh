#!/usr/bin/env bash
# Guess: a whole JavaScript number is bound as an integer, so the customer number 12 put into a TEXT column is '12', also in a STRICT table.
# What happens: every number is bound as REAL. The column, although STRICT, takes it and holds '12.0'; the number as a parameter never equals '12'; and
# 7 / 2 is 3 as literals and 3.5 as parameters. Only BigInt is bound as an integer.
# With: better-sqlite3 13.2.0 (SQLite 3.54.1).
# Why it matters here: keys from tills are read as numbers in one file and as text in the next; the same customer becomes two.
. "$(dirname "$0")/support/try.sh"
install better-sqlite3@13.2.0
show <<'JS'
const db = new (require('better-sqlite3'))(':memory:');
db.exec('CREATE TABLE customer (number TEXT) STRICT');
const insert = db.prepare('INSERT INTO customer VALUES (?)');
for (const key of [12, 12n, '12']) insert.run(key);
console.log('kept as:', db.prepare('SELECT number FROM customer').pluck().all().join(', '));
console.log("found by 12:", db.prepare("SELECT count(*) FROM customer WHERE number = CAST(? AS TEXT)").pluck().get(12), 'of 3');
console.log('in JSON:', db.prepare('SELECT json_array(?, ?)').pluck().get(12, 12n));
console.log('7 / 2:', db.prepare('SELECT 7 / 2').pluck().get(), 'but', db.prepare('SELECT ? / ?').pluck().get(7, 2));
JS
expect_seen <<'SEEN'
kept as: 12.0, 12, 12
found by 12: 1 of 3
in JSON: [12.0,12]
7 / 2: 3 but 3.5
SEEN
