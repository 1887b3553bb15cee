import {
  CELL_AIR,
  CHART_SHARE,
  COLUMNS,
  FIGURE,
  FOOTER,
  GAP,
  MASTHEAD,
  OPENING,
  RUNNING_HEAD,
  type Sheet,
  SIDE_GAP,
  TYPE,
} from './sheet.ts';

/*
 * Greys only: what a black-and-white laser printer makes of the page is what the screen shows. Text is at most as light
 * as #555, hairlines at least #999, so that neither breaks up into dots. Faces are static files: variable ones would be
 * embedded as Type 3 outlines.
 */
const FACES = `"Segoe UI", "Helvetica Neue", Roboto, "Noto Sans", "Open Sans", "Liberation Sans", Arial, sans-serif`;

const clamp = (selector: string, lines: number): string =>
  `${selector} { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: ${lines}; overflow: hidden; overflow-wrap: anywhere; }`;

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

const paper = (s: Sheet): string => `
@page { size: ${s.widthMm}mm ${s.heightMm}mm; margin: ${s.marginTopMm}mm ${s.marginSideMm}mm ${s.marginBottomMm}mm; }
.page { width: ${s.width}pt; height: ${s.height}pt; }
@media screen {
  .page {
    box-sizing: content-box; margin: 0 auto 6mm; padding: ${s.marginTopMm}mm ${s.marginSideMm}mm ${s.marginBottomMm}mm;
    background: #fff; box-shadow: 0 0 0 1px #c4c4c4, 0 2px 10px #b0b0b0;
  }
}`;

const page = `
:root { color-scheme: only light; }
*, *::before, *::after { box-sizing: border-box; }
html { background: #fff; -webkit-print-color-adjust: exact; print-color-adjust: exact; -webkit-text-size-adjust: none; }
body, h1, h2, p, ul, dl, dd, figure, table { margin: 0; padding: 0; }
body { font: ${TYPE.body}pt/${TYPE.bodyLine}pt ${FACES}; color: #1a1a1a; font-variant-numeric: tabular-nums lining-nums; }
ul { list-style: none; }
.page { display: flex; flex-direction: column; overflow: hidden; break-after: page; break-inside: avoid; }
.page:last-child { break-after: auto; }
.flow { flex: 1 1 0; min-height: 0; display: flex; flex-direction: column; overflow: hidden; }
.space { flex: 1 1 ${GAP}pt; min-height: ${GAP / 2}pt; max-height: ${2 * GAP}pt; }
.quiet, .detail, .missing, .title-note { color: #555; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.one { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; min-width: 0; }
${clamp('.two, .todo-2 .todo, .lines-2', 2)}
${clamp('.three, .todo-3 .todo, .lines-3', 3)}
${clamp('.four, .lines-4', 4)}
${Array.from({ length: 16 }, (_, k) => clamp(`.lines-${k + 5}`, k + 5)).join('\n')}
${clamp('.todo-1 .todo, .lines-1', 1)}
.sentence { font-size: ${TYPE.body}pt; line-height: ${TYPE.bodyLine}pt; max-width: 130mm; }
`;

const furniture = `
.masthead { flex: none; height: ${MASTHEAD - 10}pt; border-bottom: 1.5pt solid #1a1a1a; margin-bottom: 10pt; }
.masthead-name { display: flex; align-items: baseline; justify-content: space-between; gap: 12pt; height: 23pt; }
.masthead h1 { flex: 0 1 auto; font-size: 18pt; line-height: 23pt; font-weight: 700; letter-spacing: -0.01em; }
.kind { flex: none; font-size: 11pt; color: #333; }
.masthead-facts { display: flex; justify-content: space-between; gap: 12pt; font-size: ${TYPE.small}pt; line-height: 12pt; color: #333; white-space: nowrap; }
.running { flex: none; display: flex; justify-content: space-between; gap: 12pt; height: ${RUNNING_HEAD - 9}pt; border-bottom: 0.75pt solid #1a1a1a; margin-bottom: 9pt; font-size: ${TYPE.small}pt; line-height: 11.5pt; white-space: nowrap; }
.footer { flex: none; display: flex; align-items: end; gap: 14pt; height: ${FOOTER}pt; padding-bottom: 1.5pt; font-size: ${TYPE.small}pt; line-height: 11.5pt; color: #333; white-space: nowrap; }
.footer p:first-child { flex: 1 1 0; }
.folio { font-weight: 600; color: #1a1a1a; }
section { flex: none; min-width: 0; }
.title { margin-bottom: 5pt; }
h2, .finding { text-wrap: balance; }
.lead { text-wrap: pretty; }
h2 { font-size: ${TYPE.title}pt; line-height: ${TYPE.titleLine}pt; font-weight: 700; }
.title-note { font-size: ${TYPE.small}pt; line-height: ${TYPE.smallLine}pt; }
`;

