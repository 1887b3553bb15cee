#!/usr/bin/env bash
# Guess: the range that a sheet states is a hint, and cells outside it are read; a sheet may also state none.
# What happens: stated too small, rows and columns outside it are dropped without a word – unless it states a single cell, then everything is read. Stated too
# large, it comes back as rows without cells. exceljs looks at the cells alone.
# With: @e965/xlsx 0.20.3 (SheetJS), exceljs 4.4.0; fflate 0.8.2 changes the range.
# Why it matters here: programs that append to a template leave the template's range; this month's sales are below it.
. "$(dirname "$0")/support/try.sh"
install @e965/xlsx@0.20.3 exceljs@4.4.0 fflate@0.8.2
show <<'JS'
const { Workbook } = require('exceljs');
const { read, utils, write } = require('@e965/xlsx');
const { strFromU8, strToU8, unzipSync, zipSync } = require('fflate');
const PART = 'xl/worksheets/sheet1.xml';
(async () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['day', 'amount'], [1, 10], [2, 20], [3, 30]]), 'Sales');
  const parts = unzipSync(write(book, { type: 'buffer', bookType: 'xlsx' }));
  for (const range of ['A1:B4', 'A1:B2', 'A1', 'A1:B50']) {
    const file = zipSync({ ...parts, [PART]: strToU8(strFromU8(parts[PART]).replace('ref="A1:B4"', `ref="${range}"`)) });
    const other = new Workbook();
    await other.xlsx.load(Buffer.from(file));
    console.log(`${range}: SheetJS ${utils.sheet_to_json(read(file).Sheets.Sales, { header: 1 }).length} rows, exceljs ${other.getWorksheet('Sales').rowCount}`);
  }
})();
JS
expect_seen <<'SEEN'
A1:B4: SheetJS 4 rows, exceljs 4
A1:B2: SheetJS 2 rows, exceljs 4
A1: SheetJS 4 rows, exceljs 4
A1:B50: SheetJS 50 rows, exceljs 4
SEEN
