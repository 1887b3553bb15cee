import { Problem } from '../../../../shared/model/problem.ts';
import { InflationGuard } from '../archive/inflation-guard.ts';
import { type ZipEntry, ZipFile } from '../archive/zip.ts';
import { type FormatKind, formatKind } from './cell-text.ts';
import { cellText, columnNumber, type Merge, SheetRows } from './xlsx-rows.ts';
import { attribute, XmlScan } from './xml-scan.ts';

export type XlsxSheet = { readonly name: string; readonly hidden: boolean; readonly part: string };

const MOST_MERGES = 100_000;
const MOST_SHARED_TEXT = 128 << 20;

/**
 * An Excel workbook (.xlsx) read part by part: nothing but the texts its cells share is kept, so that memory does not
 * grow with its rows. Stored results of formulas are read; nothing is calculated and no link is followed.
 */
export class XlsxFile {
  readonly sheets: readonly XlsxSheet[];
  readonly #zip: ZipFile;
  readonly #path: string;
  readonly #name: string;
  readonly #base1904: boolean;
  #formats: readonly FormatKind[] | null = null;
  #texts: readonly string[] | null = null;

  private constructor(zip: ZipFile, path: string, name: string, book: Book) {
    this.#zip = zip;
    this.#path = path;
    this.#name = name;
    this.sheets = book.sheets;
    this.#base1904 = book.base1904;
  }

  static async open(zip: ZipFile, path: string, name: string): Promise<XlsxFile> {
    const book = zip.find('xl/workbook.xml');
    const links = zip.find('xl/_rels/workbook.xml.rels');
    if (!book || !links) throw notAWorkbook(name);
    const parts = await readLinks(zip, links, name);
    return new XlsxFile(zip, path, name, await readBook(zip, book, parts, name));
  }

  /** The rows of a sheet in order, blank ones left out, each with its number and its cells from column A on. */
  async eachRow(sheet: XlsxSheet, take: (row: number, cells: readonly string[]) => void): Promise<void> {
    const entry = this.#zip.find(sheet.part);
    if (!entry) throw notAWorkbook(this.#name);
    this.#formats ??= await this.#readFormats();
    this.#texts ??= await this.#readTexts();
    const merged = await this.#readMerges(entry);
    const rows = new SheetRows(this.#name, this.#formats, this.#texts, this.#base1904, merged, take);
    await this.#scan(entry, rows);
  }

  async #scan(entry: ZipEntry, events: ConstructorParameters<typeof XmlScan>[1]): Promise<void> {
    const scan = new XmlScan(this.#name, events);
    const decoder = new TextDecoder();
    for await (const piece of this.#zip.read(entry)) scan.feed(decoder.decode(piece, { stream: true }));
  }

  async #readTexts(): Promise<readonly string[]> {
    const entry = this.#zip.find('xl/sharedStrings.xml');
    const texts: string[] = [];
    if (!entry) return texts;
    let current = '';
    let inText = false;
    let phonetic = 0;
    let size = 0;
    await this.#scan(entry, {
      open: (name) => {
        if (name === 'si') current = '';
        else if (name === 't') inText = true;
        else if (name === 'rPh') phonetic++;
      },
      close: (name) => {
        if (name === 't') inText = false;
        else if (name === 'rPh') phonetic--;
        else if (name === 'si') {
          size += current.length;
          if (size > MOST_SHARED_TEXT) throw tooLarge(this.#name);
          texts.push(cellText(current));
        }
      },
      text: (raw) => {
        if (inText && phonetic === 0) current += raw;
      },
    });
    return texts;
  }

  async #readFormats(): Promise<readonly FormatKind[]> {
    const entry = this.#zip.find('xl/styles.xml');
    const own = new Map<number, string>();
    const formats: FormatKind[] = [];
    if (!entry) return formats;
    let inCells = false;
    await this.#scan(entry, {
      open: (name, attributes) => {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        if (name === 'cellXfs') inCells = true;
        else if (name === 'numFmt') own.set(id, attribute(attributes, 'formatCode') ?? '');
        else if (name === 'xf' && inCells) formats.push(formatKind(own.get(id) ?? builtIn(id)));
      },
      close: (name) => {
        if (name === 'cellXfs') inCells = false;
      },
      text: () => undefined,
    });
    return formats;
  }

  /** A text or a day that is merged over several rows holds for each of them; the list stands behind the rows. */
  async #readMerges(entry: ZipEntry): Promise<ReadonlyMap<string, Merge>> {
    const merges = new Map<string, Merge>();
    const again = await ZipFile.open(this.#path, this.#name, new InflationGuard(this.#name));
    let tail = Buffer.alloc(0);
    for await (const piece of again.read(entry)) {
      const bytes = tail.length > 0 ? Buffer.concat([tail, piece]) : piece;
      const from = bytes.indexOf('mergeCell');
      tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 200)));
      if (from < 0) continue;
      for (const [, column = '', first = '', lastColumn = '', last = ''] of bytes
        .toString('latin1', from)
        .matchAll(/mergeCell\s[^>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g))
        if (column === lastColumn && merges.size < MOST_MERGES)
          merges.set(`${columnNumber(column)}:${first}`, { last: Number(last) });
    }
    return merges;
  }
}

type Book = { readonly sheets: readonly XlsxSheet[]; readonly base1904: boolean };

const notAWorkbook = (name: string): Problem =>
  new Problem(
    `${name} is damaged or no workbook: its sheets cannot be found. Save the sheet as CSV and import that.`,
  );
const tooLarge = (name: string): Problem =>
  new Problem(`${name} holds more text than can be kept in memory; save the sheet as CSV and import that.`);

const readLinks = async (
  zip: ZipFile,
  entry: ZipEntry,
  name: string,
): Promise<ReadonlyMap<string, string>> => {
  const parts = new Map<string, string>();
  const scan = new XmlScan(name, {
    open: (tag, attributes) => {
      const id = attribute(attributes, 'Id');
      const target = attribute(attributes, 'Target');
      if (tag !== 'Relationship' || !id || !target || attribute(attributes, 'TargetMode') === 'External')
        return;
      parts.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
    },
    close: () => undefined,
    text: () => undefined,
  });
  scan.feed((await zip.bytes(entry)).toString('utf8'));
  return parts;
};

const readBook = async (
  zip: ZipFile,
  entry: ZipEntry,
  parts: ReadonlyMap<string, string>,
  name: string,
): Promise<Book> => {
  const sheets: XlsxSheet[] = [];
  let base1904 = false;
  const scan = new XmlScan(name, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') base1904 = /^(1|true)$/i.test(attribute(attributes, 'date1904') ?? '');
      if (tag !== 'sheet') return;
      const part = parts.get(attribute(attributes, 'id') ?? '');
      const state = attribute(attributes, 'state') ?? 'visible';
      if (part && zip.find(part))
        sheets.push({ name: attribute(attributes, 'name') ?? '', hidden: state !== 'visible', part });
    },
    close: () => undefined,
    text: () => undefined,
  });
  scan.feed((await zip.bytes(entry)).toString('utf8'));
  if (sheets.length === 0) throw notAWorkbook(name);
  return { sheets, base1904 };
};

/** Excel's own formats, which a workbook names by number only. */
const builtIn = (id: number): string => {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return 'yyyy-mm-dd';
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'hh:mm:ss';
  return '';
};
