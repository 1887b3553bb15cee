#!/usr/bin/env bash
# Guess: 01.02.24 read with dd.MM.yyyy is refused, as 01.02.2024 read with dd.MM.yy is, or is a day of 2024.
# What happens: it is a valid day of the year 24. The letters say how many digits are written, not how many are read.
# With: date-fns 4.4.0, parse.
# Why it matters here: of two formats tried in turn the wrong one comes first and is content; every customer is two thousand years overdue.
. "$(dirname "$0")/support/try.sh"
install date-fns@4.4.0
show <<'JS'
const { format, isValid, parse } = require('date-fns');
for (const [text, pattern] of [['01.02.24', 'dd.MM.yyyy'], ['01.02.2024', 'dd.MM.yy'], ['01.02.24', 'dd.MM.yy'], ['1.2.2024', 'dd.MM.yyyy']]) {
  const day = parse(text, pattern, new Date(2024, 0, 1));
  console.log(`${text} by ${pattern}:`, isValid(day) ? format(day, 'yyyy-MM-dd') : 'refused');
}
JS
expect_seen <<'SEEN'
01.02.24 by dd.MM.yyyy: 0024-02-01
01.02.2024 by dd.MM.yy: refused
01.02.24 by dd.MM.yy: 2024-02-01
1.2.2024 by dd.MM.yyyy: 2024-02-01
SEEN
