import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { createInflateRaw } from 'node:zlib';
import { Problem } from '../../../database/problem.ts';

export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly compressed: number;
  readonly offset: number;
  /** as the archive says; what comes out is counted */
  readonly size: number;
};

/** What an archive may hold at most, so that a small file cannot fill the memory or the disk. */
export const MOST_ENTRIES = 1000;
export const MOST_INFLATED = 512 << 20;
export const MOST_RATIO = 100;
const PIECE = 1 << 18;
/** Below this a high ratio does no harm: a short text of blanks compresses better than any. */
const HARMLESS = 1 << 20;

/** Counts what is inflated from one file in all. */
export class InflationGuard {
  readonly #name: string;
  #inflated = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** @throws Problem when more has come out than a table of sales has, in all or for its size on disk */
  count(bytes: number, soFar: number, compressed: number): void {
    this.#inflated += bytes;
    if (this.#inflated > MOST_INFLATED)
      throw new Problem(
        `${this.#name} unpacks to more than ${MOST_INFLATED >> 20} MB; export a shorter period, or save it as CSV.`,
      );
    if (soFar > HARMLESS && soFar > compressed * MOST_RATIO)
      throw new Problem(
        `${this.#name} unpacks to more than ${MOST_RATIO} times its size, which no table of sales does; it was not opened.`,
      );
  }
}

/** The list of contents of a zip file, and its entries as streams. Nothing is written by name: no path can escape. */
export class ZipFile {
  readonly entries: readonly ZipEntry[];
  readonly #path: string;
  readonly #name: string;
  readonly #guard: InflationGuard;

  /** @throws Problem when the list of contents is damaged or too long */
  constructor(path: string, name: string, guard = new InflationGuard(name)) {
    this.#path = path;
    this.#name = name;
    this.#guard = guard;
    this.entries = readEntries(path, name);
  }

  find(name: string): ZipEntry | undefined {
    const wanted = name.toLowerCase();
    return this.entries.find((entry) => entry.name.toLowerCase() === wanted);
  }

  /** The content of an entry, piece by piece. @throws Problem when it is encrypted, damaged or too much */
  async *read(entry: ZipEntry): AsyncGenerator<Buffer> {
    if (entry.encrypted)
      throw new Problem(`${this.#name} is protected by a password; save it without one and try again.`);
    if (entry.method !== 0 && entry.method !== 8) throw this.#damaged();
    const start = dataStart(this.#path, entry);
    if (start === null) throw this.#damaged();
    if (entry.compressed === 0) return;
    const end = start + entry.compressed - 1;
    const raw = createReadStream(this.#path, { start, end, highWaterMark: PIECE });
    const content = entry.method === 0 ? raw : raw.pipe(createInflateRaw({ chunkSize: PIECE }));
    raw.on('error', (error) => content.destroy(error));
    let soFar = 0;
    try {
      for await (const piece of content as AsyncIterable<Buffer>) {
        soFar += piece.length;
        this.#guard.count(piece.length, soFar, entry.compressed);
        yield piece;
      }
    } catch (error) {
      throw error instanceof Problem ? error : this.#damaged();
    } finally {
      raw.destroy();
      content.destroy();
    }
  }

  async bytes(entry: ZipEntry): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.read(entry)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  #damaged(): Problem {
    return damaged(this.#name);
  }
}

const damaged = (name: string): Problem =>
  new Problem(`${name} is damaged: it cannot be unpacked. Export it again, or save it as CSV.`);

const END_LENGTH = 22;
const LONGEST_END = END_LENGTH + 65_535;
const MOST_LIST_BYTES = 4 << 20;

const readEntries = (path: string, name: string): ZipEntry[] => {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const tail = bytesAt(file, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END));
    const end = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
    if (end < 0 || end + END_LENGTH > tail.length) throw damaged(name);
    const count = tail.readUInt16LE(end + 10);
    const listBytes = tail.readUInt32LE(end + 12);
    const listStart = tail.readUInt32LE(end + 16);
    if (count > MOST_ENTRIES || listBytes > MOST_LIST_BYTES)
      throw new Problem(`${name} holds more than ${MOST_ENTRIES} files; it is no table of sales.`);
    if (listStart + listBytes > size) throw damaged(name);
    return parseList(bytesAt(file, listStart, listBytes), count, name);
  } finally {
    closeSync(file);
  }
};

const parseList = (list: Buffer, count: number, name: string): ZipEntry[] => {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== 0x02014b50) throw damaged(name);
    const flags = list.readUInt16LE(at + 8);
    const nameLength = list.readUInt16LE(at + 28);
    const extraLength = list.readUInt16LE(at + 30);
    const commentLength = list.readUInt16LE(at + 32);
    const nameEnd = at + 46 + nameLength;
    if (nameEnd + extraLength + commentLength > list.length) throw damaged(name);
    const raw = list.subarray(at + 46, nameEnd);
    entries.push({
      name: new TextDecoder(flags & 0x800 ? 'utf-8' : 'windows-1252').decode(raw).replaceAll('\\', '/'),
      method: list.readUInt16LE(at + 10),
      encrypted: (flags & 1) !== 0,
      ...wideSizes(list, at, list.subarray(nameEnd, nameEnd + extraLength)),
    });
    at = nameEnd + extraLength + commentLength;
  }
  return entries;
};

/** Sizes and place of an entry; some writers keep them in the extra field for large files though the file is small. */
const wideSizes = (
  list: Buffer,
  at: number,
  extra: Buffer,
): Pick<ZipEntry, 'compressed' | 'size' | 'offset'> => {
  const found = {
    size: list.readUInt32LE(at + 24),
    compressed: list.readUInt32LE(at + 20),
    offset: list.readUInt32LE(at + 42),
  };
  for (let field = 0; field + 4 <= extra.length; field += 4 + extra.readUInt16LE(field + 2)) {
    if (extra.readUInt16LE(field) !== 1) continue;
    let value = field + 4;
    for (const key of ['size', 'compressed', 'offset'] as const) {
      if (found[key] !== 0xffffffff || value + 8 > extra.length) continue;
      found[key] = Number(extra.readBigUInt64LE(value));
      value += 8;
    }
  }
  return found;
};

const dataStart = (path: string, entry: ZipEntry): number | null => {
  const file = openSync(path, 'r');
  try {
    const head = bytesAt(file, entry.offset, 30);
    if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) return null;
    const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
    return start + entry.compressed <= fstatSync(file).size ? start : null;
  } finally {
    closeSync(file);
  }
};

const bytesAt = (file: number, at: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, at));
};
