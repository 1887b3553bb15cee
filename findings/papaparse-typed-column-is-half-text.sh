#!/usr/bin/env bash
# Guess: dynamicTyping types a column evenly: all spellings of true, all days of ISO 8601, and no number that would lose digits.
# What happens: TRUE and true are booleans, True is text; a time is a Date with Z and text without; a whole number too large for a double stays text,
# but one with cents loses its last digit; -5 is a number and +5 is text.
# With: papaparse 5.7.1.
# Why it matters here: a column written by two versions of a till is typed in halves, and comparing its cells compares text with numbers.
. "$(dirname "$0")/support/try.sh"
install papaparse@5.7.1
show <<'JS'
const { parse } = require('papaparse');
for (const text of ['TRUE', 'true', 'True', '2024-12-31T10:00:00Z', '2024-12-31T10:00:00', '9007199254740993', '900719925474099.25', '-5', '+5']) {
  const [[cell]] = parse(`${text};x`, { delimiter: ';', dynamicTyping: true }).data;
  console.log(`${text}: ${cell instanceof Date ? 'Date' : typeof cell} ${cell instanceof Date ? cell.toISOString() : cell}`);
}
JS
expect_seen <<'SEEN'
TRUE: boolean true
true: boolean true
True: string True
2024-12-31T10:00:00Z: Date 2024-12-31T10:00:00.000Z
2024-12-31T10:00:00: string 2024-12-31T10:00:00
9007199254740993: string 9007199254740993
900719925474099.25: number 900719925474099.2
-5: number -5
+5: string +5
SEEN
