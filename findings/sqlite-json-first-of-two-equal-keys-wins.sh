#!/usr/bin/env bash
# Guess: of two equal keys in a JSON object the last one counts, as in JavaScript, or SQLite refuses the text.
# What happens: json_valid accepts it and the first one counts; json_each lists both; json_set and json_remove touch the first only, so that after the
# removal the other value comes to light.
# With: better-sqlite3 13.2.0 (SQLite 3.54.1), Node 24.21.0.
# Why it matters here: the same kept settings are one thing to a query and another to the program that reads them.
. "$(dirname "$0")/support/try.sh"
install better-sqlite3@13.2.0
show <<'JS'
const db = new (require('better-sqlite3'))(':memory:');
const TEXT = '{"rate":7,"rate":19}';
console.log('JSON.parse:', JSON.parse(TEXT).rate);
for (const sql of ['json_valid(?)', "json_extract(?, '$.rate')", "json_set(?, '$.rate', 0)", "json_remove(?, '$.rate')"]) console.log(`${sql}:`, db.prepare(`SELECT ${sql}`).pluck().get(TEXT));
console.log('json_each:', db.prepare('SELECT value FROM json_each(?)').pluck().all(TEXT).join(', '));
JS
expect_seen <<'SEEN'
JSON.parse: 19
json_valid(?): 1
json_extract(?, '$.rate'): 7
json_set(?, '$.rate', 0): {"rate":0,"rate":19}
json_remove(?, '$.rate'): {"rate":19}
json_each: 7, 19
SEEN
