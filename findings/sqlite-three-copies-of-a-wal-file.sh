#!/usr/bin/env bash
# Guess: VACUUM INTO, backup() and serialize() of a file in WAL mode give the same database, and what serialize() gives can be opened from memory.
# What happens: backup() keeps WAL; VACUUM INTO keeps application_id and user_version, but the copy is in the rollback mode; and the bytes of serialize()
# are still marked as WAL, which cannot be in memory: they open, and the first query fails. The same bytes written to a file are sound.
# With: better-sqlite3 13.2.0 (SQLite 3.54.1).
# Why it matters here: whether a copy can be read from a read-only place, and tested in memory, depends on how it was made.
. "$(dirname "$0")/support/try.sh"
install better-sqlite3@13.2.0
show <<'JS'
const Database = require('better-sqlite3');
const { writeFileSync } = require('node:fs');
const say = (how, what) => {
  const db = new Database(what);
  try {
    console.log(`${how}:`, db.pragma('journal_mode', { simple: true }), ['application_id', 'user_version'].map((name) => db.pragma(name, { simple: true })).join(' '));
  } catch (error) {
    console.log(`${how}: ${error.message}`);
  }
};
(async () => {
  const db = new Database('sales.db');
  db.exec('PRAGMA journal_mode = WAL; PRAGMA application_id = 7; PRAGMA user_version = 9; CREATE TABLE sale (id INTEGER)');
  db.exec("VACUUM INTO 'vacuum.db'");
  await db.backup('backup.db');
  writeFileSync('serialized.db', db.serialize());
  say('VACUUM INTO', 'vacuum.db');
  say('backup', 'backup.db');
  say('serialize, in memory', db.serialize());
  say('serialize, as a file', 'serialized.db');
})();
JS
expect_seen <<'SEEN'
VACUUM INTO: delete 7 9
backup: wal 7 9
serialize, in memory: unable to open database file
serialize, as a file: wal 7 9
SEEN
