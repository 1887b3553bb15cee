#!/usr/bin/env bash
# Guess: a workbook that counts its days from 1904, and says so, is read with the right days.
# What happens: every day is four years and a day too early, and the property date1904 of what was read is false. SheetJS reads the same bytes right.
# With: exceljs 4.4.0; @e965/xlsx 0.20.3 (SheetJS) writes the file.
# Why it matters here: books that began on an old Mac still count so; the history moves by 1,462 days and stays plausible.
. "$(dirname "$0")/support/try.sh"
install exceljs@4.4.0 @e965/xlsx@0.20.3
show <<'JS'
const { Workbook } = require('exceljs');
const { read, utils, write } = require('@e965/xlsx');
(async () => {
  const book = { ...utils.book_new(), Workbook: { WBProps: { date1904: true } } };
  utils.book_append_sheet(book, utils.aoa_to_sheet([[{ t: 'n', v: 45366 - 1462, z: 'yyyy-mm-dd' }]]), 'Sales');
  const file = write(book, { type: 'buffer', bookType: 'xlsx' });
  const other = new Workbook();
  await other.xlsx.load(file);
  console.log('SheetJS:', read(file).Sheets.Sales.A1.w);
  console.log('exceljs:', other.getWorksheet('Sales').getCell('A1').value.toISOString().slice(0, 10), 'date1904:', other.properties.date1904);
})();
JS
expect_seen <<'SEEN'
SheetJS: 2024-03-15
exceljs: 2020-03-14 date1904: false
SEEN
