#!/usr/bin/env bash
# Guess: an OpenDocument sheet without styles.xml can be read: the package format lists that part as optional, and the data are in content.xml.
# What happens: the reader throws "Cannot find file styles.xml in zip". With an empty styles.xml the same file is read whole.
# With: @e965/xlsx 0.20.3 (SheetJS); fflate 0.8.2 packs the file.
# Why it matters here: programs that only export write the smallest .ods; the reader has to add an empty part before it hands the file over.
. "$(dirname "$0")/support/try.sh"
install @e965/xlsx@0.20.3 fflate@0.8.2
show <<'JS'
const { read } = require('@e965/xlsx');
const { strToU8, zipSync } = require('fflate');
const NS = ['office', 'table', 'text'].map((each) => `xmlns:${each}="urn:oasis:names:tc:opendocument:xmlns:${each}:1.0"`).join(' ');
const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const content = `<office:document-content ${NS} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Sales"><table:table-row><table:table-cell office:value-type="float" office:value="12.5"><text:p>12,50</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
const parts = { mimetype: [strToU8(TYPE), { level: 0 }], 'META-INF/manifest.xml': strToU8(manifest), 'content.xml': strToU8(content) };
const open = (extra) => {
  try {
    return JSON.stringify(read(zipSync({ ...parts, ...extra })).Sheets.Sales.A1);
  } catch (error) {
    return error.message;
  }
};
console.log('without:', open({}));
console.log('with an empty one:', open({ 'styles.xml': strToU8(`<office:document-styles ${NS}/>`) }));
JS
expect_seen <<'SEEN'
without: Cannot find file styles.xml in zip
with an empty one: {"t":"n","v":12.5,"w":"12,50"}
SEEN
