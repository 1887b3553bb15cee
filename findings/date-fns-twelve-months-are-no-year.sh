#!/usr/bin/env bash
# Guess: the full years between two days are the full months divided by twelve.
# What happens: from 29 February 2024 to 28 February 2025 there are twelve full months and no full year. From the end of February back, 31 January is a whole
# month away, and so are 30 and 29 January; asked for the other way round, from February to January, it is none for 31 and 30 January.
# With: date-fns 4.4.0.
# Why it matters here: how long somebody has been a customer depends on the unit and on the order of the two arguments.
. "$(dirname "$0")/support/try.sh"
install date-fns@4.4.0
show <<'JS'
const { differenceInMonths, differenceInYears } = require('date-fns');
const say = (later, earlier) => console.log(earlier.toDateString(), 'to', `${later.toDateString()}:`, differenceInMonths(later, earlier), 'months,', differenceInYears(later, earlier), 'years; back:', differenceInMonths(earlier, later), 'months');
say(new Date(2025, 1, 28), new Date(2024, 1, 29));
for (const day of [31, 30, 29]) say(new Date(2024, 1, 29), new Date(2024, 0, day));
JS
expect_seen <<'SEEN'
Thu Feb 29 2024 to Fri Feb 28 2025: 12 months, 0 years; back: -11 months
Wed Jan 31 2024 to Thu Feb 29 2024: 1 months, 0 years; back: 0 months
Tue Jan 30 2024 to Thu Feb 29 2024: 1 months, 0 years; back: 0 months
Mon Jan 29 2024 to Thu Feb 29 2024: 1 months, 0 years; back: -1 months
SEEN
