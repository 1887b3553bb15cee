#!/usr/bin/env bash
# Guess: 5- in a text file, as ledgers write a negative amount, is −5 or stays text.
# What happens: it is the day 1 May 2001, kept as its serial number; 1-2 and 3/4 get that year too. (5), another way of ledgers, is −5, and 13- has
# no month and stays text, so a column becomes a mixture.
# With: @e965/xlsx 0.20.3 (SheetJS), read of a text.
# Why it matters here: each return of five adds 37,012 to the turnover.
. "$(dirname "$0")/support/try.sh"
install @e965/xlsx@0.20.3
show <<'JS'
const { read } = require('@e965/xlsx');
for (const text of ['5-', '12-', '13-', '5.50-', '(5)', '1-2', '3/4']) {
  const { t, v, z } = read(`"${text}"\n`, { type: 'string', cellNF: true }).Sheets.Sheet1.A1;
  console.log(`${text}: ${t} ${v} ${z ?? ''}`.trim());
}
JS
expect_seen <<'SEEN'
5-: n 37012 m/d/yy
12-: n 37226 m/d/yy
13-: s 13-
5.50-: s 5.50-
(5): n -5
1-2: n 36893 m/d/yy
3/4: n 36954 m/d/yy
SEEN