const opening = `
.lead { font-size: ${TYPE.lead}pt; line-height: ${TYPE.leadLine}pt; font-weight: 600; }
.beside { display: grid; grid-template-columns: ${percent(CHART_SHARE)} minmax(0, 1fr); column-gap: ${SIDE_GAP}pt; }
.alone > * { display: grid; grid-template-columns: 1fr 1fr; column-gap: ${SIDE_GAP}pt; }
.opening li { padding: ${OPENING.air}pt 0 0 ${OPENING.indent}pt; position: relative; }
.opening li::before { content: ""; position: absolute; left: 0; top: ${OPENING.air + 5}pt; width: 5pt; border-top: 1.5pt solid #1a1a1a; }
.figures { align-self: start; margin-top: ${OPENING.air}pt; }
.figure { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: 8pt; align-items: center; border-bottom: 0.5pt solid #aaa; font-size: ${TYPE.small}pt; line-height: ${FIGURE.row - 0.5}pt; }
.figure dt { color: #333; padding-top: 1pt; line-height: ${FIGURE.row - 1.5}pt; }
.figure .value { font-size: 11pt; font-weight: 700; white-space: nowrap; }
.figure .detail { grid-column: 1 / -1; line-height: ${TYPE.smallLine}pt; }
`;

const tables = `
.grid { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: ${TYPE.small}pt; line-height: ${TYPE.smallLine}pt; }
.grid th, .grid td { padding: 0 ${CELL_AIR}pt 0 0; text-align: left; vertical-align: top; font-weight: 400; overflow: hidden; }
.grid th:last-child, .grid td:last-child { padding-right: 0; }
.grid .n { text-align: right; white-space: nowrap; }
.grid thead { display: table-header-group; }
.grid thead th { color: #333; border-bottom: 0.75pt solid #1a1a1a; white-space: nowrap; text-overflow: ellipsis; vertical-align: bottom; padding-bottom: 2pt; }
.grid tbody th { font-weight: 600; }
.grid tr { break-inside: avoid; }
.grid .rank { width: 16pt; padding-right: 4pt; color: #333; }
.lined tbody td, .lined tbody th { height: 13.5pt; padding-top: 1pt; border-bottom: 0.5pt solid #aaa; }
.c-who { width: 27%; } .c-segment { width: 27%; } .c-amount { width: 16%; } .c-share { width: 10%; } .c-day { width: 15.5%; } .c-days { width: 13%; }
.c-call { width: ${percent(COLUMNS.monday.who)}; } .c-phone { width: ${percent(COLUMNS.monday.phone)}; }
.reasons tbody td, .reasons tbody th { padding-top: 2pt; padding-bottom: 2pt; }
.segments-table tbody th { font-weight: 400; }
.segments-table tr:first-child > * { padding-top: 2pt; }
.segments-table tbody tr:last-child td { padding-bottom: 2.5pt; border-bottom: 0.5pt solid #aaa; }
.segments-table .rank { font-weight: 700; color: #1a1a1a; }
.c-count { width: ${percent(COLUMNS.segments.count)}; } .c-part { width: ${percent(COLUMNS.segments.share)}; }
.c-money { width: ${percent(COLUMNS.segments.money)}; } .c-growth { width: ${percent(COLUMNS.segments.growth)}; }
.bar-line { display: flex; justify-content: flex-end; align-items: center; gap: 4pt; height: ${TYPE.smallLine}pt; }
.bar { display: block; flex: none; } .bar-all { fill: #e2e2e2; } .bar-part { fill: #444; }
.more { padding-top: 4pt; font-size: ${TYPE.small}pt; line-height: ${TYPE.smallLine}pt; }
`;

