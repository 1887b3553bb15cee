#!/usr/bin/env bash
# Guess: a number written in letters (1-800-FLOWERS) is turned into digits by the keypad, as the library this one is made after can, or refused.
# What happens: it is cut before the first letter and returned: all such numbers of a country become the one number +1800…; isPossible even says yes to
# the German 0800. Text after a number, "(private)", is cut off in the same way and does no harm, so cutting looks right at first.
# With: libphonenumber-js 1.13.16, full metadata (max).
# Why it matters here: suppliers with different numbers would be one and the same by their telephone; only isValid keeps them apart.
. "$(dirname "$0")/support/try.sh"
install libphonenumber-js@1.13.16
show <<'JS'
const { parsePhoneNumberFromString } = require('libphonenumber-js/max');
for (const [text, country] of [['1-800-FLOWERS', 'US'], ['1-800-MATTRES', 'US'], ['0800 BLUMEN', 'DE'], ['0800 BRIEFE', 'DE'], ['030 123456 (private)', 'DE']]) {
  const phone = parsePhoneNumberFromString(text, country);
  console.log(`${text}: ${phone.number}, possible ${phone.isPossible()}, valid ${phone.isValid()}`);
}
JS
expect_seen <<'SEEN'
1-800-FLOWERS: +11800, possible false, valid false
1-800-MATTRES: +11800, possible false, valid false
0800 BLUMEN: +490800, possible true, valid false
0800 BRIEFE: +490800, possible true, valid false
030 123456 (private): +4930123456, possible true, valid true
SEEN
