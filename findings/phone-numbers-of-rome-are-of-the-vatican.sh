#!/usr/bin/env bash
# Guess: a Roman number given with Italy as its country belongs to Italy; a line of San Marino has one international form however it is written.
# What happens: numbers that begin with 06 698 are told as the Vatican's although Italy was given; and the line 0549 882914 of San Marino is +378 0549 882914
# from there and +39 0549 882914 from Italy: both are valid, and they are two numbers.
# With: libphonenumber-js 1.13.16, full metadata (max).
# Why it matters here: customers are recognised by telephone and counted by country; one line is two customers, and a Roman baker sells abroad.
. "$(dirname "$0")/support/try.sh"
install libphonenumber-js@1.13.16
show <<'JS'
const { parsePhoneNumberFromString } = require('libphonenumber-js/max');
for (const [text, country] of [['06 698 12345', 'IT'], ['06 697 12345', 'IT'], ['0549 882914', 'SM'], ['0549 882914', 'IT'], ['+378 882914', 'IT'], ['+378 0549 882914', 'IT']]) {
  const phone = parsePhoneNumberFromString(text, country);
  console.log(`${text} in ${country}: ${phone.number}, ${phone.country}, ${phone.isValid() ? 'valid' : 'not valid'}`);
}
JS
expect_seen <<'SEEN'
06 698 12345 in IT: +390669812345, VA, valid
06 697 12345 in IT: +390669712345, IT, valid
0549 882914 in SM: +3780549882914, SM, valid
0549 882914 in IT: +390549882914, IT, valid
+378 882914 in IT: +3780549882914, SM, valid
+378 0549 882914 in IT: +3780549882914, SM, valid
SEEN
