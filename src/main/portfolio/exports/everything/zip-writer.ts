import { once } from 'node:events';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Problem } from '../../../../shared/model/problem.ts';

type Written = {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

const LIMIT = 0xffff_ffff;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATE = 8;
/** 1 January 1980, the first day the format knows: the same content gives the same file. */
const DAY = 0x0021;

/**
 * Writes a zip file entry by entry; an entry's sizes are put into its heading when they are known.
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export class ZipWriter {
  readonly #fd: number;
  readonly #written: Written[] = [];
  #at = 0;

  constructor(path: string) {
    this.#fd = openSync(path, 'wx', 0o600);
  }

  /** @returns CRC-32 of the content  @throws Problem for an entry of more than 4 GB, which this kind of zip file cannot hold */
  async add(name: string, pieces: Iterable<string>): Promise<number> {
    const bytes = Buffer.from(name);
    const offset = this.#at;
    this.#put(heading({ name: bytes, crc: 0, packed: 0, size: 0, offset }));
    const deflate = createDeflateRaw({ level: 6 });
    let packed = 0;
    deflate.on('data', (piece: Buffer) => {
      packed += piece.length;
      this.#put(piece);
    });
    let crc = 0;
    let size = 0;
    for (const text of pieces) {
      const piece = Buffer.from(text);
      crc = crc32(piece, crc);
      size += piece.length;
      if (!deflate.write(piece)) await once(deflate, 'drain');
    }
    deflate.end();
    await once(deflate, 'end');
    if (size > LIMIT || this.#at > LIMIT)
      throw new Problem('This portfolio is too large for one zip file; make a safety copy of it instead.');
    const entry = { name: bytes, crc, packed, size, offset };
    writeSync(this.#fd, heading(entry), 0, undefined, offset);
    this.#written.push(entry);
    return crc;
  }

  finish(): void {
    const begin = this.#at;
    for (const entry of this.#written) this.#put(listing(entry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#written.length, 8);
    end.writeUInt16LE(this.#written.length, 10);
    end.writeUInt32LE(this.#at - begin, 12);
    end.writeUInt32LE(begin, 16);
    this.#put(end);
    fsyncSync(this.#fd);
  }

  close(): void {
    closeSync(this.#fd);
  }

  #put(bytes: Buffer): void {
    for (let done = 0; done < bytes.length; )
      done += writeSync(this.#fd, bytes, done, bytes.length - done, this.#at + done);
    this.#at += bytes.length;
  }
}

const facts = ({ name, crc, packed, size }: Written): Buffer => {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(FLAGS, 2);
  bytes.writeUInt16LE(DEFLATE, 4);
  bytes.writeUInt16LE(DAY, 8);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(packed, 14);
  bytes.writeUInt32LE(size, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
};

const heading = (entry: Written): Buffer =>
  Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts(entry), entry.name]);

const listing = (entry: Written): Buffer => {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(entry.offset, 10);
  return Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), facts(entry), rest, entry.name]);
};
