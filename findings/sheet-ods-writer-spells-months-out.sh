#!/usr/bin/env bash
# Guess: a day with a format of two-digit months survives being written as .ods and read back, as it does as .xlsx.
# What happens: the value does, but each "mm" of the format comes back as "mmmm", the month's name, hyphens and bare dots vanish, and the text that is
# written into the cell is the serial number.
# With: @e965/xlsx 0.20.3 (SheetJS).
# Why it matters here: an export for LibreOffice shows other days than its .xlsx twin; a reader that takes an .ods cell's text gets a number.
. "$(dirname "$0")/support/try.sh"
install @e965/xlsx@0.20.3
show <<'JS'
const { read, utils, write } = require('@e965/xlsx');
for (const format of ['yyyy-mm-dd', 'dd/mm/yyyy']) {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[{ t: 'n', v: 45366, z: format }]]), 'Sales');
  for (const bookType of ['xlsx', 'ods']) {
    const { v, w, z } = read(write(book, { type: 'buffer', bookType }), { cellNF: true }).Sheets.Sales.A1;
    console.log(`${format} as ${bookType}: value ${v}, text ${w}, format ${z}`);
  }
}
JS
expect_seen <<'SEEN'
yyyy-mm-dd as xlsx: value 45366, text 2024-03-15, format yyyy-mm-dd
yyyy-mm-dd as ods: value 45366, text 45366, format yyyymmmmdd
dd/mm/yyyy as xlsx: value 45366, text 15/03/2024, format dd/mm/yyyy
dd/mm/yyyy as ods: value 45366, text 45366, format dd"/"mmmm"/"yyyy
SEEN
