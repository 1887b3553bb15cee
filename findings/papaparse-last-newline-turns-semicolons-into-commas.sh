#!/usr/bin/env bash
# Guess: a file whose headings and rows are split by semicolons, with decimal commas in the amounts, is read with semicolons, however long it is.
# What happens: with up to eight rows the comma is taken if the file ends with a line break, as exports do: the empty last line counts as a row with fewer
# columns. Without that break, with skipEmptyLines, or with more lines than the ten that are looked at, the guess is right. The parser says that it could
# not tell, and goes on: "Datum;Betrag" is one heading, and the amounts lose their cents to a second column.
# With: papaparse 5.7.1, delimiter left to be guessed.
# Why it matters here: a week's sums of a till have seven rows; tests with a hundred rows, or with joined lines, do not show it.
. "$(dirname "$0")/support/try.sh"
install papaparse@5.7.1
show <<'JS'
const { parse } = require('papaparse');
const file = (days) => ['Datum;Betrag', ...Array.from({ length: days }, (_, day) => `${day + 1}.01.2024;${day * 7},50`)].join('\n');
for (const days of [1, 7, 9, 10, 30]) {
  const guesses = [parse(file(days)), parse(`${file(days)}\n`), parse(`${file(days)}\n`, { skipEmptyLines: true })];
  console.log(`${days} days: joined "${guesses[0].meta.delimiter}", with a last line break "${guesses[1].meta.delimiter}", skipping empty lines "${guesses[2].meta.delimiter}"`);
}
console.log(JSON.stringify(parse(`${file(7)}\n`).data[1]), JSON.stringify(parse(`${file(7)}\n`).errors));
JS
expect_seen <<'SEEN'
1 days: joined ";", with a last line break ",", skipping empty lines ";"
7 days: joined ";", with a last line break ",", skipping empty lines ";"
9 days: joined ";", with a last line break ";", skipping empty lines ";"
10 days: joined ";", with a last line break ";", skipping empty lines ";"
30 days: joined ";", with a last line break ";", skipping empty lines ";"
["1.01.2024;0","50"] [{"type":"Delimiter","code":"UndetectableDelimiter","message":"Unable to auto-detect delimiting character; defaulted to ','"}]
SEEN
