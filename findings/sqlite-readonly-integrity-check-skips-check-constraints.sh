#!/usr/bin/env bash
# Guess: PRAGMA integrity_check finds the same damage whichever way the file is opened.
# What happens: on a connection opened read-only it says "ok" of a row that violates a CHECK constraint; on a writable connection that is only barred from
# writing (query_only) it names the table. So the cautious way to open a file for checking is the one that overlooks something.
# With: better-sqlite3 13.2.0, which brings SQLite 3.54.1.
# Why it matters here: a backup or a doctor that opens read-only calls a portfolio sound whose amounts break its own rules.
. "$(dirname "$0")/support/try.sh"
install better-sqlite3@13.2.0
show <<'JS'
const Database = require('better-sqlite3');
const made = new Database('sales.db');
made.exec('CREATE TABLE line (quantity INTEGER CHECK (quantity > 0)); INSERT INTO line VALUES (1)');
made.pragma('ignore_check_constraints = ON');
made.exec('INSERT INTO line VALUES (-1)');
made.close();
const readonly = new Database('sales.db', { readonly: true });
console.log('read-only: ', readonly.pragma('integrity_check', { simple: true }));
readonly.close();
const barred = new Database('sales.db');
barred.pragma('query_only = ON');
console.log('query_only:', barred.pragma('integrity_check', { simple: true }));
JS
expect_seen <<'SEEN'
read-only:  ok
query_only: CHECK constraint failed in line
SEEN
