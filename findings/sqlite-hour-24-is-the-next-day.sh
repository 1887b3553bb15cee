#!/usr/bin/env bash
# Guess: an hour of 24 is refused, as 25 and the minute 60 are.
# What happens: 24:00 is taken and is midnight of the next day, while 24:30 is refused like 25:00.
# With: better-sqlite3 13.2.0 (SQLite 3.54.1).
# Why it matters here: tills close the day at 24:00; the last sale of a month is grouped into the next one.
. "$(dirname "$0")/support/try.sh"
install better-sqlite3@13.2.0
show <<'JS'
const ask = new (require('better-sqlite3'))(':memory:').prepare('SELECT datetime(?)').pluck();
for (const text of ['2024-01-31 23:59', '2024-01-31 24:00', '2024-01-31 24:30', '2024-01-31 25:00', '2024-01-31 23:60']) console.log(text, 'is', ask.get(text));
JS
expect_seen <<'SEEN'
2024-01-31 23:59 is 2024-01-31 23:59:00
2024-01-31 24:00 is 2024-02-01 00:00:00
2024-01-31 24:30 is null
2024-01-31 25:00 is null
2024-01-31 23:60 is null
SEEN
