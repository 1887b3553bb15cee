#!/usr/bin/env bash
# Guess: new Date(2024, 2, 15) put into a cell is 15 March there, as the program that made it says; a sheet has no time zones.
# What happens: the cell holds the time in UTC: east of Greenwich it is 14 March, 23 o'clock, shown as 14 March. SheetJS, given the same Date, writes 15 March.
# With: exceljs 4.4.0, @e965/xlsx 0.20.3 (SheetJS) with its defaults, in the zone Europe/Berlin.
# Why it matters here: a table that goes through both libraries has its days moved by one, in one half of the world only.
. "$(dirname "$0")/support/try.sh"
install exceljs@4.4.0 @e965/xlsx@0.20.3
show <<'JS'
const { Workbook } = require('exceljs');
const { read, utils, write } = require('@e965/xlsx');
const DAY = new Date(2024, 2, 15);
(async () => {
  const [book, other] = [utils.book_new(), new Workbook()];
  utils.book_append_sheet(book, utils.aoa_to_sheet([[DAY]], { dateNF: 'yyyy-mm-dd' }), 'Sales');
  Object.assign(other.addWorksheet('Sales').getCell('A1'), { value: DAY, numFmt: 'yyyy-mm-dd' });
  for (const [name, file] of [['SheetJS', write(book, { type: 'buffer', bookType: 'xlsx' })], ['exceljs', await other.xlsx.writeBuffer()]]) {
    const { v, w } = read(file).Sheets.Sales.A1;
    console.log(`${name}: ${v.toFixed(4)}, shown as ${w}`);
  }
})();
JS
expect_seen <<'SEEN'
SheetJS: 45366.0000, shown as 2024-03-15
exceljs: 45365.9583, shown as 2024-03-14
SEEN
