#!/usr/bin/env bash
# Guess: 49 and a German number without plus or zeros is taken for what it is, or is not valid; and a landline fares like a mobile number.
# What happens: a landline number of Munich is recognised; a mobile one keeps its 49 after the +49 and becomes a valid landline that begins with
# 0491, the code of another town. A number that went through a column of numbers, with .0 behind, gains a digit and is valid too.
# With: libphonenumber-js 1.13.16 with its full metadata.
# Why it matters here: tills drop the plus; two customers are one, or one is two, and "valid" does not tell.
. "$(dirname "$0")/support/try.sh"
install libphonenumber-js@1.13.16
show <<'JS'
const { parsePhoneNumberFromString } = require('libphonenumber-js/max');
for (const text of ['49 89 1234567', '49 176 1234567', '0176 1234567', '+49 176 1234567', '089 1234567', '0891234567.0']) {
  const phone = parsePhoneNumberFromString(text, 'DE');
  console.log(`${text}: ${phone.number}, ${phone.isValid() ? `valid, ${phone.getType()}` : 'not valid'}`);
}
JS
expect_seen <<'SEEN'
49 89 1234567: +49891234567, valid, FIXED_LINE
49 176 1234567: +49491761234567, valid, FIXED_LINE
0176 1234567: +491761234567, valid, MOBILE
+49 176 1234567: +491761234567, valid, MOBILE
089 1234567: +49891234567, valid, FIXED_LINE
0891234567.0: +498912345670, valid, FIXED_LINE
SEEN
