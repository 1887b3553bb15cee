#!/usr/bin/env bash
# Guess: floor of a number is never above the number, and a number is not equal to another that is larger.
# What happens: floor(7.999999999999999) is 8: every comparison, also the one inside floor and ceil, takes numbers for equal that differ by a millionth of a
# millionth of themselves. So two order numbers of 13 digits that differ by one are equal, and neither is larger.
# With: mathjs 15.2.0 with its defaults.
# Why it matters here: whole cents of 0.1 + 0.7 euros come out as a till would have them, but keys must not be compared so.
. "$(dirname "$0")/support/try.sh"
install mathjs@15.2.0
show <<'JS'
const { equal, floor, larger } = require('mathjs');
const x = (0.1 + 0.7) * 10;
console.log(x, 'mathjs:', floor(x), 'Math:', Math.floor(x));
const [one, other] = [4006381333931, 4006381333932];
console.log(one, other, 'equal:', equal(one, other), 'larger:', larger(other, one));
JS
expect_seen <<'SEEN'
7.999999999999999 mathjs: 8 Math: 7
4006381333931 4006381333932 equal: true larger: false
SEEN
