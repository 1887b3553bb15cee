import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import {
  type Entry,
  fromRandomAccessReaderPromise,
  RandomAccessReader,
  type ZipFile as ZipList,
} from 'yauzl';
import { Problem } from '../../../../shared/model/problem.ts';
import { InflationGuard } from './inflation-guard.ts';

export type ZipEntry = {
  readonly name: string;
  readonly encrypted: boolean;
  /** as the archive says; what comes out is counted */
  readonly size: number;
  readonly listed: Entry;
};

/** More than an archive of tables has. */
const MOST_ENTRIES = 1000;
const MOST_LIST_BYTES = 4 << 20;
const PIECE = 1 << 18;

/**
 * A zip file's list of contents, read by yauzl, and its entries as streams that are inflated under guard. Nothing is
 * written by name: no path can escape. No file is held open between reads.
 */
export class ZipFile {
  readonly entries: readonly ZipEntry[];
  readonly #path: string;
  readonly #name: string;
  readonly #guard: InflationGuard;
  readonly #list: ZipList;

  private constructor(
    path: string,
    name: string,
    guard: InflationGuard,
    list: ZipList,
    entries: readonly ZipEntry[],
  ) {
    this.#path = path;
    this.#name = name;
    this.#guard = guard;
    this.#list = list;
    this.entries = entries;
  }

  /** @throws Problem when the list of contents is damaged, encrypted or too long */
  static async open(path: string, name: string, guard = new InflationGuard(name)): Promise<ZipFile> {
    try {
      const list = await fromRandomAccessReaderPromise(new FileReader(path), endOfArchive(path), {
        autoClose: false,
        decodeStrings: false,
        validateEntrySizes: false,
      });
      return new ZipFile(path, name, guard, list, await entriesOf(list, name));
    } catch (error) {
      if (error instanceof Problem) throw error;
      throw error instanceof Error && error.message.startsWith('strong encryption')
        ? secret(name)
        : damaged(name);
    }
  }

  find(name: string): ZipEntry | undefined {
    const wanted = name.toLowerCase();
    return this.entries.find((entry) => entry.name.toLowerCase() === wanted);
  }

  /** The content of an entry, piece by piece. @throws Problem when it is encrypted, damaged or too much */
  async *read({ listed, encrypted }: ZipEntry): AsyncGenerator<Buffer> {
    if (encrypted) throw secret(this.#name);
    const { compressionMethod: method, compressedSize: compressed } = listed;
    if (method !== 0 && method !== 8) throw damaged(this.#name);
    const start = await this.#dataStart(listed);
    if (compressed === 0) return;
    const raw = createReadStream(this.#path, { start, end: start + compressed - 1, highWaterMark: PIECE });
    const content = method === 0 ? raw : raw.pipe(createInflateRaw({ chunkSize: PIECE }));
    raw.on('error', (error) => content.destroy(error));
    let soFar = 0;
    try {
      for await (const piece of content as AsyncIterable<Buffer>) {
        soFar += piece.length;
        this.#guard.count(piece.length, soFar, compressed);
        yield piece;
      }
    } catch (error) {
      throw error instanceof Problem ? error : damaged(this.#name);
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

  async #dataStart(entry: Entry): Promise<number> {
    try {
      return (await this.#list.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
    } catch {
      throw damaged(this.#name);
    }
  }
}

const damaged = (name: string): Problem =>
  new Problem(`${name} is damaged: it cannot be unpacked. Export it again, or save it as CSV.`);
const secret = (name: string): Problem =>
  new Problem(`${name} is protected by a password; save it without one and try again.`);
const tooMany = (name: string): Problem =>
  new Problem(`${name} holds more than ${MOST_ENTRIES} files; it is no table of sales.`);

const entriesOf = async (list: ZipList, name: string): Promise<ZipEntry[]> => {
  if (list.entryCount > MOST_ENTRIES) throw tooMany(name);
  const entries: ZipEntry[] = [];
  let bytes = 0;
  for await (const entry of list.eachEntry()) {
    bytes += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    if (bytes > MOST_LIST_BYTES) throw tooMany(name);
    entries.push({
      name: nameOf(entry),
      encrypted: entry.isEncrypted(),
      size: entry.uncompressedSize,
      listed: entry,
    });
  }
  return entries;
};

/** Windows programs write names in its code page and with its separators. */
const nameOf = ({ generalPurposeBitFlag: flags, fileNameRaw }: Entry): string =>
  new TextDecoder(flags & 0x800 ? 'utf-8' : 'windows-1252').decode(fileNameRaw).replaceAll('\\', '/');

/** Opens the file for each read, so that none has to be closed. */
class FileReader extends RandomAccessReader {
  readonly #path: string;

  constructor(path: string) {
    super();
    this.#path = path;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.#path, { start, end: end - 1 });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null) => void,
  ): void {
    let count = 0;
    try {
      const file = openSync(this.#path, 'r');
      try {
        count = readSync(file, buffer, offset, length, position);
      } finally {
        closeSync(file);
      }
    } catch (error) {
      done(error as Error);
      return;
    }
    done(count < length ? new Error('the file ends too early') : null);
  }

  override close(done: (error: Error | null) => void): void {
    done(null);
  }
}

const END_LENGTH = 22;
const LONGEST_END = END_LENGTH + 65_535;

/** Where the archive ends in its file: yauzl takes nothing behind it, and some downloads are filled up with blanks. */
const endOfArchive = (path: string): number => {
  const { size } = statSync(path);
  const tail = Buffer.alloc(Math.min(size, LONGEST_END));
  const file = openSync(path, 'r');
  try {
    readSync(file, tail, 0, tail.length, size - tail.length);
  } finally {
    closeSync(file);
  }
  const end = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + END_LENGTH > tail.length) return size;
  return size - tail.length + Math.min(tail.length, end + END_LENGTH + tail.readUInt16LE(end + 20));
};
