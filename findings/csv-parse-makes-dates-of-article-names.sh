#!/usr/bin/env bash
# Guess: cast_date turns only cells into dates that are dates; "Route 66" and "Menu 12" stay text.
# What happens: whatever the engine's Date.parse accepts becomes a Date, and it accepts a word before a number: Menu 12 is December 2001, Route 66 the year
# 1966, while 31.12.2024, a date, stays text. cast without dates also turns the code 0x1F into 0.
# With: csv-parse 5.6.0, Node 24.21.0 in the zone Europe/Berlin.
# Why it matters here: articles of a bakery are called so; the column becomes a mixture of text and dates.
. "$(dirname "$0")/support/try.sh"
install csv-parse@5.6.0
show <<'JS'
const { parse } = require('csv-parse/sync');
const say = (cell) => (cell instanceof Date ? `the instant ${cell.toISOString()}` : `${typeof cell} ${cell}`);
for (const text of ['Menu 12', 'Route 66', 'Roll', '31.12.2024', '2024-12-31']) console.log(`${text}: ${say(parse(text, { cast: true, cast_date: true })[0][0])}`);
for (const text of ['0x1F', '007', '1E5']) console.log(`${text}: ${say(parse(text, { cast: true })[0][0])}`);
JS
expect_seen <<'SEEN'
Menu 12: the instant 2001-11-30T23:00:00.000Z
Route 66: the instant 1965-12-31T23:00:00.000Z
Roll: string Roll
31.12.2024: string 31.12.2024
2024-12-31: the instant 2024-12-31T00:00:00.000Z
0x1F: number 0
007: number 7
1E5: number 100000
SEEN
