import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Problem } from '../../../shared/model/problem.ts';
import type { Encoding } from '../plan/dialect.ts';
import { ForeignLines } from './code-pages.ts';
import { foreignFormat } from './foreign-formats.ts';

/** What a file is, found in one pass over its bytes. */
export type FileFacts = {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: Encoding;
  /** bytes of a byte order mark at the start */
  readonly markBytes: number;
  /** how long the text at `path` is, where it was unpacked from a file of another length */
  readonly textBytes?: number;
  /** separator and quote, where they are known: the text is of our own writing */
  readonly marks?: { readonly delimiter: string; readonly quote: string };
};

const PIECE = 1 << 20;
/** No record of a till is this long; a file with such a line is no table, or its quotes never close. */
export const LONGEST_LINE = 16 << 20;

/**
 * Hashes a file and decides its encoding: byte order mark, else the NUL pattern of UTF-16, else strict UTF-8,
 * else the code page whose letters make words (detectors by letter frequency call plain ASCII all sorts of things).
 * @throws Problem when it is no readable table: missing, a folder, empty, locked, a PDF, a workbook, binary
 */
export const inspectFile = (path: string, name = basename(path)): FileFacts => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new Problem(`There is no file ${name} at that place.`);
  if (stat.isDirectory()) throw new Problem(`${name} is a folder; choose the file inside it.`);
  if (!stat.isFile()) throw new Problem(`${name} is not an ordinary file.`);
  if (stat.size === 0) throw new Problem(`${name} is empty: it holds no rows to import.`);
  const hash = createHash('sha256');
  const scan = new ByteScan(name);
  const file = openForReading(path, name);
  try {
    const buffer = Buffer.alloc(PIECE);
    for (;;) {
      const n = readSync(file, buffer, 0, PIECE, null);
      if (n === 0) break;
      const piece = buffer.subarray(0, n);
      hash.update(piece);
      scan.add(piece);
    }
  } catch (error) {
    throw asProblem(error, name);
  } finally {
    closeSync(file);
  }
  const { encoding, markBytes } = scan.verdict();
  return { path, name, bytes: stat.size, sha256: hash.digest('hex'), encoding, markBytes };
};

const openForReading = (path: string, name: string): number => {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw asProblem(error, name);
  }
};

const asProblem = (error: unknown, name: string): unknown => {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EBUSY' || code === 'ETXTBSY')
    return new Problem(`${name} is open in another program, probably Excel; close it there and try again.`);
  if (code === 'EACCES' || code === 'EPERM')
    return new Problem(
      `${name} may not be read: it is locked by another program (close it in Excel) or belongs to someone else.`,
    );
  return error;
};

const MAGIC: readonly (readonly [string, string])[] = [
  ['%PDF', 'is a PDF, not a table; export the sales as CSV instead'],
  ['PK\u0003\u0004', 'is an Excel workbook or a zip file; save the sheet as CSV and import that'],
  ['\u00d0\u00cf\u0011\u00e0', 'is an old Excel workbook; save the sheet as CSV and import that'],
  ['\u001f\u008b', 'is compressed; unpack it first'],
  ['SQLite format 3', 'is a database, not an export; open it as a portfolio instead'],
  ['\u0089PNG', 'is a picture, not a table'],
  ['\u00ff\u00d8\u00ff', 'is a picture, not a table'],
];

/** Looks at the bytes as they pass. */
class ByteScan {
  readonly #name: string;
  #first = true;
  #utf8 = true;
  #tail = Buffer.alloc(0);
  #mark: { encoding: Encoding; markBytes: number } | null = null;
  #sinceLineEnd = 0;
  #endsInNul = false;
  readonly #foreign = new ForeignLines();

  constructor(name: string) {
    this.#name = name;
  }

  add(piece: Buffer): void {
    if (this.#first) this.#start(piece);
    this.#checkLineLength(piece);
    if (this.#mark?.encoding.startsWith('utf-16')) return;
    if (this.#isBinary(piece)) throw this.#noText();
    if (!this.#utf8) {
      this.#foreign.add(piece);
      return;
    }
    const joined = this.#tail.length > 0 ? Buffer.concat([this.#tail, piece]) : piece;
    const cut = lastCharacterStart(joined);
    this.#utf8 = isUtf8(joined.subarray(0, cut));
    this.#tail = Buffer.from(joined.subarray(cut));
    if (!this.#utf8 || isUtf8(this.#tail) === false) this.#foreign.add(piece);
  }

  verdict(): { encoding: Encoding; markBytes: number } {
    if (this.#endsInNul) throw this.#noText();
    if (this.#mark && this.#mark.encoding !== 'utf-8') return this.#mark;
    const utf8 = this.#utf8 && isUtf8(this.#tail);
    const encoding = utf8 ? 'utf-8' : this.#foreign.codePage().encoding;
    return { encoding, markBytes: this.#mark?.markBytes ?? 0 };
  }

  #noText(): Problem {
    return new Problem(`${this.#name} is not a text file; export the sales as CSV and import that.`);
  }

  #start(piece: Buffer): void {
    this.#first = false;
    const head = piece.toString('latin1', 0, 64);
    for (const [magic, sentence] of MAGIC)
      if (head.startsWith(magic)) throw new Problem(`${this.#name} ${sentence}.`);
    const foreign = foreignFormat(piece);
    if (foreign) throw new Problem(`${this.#name} ${foreign}.`);
    if (head.startsWith('\u00ff\u00fe')) this.#mark = { encoding: 'utf-16le', markBytes: 2 };
    else if (head.startsWith('\u00fe\u00ff')) this.#mark = { encoding: 'utf-16be', markBytes: 2 };
    else if (head.startsWith('\u00ef\u00bb\u00bf')) this.#mark = { encoding: 'utf-8', markBytes: 3 };
    else this.#mark = utf16ByPattern(piece.subarray(0, 4096));
  }

  /** No text contains a NUL, but some programs escape a quotation mark by it. */
  #isBinary(piece: Buffer): boolean {
    if (this.#endsInNul && !isQuote(piece[0])) return true;
    this.#endsInNul = piece[piece.length - 1] === 0;
    for (let at = piece.indexOf(0); at >= 0 && at < piece.length - 1; at = piece.indexOf(0, at + 1))
      if (!isQuote(piece[at + 1])) return true;
    return false;
  }

  #checkLineLength(piece: Buffer): void {
    const end = Math.max(piece.lastIndexOf(10), piece.lastIndexOf(13));
    this.#sinceLineEnd = end < 0 ? this.#sinceLineEnd + piece.length : piece.length - end - 1;
    if (this.#sinceLineEnd > LONGEST_LINE) {
      throw new Problem(
        `${this.#name} has a line of more than ${LONGEST_LINE >> 20} MB, which no sales export has; it is probably not a table of rows.`,
      );
    }
  }
}

const isQuote = (byte: number | undefined): boolean => byte === 0x22 || byte === 0x27;

/** Where the last, perhaps unfinished UTF-8 character of a piece begins. */
const lastCharacterStart = (bytes: Buffer): number => {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
};

/** Text in UTF-16 has a NUL in every other byte, always on the same side. */
const utf16ByPattern = (head: Buffer): { encoding: Encoding; markBytes: number } | null => {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  const half = head.length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return { encoding: 'utf-16le', markBytes: 0 };
  if (even > half * 0.7 && odd < half * 0.1) return { encoding: 'utf-16be', markBytes: 0 };
  return null;
};
