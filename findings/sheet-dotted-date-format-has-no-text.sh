#!/usr/bin/env bash
# Guess: a cell with the date format dd.mm.yyyy has a formatted text, as one with yyyy-mm-dd or dd/mm/yyyy has; formatted rows show days in both.
# What happens: a bare dot in a date format is not understood: the cell has no text, and the rows that are asked for as formatted text hold the serial
# number. The same with the dot escaped or quoted (dd\.mm\.yyyy), as Excel itself writes it, works, so files from Excel do not show it.
# With: @e965/xlsx 0.20.3 (SheetJS); the cell's own format is known and is recognised as a date.
# Why it matters here: till programs that write .xlsx themselves use the bare form; whoever reads formatted text gets 45366 for a day.
. "$(dirname "$0")/support/try.sh"
install @e965/xlsx@0.20.3
show <<'JS'
const { read, utils, write, SSF } = require('@e965/xlsx');
for (const format of ['yyyy-mm-dd', 'dd/mm/yyyy', 'dd.mm.yyyy', '[$-407]d. mmmm yyyy', 'dd\\.mm\\.yyyy', 'dd"."mm"."yyyy']) {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[{ t: 'n', v: 45366, z: format }]]), 'Sales');
  const { Sales } = read(write(book, { type: 'buffer', bookType: 'xlsx' })).Sheets;
  const [[row]] = utils.sheet_to_json(Sales, { header: 1, raw: false });
  console.log(`${format}: text ${Sales.A1.w}, row ${row}, a date: ${SSF.is_date(format)}`);
}
JS
expect_seen <<'SEEN'
yyyy-mm-dd: text 2024-03-15, row 2024-03-15, a date: true
dd/mm/yyyy: text 15/03/2024, row 15/03/2024, a date: true
dd.mm.yyyy: text 45366, row 45366, a date: true
[$-407]d. mmmm yyyy: text 45366, row 45366, a date: true
dd\.mm\.yyyy: text 15.03.2024, row 15.03.2024, a date: true
dd"."mm"."yyyy: text 15.03.2024, row 15.03.2024, a date: true
SEEN
