#!/usr/bin/env bash
# Guess: a text file with amounts such as 1,50 read without further options gives text there, or 1.5.
# What happens: the comma is dropped as a mark of thousands wherever it stands: 1,50 is the number 150, and 1.234,50 is 1.2345. The formatted text still
# shows what the file had, so only sums tell.
# With: @e965/xlsx 0.20.3 (SheetJS), read of a text.
# Why it matters here: German, French and Italian exports write so; a turnover is a hundred times too large, or a thousand times too small.
. "$(dirname "$0")/support/try.sh"
install @e965/xlsx@0.20.3
show <<'JS'
const { read } = require('@e965/xlsx');
for (const text of ['1,50', '1,5', '1.234,50', '1,234.50']) {
  const { t, v, w } = read(`"${text}"\n`, { type: 'string' }).Sheets.Sheet1.A1;
  console.log(`${text}: ${t} ${v}, shown as ${w}`);
}
JS
expect_seen <<'SEEN'
1,50: n 150, shown as 1,50
1,5: n 15, shown as 1,5
1.234,50: n 1.2345, shown as 1.234,50
1,234.50: n 1234.5, shown as 1,234.50
SEEN
