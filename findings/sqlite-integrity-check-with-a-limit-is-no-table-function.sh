#!/usr/bin/env bash
# Guess: pragma_integrity_check(10) in a FROM is PRAGMA integrity_check(10): the argument of the one is the argument of the other.
# What happens: the table function takes every argument for the name of a table and fails with "no such table: 10"; the PRAGMA takes a number for the
# greatest number of complaints. Without an argument both work.
# With: better-sqlite3 13.2.0 (SQLite 3.54.1).
# Why it matters here: a check of a large damaged file needs the limit; it can only be had by the PRAGMA.
. "$(dirname "$0")/support/try.sh"
install better-sqlite3@13.2.0
show <<'JS'
const db = new (require('better-sqlite3'))(':memory:');
const ask = (sql) => {
  try {
    console.log(`${sql}:`, db.prepare(sql).pluck().get());
  } catch (error) {
    console.log(`${sql}: ${error.message}`);
  }
};
ask('PRAGMA integrity_check(10)');
ask('SELECT * FROM pragma_integrity_check');
ask('SELECT * FROM pragma_integrity_check(10)');
JS
expect_seen <<'SEEN'
PRAGMA integrity_check(10): ok
SELECT * FROM pragma_integrity_check: ok
SELECT * FROM pragma_integrity_check(10): no such table: 10
SEEN
