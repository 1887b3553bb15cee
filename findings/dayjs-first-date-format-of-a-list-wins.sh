#!/usr/bin/env bash
# Guess: given several formats, the parser takes the first in which the text is a real date, so 13/04/2024 is no MM/DD but the DD/MM that comes second.
# What happens: unless strict, the first format always wins: month 13 runs over into the next year, 4 January 2025. Strict, it is 13 April 2024; but strict
# also refuses 01.02.24 under D.M.YY, since it demands that the date written back gives the same text.
# With: dayjs 1.11.23 with its plugin customParseFormat.
# Why it matters here: a column of dates that is partly day-first comes in without one invalid date, months apart from the truth.
. "$(dirname "$0")/support/try.sh"
install dayjs@1.11.23
show <<'JS'
const dayjs = require('dayjs');
dayjs.extend(require('dayjs/plugin/customParseFormat'));
const say = (text, format, strict) => {
  const day = dayjs(text, format, strict);
  console.log(text, JSON.stringify(format), strict ? 'strict:' : 'lax:', day.isValid() ? day.format('YYYY-MM-DD') : 'refused');
};
const EITHER = ['MM/DD/YYYY', 'DD/MM/YYYY'];
for (const strict of [false, true]) {
  say('13/04/2024', EITHER, strict);
  say('31.02.2024', 'DD.MM.YYYY', strict);
  say('01.02.24', 'D.M.YY', strict);
}
JS
expect_seen <<'SEEN'
13/04/2024 ["MM/DD/YYYY","DD/MM/YYYY"] lax: 2025-01-04
31.02.2024 "DD.MM.YYYY" lax: 2024-03-02
01.02.24 "D.M.YY" lax: 2024-02-01
13/04/2024 ["MM/DD/YYYY","DD/MM/YYYY"] strict: 2024-04-13
31.02.2024 "DD.MM.YYYY" strict: refused
01.02.24 "D.M.YY" strict: refused
SEEN
