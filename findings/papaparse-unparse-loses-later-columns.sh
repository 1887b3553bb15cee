#!/usr/bin/env bash
# Guess: unparse writes a column for every key that occurs in the objects it is given.
# What happens: the columns are those of the first object only; values of keys that come later are left out without an error, and read back they are gone.
# With: papaparse 5.7.1.
# Why it matters here: an export whose first customer has no telephone loses the telephone of everybody.
. "$(dirname "$0")/support/try.sh"
install papaparse@5.7.1
show <<'JS'
const { parse, unparse } = require('papaparse');
const rows = [{ name: 'Anna' }, { name: 'Ben', phone: '030 123456' }];
console.log(JSON.stringify(unparse(rows)));
console.log(JSON.stringify(parse(unparse(rows), { header: true }).data));
console.log(JSON.stringify(unparse([...rows].reverse())));
JS
expect_seen <<'SEEN'
"name\r\nAnna\r\nBen"
[{"name":"Anna"},{"name":"Ben"}]
"name,phone\r\nBen,030 123456\r\nAnna,"
SEEN