const matrix = `
.matrix-body { display: grid; grid-template-columns: ${percent(CHART_SHARE)} minmax(0, 1fr); column-gap: ${SIDE_GAP}pt; }
.matrix-section { min-height: 0; }
.matrix { display: block; overflow: hidden; }
.matrix text { font-size: ${TYPE.small}pt; fill: #1a1a1a; }
.matrix .axis { fill: #444; }
.matrix .quadrant { fill: #555; font-weight: 600; }
.matrix .label { font-weight: 600; }
.matrix .number { font-weight: 700; }
.clear { fill: #fff; }
.plot { fill: none; stroke: #999; stroke-width: 1; }
.divide { fill: none; stroke: #666; stroke-width: 1; stroke-dasharray: 4 3; }
.tick { fill: none; stroke: #777; stroke-width: 1; }
.arrow { fill: none; stroke: #444; stroke-width: 1.25; stroke-linecap: round; stroke-linejoin: round; }
.range { fill: none; stroke: #777; stroke-width: 1; }
.bubble { fill: #bdbdbd; stroke: #1a1a1a; stroke-width: 1.25; }
.bubble.open { fill: #fff; } .hatch { fill: none; stroke: #555; stroke-width: 1; }
figcaption { grid-column: 1 / -1; margin-top: 4pt; font-size: ${TYPE.small}pt; line-height: ${TYPE.smallLine}pt; color: #444; }
.side { font-size: ${TYPE.small}pt; line-height: ${TYPE.smallLine}pt; overflow: hidden; }
.finding { font-weight: 600; margin-bottom: 4pt; }
.c-all, .c-clear { width: 20%; } .c-revenue { width: 25%; }
.grid.quadrants th, .grid.quadrants td { padding-right: 4pt; }
.side.alone { margin-top: 6pt; width: ${percent(CHART_SHARE)}; }
.grid.quadrants tbody tr:first-child > * { padding-top: 2pt; }
.quadrants .meaning td { color: #444; padding-bottom: 2.5pt; border-bottom: 0.5pt solid #aaa; }
.quadrants + .quiet { margin-top: 4pt; }
`;

const band = `
.band-body { display: grid; grid-template-columns: ${percent(CHART_SHARE)} minmax(0, 1fr); column-gap: ${SIDE_GAP}pt; }
.whale { display: block; overflow: hidden; }
.whale text { font-size: ${TYPE.small}pt; fill: #1a1a1a; }
.whale .axis { fill: #444; }
.whale .label { font-weight: 600; }
.whale-line { fill: none; stroke: #1a1a1a; stroke-width: 1.75; stroke-linejoin: round; }
.whale-dot { fill: #1a1a1a; }
.remark { font-size: ${TYPE.small}pt; line-height: ${TYPE.smallLine}pt; padding-bottom: 3pt; }
`;

const till = `
.grid .text { font-weight: 600; padding-left: 14pt; }
.grid th:not(:first-child):not(.n) { padding-left: 14pt; }
.plain li { padding-left: 10pt; } ol { margin: 0; padding-left: 16pt; }
`;

const months = `
.months { display: block; overflow: hidden; }
.months text { font-size: ${TYPE.small}pt; fill: #444; }
.months .line { fill: none; stroke: #bbb; stroke-width: 0.75; }
.months .sold { fill: #444; }
.months .expected { fill: #fff; stroke: #1a1a1a; stroke-width: 1; }
.months .within { fill: none; stroke: #1a1a1a; stroke-width: 1.5; }
.years th:first-child { width: 46%; }
`;

const notes = `
.notes { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 20pt; border-top: 0.75pt solid #1a1a1a; padding-top: 6pt; font-size: ${TYPE.small}pt; line-height: ${TYPE.smallLine}pt; }
.notes h2 { margin-bottom: 3pt; font-size: 10pt; line-height: 13pt; }
.note { position: relative; padding: 0 0 2pt 9pt; }
.note::before { content: "–"; position: absolute; left: 0; }
`;

const screen = `
@media screen {
  html { background: #e4e4e4; }
  body { padding: 6mm 4mm 0; }
}
@media screen and (max-width: 830px) { body { zoom: 0.8; } }
@media screen and (max-width: 670px) { body { zoom: 0.6; } }
@media screen and (max-width: 500px) { body { zoom: 0.42; } }
`;

/** The whole style sheet for one size of paper. */
export const stylesFor = (sheet: Sheet): string =>
  [page, furniture, opening, tables, matrix, band, months, till, notes, paper(sheet), screen].join('\n');
