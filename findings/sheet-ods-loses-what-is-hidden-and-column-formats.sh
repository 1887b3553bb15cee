#!/usr/bin/env bash
# Guess: an .ods tells what an .xlsx of the same sheet tells: which sheets are hidden, and a cell's number format also where it comes from its column.
# What happens: a hidden sheet is listed like any other, with nothing that tells it apart; and a format is seen only where the cell itself names its style:
# with the column's default style – what a program writes for a formatted column – a date gets m/d/yy and an amount no format at all.
# With: @e965/xlsx 0.20.3 (SheetJS); fflate 0.8.2 packs the file.
# Why it matters here: last year's figures in a hidden sheet are offered for import; day-first or month-first cannot be told from the format.
. "$(dirname "$0")/support/try.sh"
install @e965/xlsx@0.20.3 fflate@0.8.2
show <<'JS'
const { read } = require('@e965/xlsx');
const { strToU8, zipSync } = require('fflate');
const urn = (name, last = name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${last}:1.0"`;
const NS = [urn('office'), urn('table'), urn('text'), urn('style'), urn('number', 'datastyle')].join(' ');
const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const styles = `<number:date-style style:name="N1"><number:day number:style="long"/><number:text>.</number:text><number:month number:style="long"/><number:text>.</number:text><number:year number:style="long"/></number:date-style><number:number-style style:name="N2"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style><style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="amount" style:family="table-cell" style:data-style-name="N2"/><style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>`;
const row = (own) => `<table:table-row><table:table-cell ${own ? 'table:style-name="day"' : ''} office:value-type="date" office:date-value="2024-03-04"><text:p>04.03.2024</text:p></table:table-cell><table:table-cell ${own ? 'table:style-name="amount"' : ''} office:value-type="float" office:value="1234.5"><text:p>1.234,50</text:p></table:table-cell></table:table-row>`;
const columns = '<table:table-column table:default-cell-style-name="day"/><table:table-column table:default-cell-style-name="amount"/>';
const sheets = `<table:table table:name="Cells">${row(true)}</table:table><table:table table:name="Columns">${columns}${row(false)}</table:table><table:table table:name="Last year" table:style-name="hidden">${row(true)}</table:table>`;
const file = zipSync({
  mimetype: [strToU8(TYPE), { level: 0 }],
  'META-INF/manifest.xml': strToU8(`<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE}"/></manifest:manifest>`),
  'styles.xml': strToU8(`<office:document-styles ${NS}/>`),
  'content.xml': strToU8(`<office:document-content ${NS}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>`),
});
const book = read(file, { cellNF: true });
for (const name of book.SheetNames) console.log(`${name}: formats ${book.Sheets[name].A1.z} and ${book.Sheets[name].B1.z}`);
console.log('hidden:', JSON.stringify(book.Workbook.Sheets));
JS
expect_seen <<'SEEN'
Cells: formats dd"."mm"."yyyy and #,##0.00
Columns: formats m/d/yy and undefined
Last year: formats dd"."mm"."yyyy and #,##0.00
hidden: undefined
SEEN
