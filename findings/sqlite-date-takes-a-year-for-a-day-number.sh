#!/usr/bin/env bash
# Guess: date() of what is no whole day is NULL, so that date(x) IS NOT NULL tells whether a column holds days.
# What happens: a year alone is taken for a Julian day number and becomes a day 4,700 years before our era; a time alone is a day of 2000; a 31st of
# February is 2 March. NULL comes for 2024-1-5, for 20240115 and for a space before the day, while a space behind it does no harm.
# With: better-sqlite3 13.2.0 (SQLite 3.54.1).
# Why it matters here: a check of imported days by date() lets years and times through and refuses days that only lack a zero.
. "$(dirname "$0")/support/try.sh"
install better-sqlite3@13.2.0
show <<'JS'
const date = new (require('better-sqlite3'))(':memory:').prepare('SELECT date(?)').pluck();
for (const text of ['2024', '12:30', '2024-02-31', '2024-1-5', '20240115', ' 2024-01-15', '2024-01-15 ']) console.log(`[${text}]`, date.get(text));
JS
expect_seen <<'SEEN'
[2024] -4707-06-09
[12:30] 2000-01-01
[2024-02-31] 2024-03-02
[2024-1-5] null
[20240115] null
[ 2024-01-15] null
[2024-01-15 ] 2024-01-15
SEEN
