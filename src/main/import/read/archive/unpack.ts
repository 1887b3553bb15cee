import { createReadStream, createWriteStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Problem } from '../../../../shared/model/problem.ts';
import { foreignArchive } from '../foreign-formats.ts';
import { OdsFile } from '../workbook/ods.ts';
import { SheetSink } from '../workbook/sheet-sink.ts';
import { copyTogether, type RowSink, type Sheet, sheetsAlike } from '../workbook/sheets-alike.ts';
import { XlsxFile } from '../workbook/xlsx.ts';
import { type Container, containerOf } from './container.ts';
import { InflationGuard } from './inflation-guard.ts';
import { type ZipEntry, ZipFile } from './zip.ts';

/** A table brought out of a file that is no plain text. */
export type Unpacked = {
  /** plain text, or CSV of ours */
  readonly path: string;
  readonly isSheet: boolean;
  /** the sheet, or the file inside the archive */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** filled rows of each of them, its header among them; null where they were not counted. Empty unless asked for */
  readonly rows: readonly (number | null)[];
};

export type UnpackOrder = {
  readonly path: string;
  readonly name: string;
  readonly sheet: string | null;
  /** an empty folder of the app's own */
  readonly folder: string;
  /** whether the rows of all sheets are to be counted, for the owner to choose from */
  readonly counted?: boolean;
};

const MOST_WHOLE = 96 << 20;
/** Counting what will not be read takes as long as reading it. */
const MOST_COUNTED = 48 << 20;
const MOST_DEPTH = 3;

/** @throws Problem in one sentence when there is no table inside, or more than a table of sales can be */
export const unpack = async (order: UnpackOrder, depth = 0): Promise<Unpacked> => {
  const container = containerOf(order.path);
  if (depth > MOST_DEPTH) throw new Problem(`${order.name} is packed too many times over; unpack it first.`);
  if (container === 'gzip') return gunzip(order, depth);
  if (container === 'zip') return unzip(order, depth);
  if (container !== null) return otherWorkbook(order, container);
  return { path: order.path, isSheet: false, sheet: null, sheets: [], rows: [] };
};

