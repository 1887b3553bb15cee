#!/usr/bin/env bash
# Guess: SQLite notices that the file under it was renamed (it has an error code for that), in WAL mode too.
# What happens: with a rollback journal the next write fails with READONLY_DBMOVED. In WAL mode it succeeds and is acknowledged, into a -wal file that
# keeps the old name: whoever opens the file under its new name sees only what was checkpointed before.
# With: better-sqlite3 13.2.0 (SQLite 3.54.1).
# Why it matters here: owners rename and move files while a program is open; three imports can be lost by it without an error anywhere.
. "$(dirname "$0")/support/try.sh"
install better-sqlite3@13.2.0
show <<'JS'
const Database = require('better-sqlite3');
const { renameSync } = require('node:fs');
const { execFileSync } = require('node:child_process');
// another program: within one process SQLite shares the index of the -wal by the file's inode
const READ = "console.log(new (require('better-sqlite3'))(process.argv[1]).prepare('SELECT count(*) FROM sale').pluck().get())";
for (const mode of ['DELETE', 'WAL']) {
  const [name, renamed] = [`${mode}.db`, `${mode}-renamed.db`];
  const db = new Database(name);
  db.pragma(`journal_mode = ${mode}`);
  db.exec('CREATE TABLE sale (id INTEGER); INSERT INTO sale VALUES (1)');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.exec('INSERT INTO sale VALUES (2)');
  renameSync(name, renamed);
  let said = 'acknowledged';
  try {
    db.exec('INSERT INTO sale VALUES (3)');
  } catch (error) {
    said = error.code;
  }
  const seen = execFileSync(process.execPath, ['-e', READ, renamed], { encoding: 'utf8' }).trim();
  console.log(`${mode}: third sale ${said}; the renamed file has ${seen}`);
}
JS
expect_seen <<'SEEN'
DELETE: third sale SQLITE_READONLY_DBMOVED; the renamed file has 2
WAL: third sale acknowledged; the renamed file has 1
SEEN