const gunzip = async (order: UnpackOrder, depth: number): Promise<Unpacked> => {
  const path = join(order.folder, `unpacked-${depth}`);
  const guard = new InflationGuard(order.name);
  const compressed = statSync(order.path).size;
  let soFar = 0;
  try {
    await pipeline(
      createReadStream(order.path),
      createGunzip(),
      async function* (source: AsyncIterable<Buffer>) {
        for await (const piece of source) {
          soFar += piece.length;
          guard.count(piece.length, soFar, compressed);
          yield piece;
        }
      },
      createWriteStream(path, { mode: 0o600 }),
    );
  } catch (error) {
    if (error instanceof Problem || !(error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw error;
    throw new Problem(`${order.name} is damaged: it cannot be unpacked. Export it again.`);
  }
  if (soFar === 0) throw new Problem(`${order.name} is empty: it holds no rows to import.`);
  return unpack({ ...order, path }, depth + 1);
};

const unzip = async (order: UnpackOrder, depth: number): Promise<Unpacked> => {
  const zip = await ZipFile.open(order.path, order.name);
  if (zip.find('xl/workbook.xml')) return xlsx(order, zip);
  if (zip.find('content.xml')) return ods(order, zip);
  if (zip.find('xl/workbook.bin')) {
    await checkParts(zip, order.name);
    return otherWorkbook(order, 'old-excel');
  }
  const [kind] = OTHERS.filter(([part]) => zip.entries.some((entry) => entry.name.startsWith(part)));
  if (kind)
    throw new Problem(`${order.name} is ${kind[1]}; export the sales as CSV or Excel and import that.`);
  const foreign = foreignArchive(zip.entries.filter(({ size }) => size > 0).map((entry) => entry.name));
  if (foreign) throw new Problem(`${order.name} ${foreign}.`);
  return fromArchive(order, zip, depth);
};

const OTHERS: readonly (readonly [string, string])[] = [
  ['word/', 'a Word document, not a table'],
  ['ppt/', 'a presentation, not a table'],
  ['Index/', 'an Apple Numbers file'],
];

/** Inflates every part once, only to count and to look for what a spreadsheet has no use for. */
const checkParts = async (zip: ZipFile, name: string): Promise<void> => {
  let total = 0;
  for (const entry of zip.entries) {
    let tail = '';
    for await (const piece of zip.read(entry)) {
      total += piece.length;
      if (total > MOST_WHOLE)
        throw new Problem(
          `${name} is too large to be read in this format; save it as .xlsx or CSV and import that.`,
        );
      const text = tail + piece.toString('latin1');
      if (/\.(xml|rels|vml)$/i.test(entry.name) && /<!DOCTYPE/i.test(text))
        throw new Problem(
          `${name} carries a document type (DTD), which no spreadsheet needs; it was not opened.`,
        );
      tail = text.slice(-16);
    }
  }
};

const xlsx = async (order: UnpackOrder, zip: ZipFile): Promise<Unpacked> => {
  const book = await XlsxFile.open(zip, order.path, order.name);
  return oneSheet(order, book.sheets, (sheet, sink) =>
    book.eachRow(sheet, (row, cells) => sink.take(row, cells)),
  );
};

const ods = async (order: UnpackOrder, zip: ZipFile): Promise<Unpacked> => {
  const book = await OdsFile.open(zip, order.path, order.name);
  return oneSheet(order, book.sheets, (sheet, sink) =>
    book.eachRow(sheet, (row, cells) => sink.take(row, cells)),
  );
};

const otherWorkbook = async (order: UnpackOrder, container: Container): Promise<Unpacked> => {
  if (statSync(order.path).size > MOST_WHOLE)
    throw new Problem(
      `${order.name} is too large to be read in this format; save it as .xlsx or CSV and import that.`,
    );
  const bytes = readFileSync(order.path);
  // the library is large, and most workbooks do not need it
  const { OtherWorkbook } = await import('../workbook/workbook.ts');
  const book = new OtherWorkbook(container === 'page' ? pageText(bytes, order.name) : bytes, order.name);
  return oneSheet(order, book.sheets, async (sheet, sink) =>
    book.eachRow(sheet, (row, cells) => sink.take(row, cells)),
  );
};

/** The text of a web page or an XML table that a program calls an Excel file. */
const pageText = (bytes: Buffer, name: string): string => {
  const head = bytes.toString('latin1', 0, 4096);
  if (/^\s*(?:\u00ef\u00bb\u00bf)?<\?xml/i.test(head) && /<!DOCTYPE(?!\s+html)/i.test(head))
    throw new Problem(
      `${name} carries a document type (DTD), which no spreadsheet needs; it was not opened.`,
    );
  const said = /charset=["']?([\w-]+)|encoding=["']([\w-]+)/i.exec(head);
  const label = said?.[1] ?? said?.[2] ?? 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** The sheet that was asked for, else the first one to be seen that has a table in it, else the first with anything. */
const oneSheet = async <S extends Sheet>(
  order: UnpackOrder,
  sheets: readonly S[],
  copy: (sheet: S, sink: RowSink) => Promise<void>,
): Promise<Unpacked> => {
  const names = sheets.map(({ name }) => name);
  const wanted = order.sheet !== null && isJoined(order.sheet, names) ? null : order.sheet;
  const asked = wanted === null ? null : sheets.filter(({ name }) => same(name, wanted));
  if (asked?.length === 0) throw noSuchSheet(order, names);
  const inOrder = asked ?? [
    ...sheets.filter(({ hidden }) => !hidden),
    ...sheets.filter(({ hidden }) => hidden),
  ];
  let second: Unpacked | null = null;
  const withRows = async (found: Unpacked): Promise<Unpacked> => ({
    ...found,
    rows: order.counted ? await rowsOf(order, sheets, copy) : [],
  });
  for (const [index, sheet] of inOrder.entries()) {
    const sink = new SheetSink(join(order.folder, `sheet-${index}.csv`));
    let kept = false;
    try {
      await copy(sheet, sink);
      const found = {
        path: join(order.folder, `sheet-${index}.csv`),
        isSheet: true,
        sheet: sheet.name,
        sheets: names,
        rows: [],
      };
      kept = asked !== null || sink.looksLikeTable || (second === null && !sink.isEmpty);
      if (!kept) continue;
      sink.close();
      if (asked === null && sink.looksLikeTable) {
        const together = await joined(order, sheet, sheets, copy);
        return await withRows(together ? { ...found, ...together } : found);
      }
      if (asked !== null) return await withRows(found);
      second = found;
    } finally {
      if (!kept) sink.discard();
    }
  }
  if (second) return withRows(second);
  throw new Problem(`${order.name} is empty: none of its sheets holds any rows.`);
};

/** The sheets that are one table with the one that was found, in a file of their own; null where it is alone. */
const joined = async <S extends Sheet>(
  order: UnpackOrder,
  first: S,
  sheets: readonly S[],
  copy: (sheet: S, sink: RowSink) => Promise<void>,
): Promise<Pick<Unpacked, 'path' | 'sheet'> | null> => {
  if (statSync(order.path).size > MOST_COUNTED) return null;
  const alike = await sheetsAlike(first, sheets, copy);
  if (alike.sheets.length < 2) return null;
  const path = join(order.folder, 'sheets.csv');
  const sink = new SheetSink(path);
  const taken = await copyTogether(alike.sheets, alike.heading, copy, sink);
  sink.close();
  return taken.length < 2 ? null : { path, sheet: taken.map(({ name }) => name).join(JOINT) };
};

/** Several sheets at once, as they were called when they were found to be one table. */
const isJoined = (asked: string, names: readonly string[]): boolean => {
  const parts = asked.split(JOINT);
  return parts.length > 1 && !names.includes(asked) && parts.every((part) => names.includes(part));
};
const JOINT = ', ';

/** Filled rows of each sheet of a workbook that is worth counting. */
const rowsOf = async <S extends Sheet>(
  order: UnpackOrder,
  sheets: readonly S[],
  copy: (sheet: S, sink: RowSink) => Promise<void>,
): Promise<(number | null)[]> => {
  if (sheets.length < 2 || statSync(order.path).size > MOST_COUNTED) return sheets.map(() => null);
  const rows: number[] = [];
  for (const sheet of sheets) {
    let count = 0;
    await copy(sheet, {
      take: (_row, cells) => {
        if (cells.some((cell) => cell !== '')) count++;
      },
    });
    rows.push(count);
  }
  return rows;
};

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

const noSuchSheet = (order: UnpackOrder, names: readonly string[]): Problem =>
  new Problem(
    `${order.name} has no sheet "${order.sheet}"; its sheets are ${names
      .slice(0, 20)
      .map((name) => `"${name}"`)
      .join(', ')}.`,
  );

const TABLES = /\.(csv|tsv|tab|txt|xlsx|xlsm|xlsb|xls|ods|html?|gz)$/i;

/** An archive of tables: the one that was asked for, else the largest. The entry's name is never used as a path. */
const fromArchive = async (order: UnpackOrder, zip: ZipFile, depth: number): Promise<Unpacked> => {
  const tables = zip.entries.filter(
    ({ name, size }) => size > 0 && TABLES.test(name) && !/(^|\/)(__MACOSX\/|\.[^./])/.test(name),
  );
  const names = tables.map(({ name }) => name);
  if (tables.length === 0)
    throw new Problem(
      `${order.name} is a zip file without a table in it; choose the CSV or Excel file itself.`,
    );
  const asked = tables.filter(({ name }) => order.sheet !== null && same(name, order.sheet));
  const largest = tables.reduce((a, b) => (b.size > a.size ? b : a));
  if (order.sheet !== null && asked.length === 0 && tables.length > 1) throw noSuchSheet(order, names);
  const entry = asked[0] ?? largest;
  const path = await extract(order, zip, entry, depth);
  const inner = await unpack({ ...order, path, sheet: asked.length > 0 ? null : order.sheet }, depth + 1);
  if (tables.length === 1) return { ...inner, sheet: inner.sheet ?? entry.name };
  const rows = order.counted ? await linesOf(zip, tables) : [];
  return { ...inner, sheet: entry.name, sheets: names, rows };
};

/** Lines of each text in an archive; what is packed once more is not counted. */
const linesOf = async (zip: ZipFile, tables: readonly ZipEntry[]): Promise<(number | null)[]> => {
  const countable = tables.reduce((sum, { size }) => sum + size, 0) <= MOST_COUNTED;
  const lines: (number | null)[] = [];
  for (const entry of tables) {
    if (!countable || !/\.(csv|tsv|tab|txt)$/i.test(entry.name)) {
      lines.push(null);
      continue;
    }
    let count = 0;
    let last = 10;
    for await (const piece of zip.read(entry)) {
      for (const byte of piece as Buffer) if (byte === 10) count++;
      last = (piece as Buffer).at(-1) ?? last;
    }
    lines.push(last === 10 ? count : count + 1);
  }
  return lines;
};

const extract = async (order: UnpackOrder, zip: ZipFile, entry: ZipEntry, depth: number): Promise<string> => {
  const path = join(order.folder, `entry-${depth}`);
  await pipeline(zip.read(entry), createWriteStream(path, { mode: 0o600 }));
  return path;
};
