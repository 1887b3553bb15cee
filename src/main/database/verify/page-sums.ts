import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Pages of a portfolio's file; numbers of pages begin with 1. */
export type PageFile = { readonly fd: number; readonly pageSize: number };

/** The sum of a page that is not known, or that holds the sums themselves. */
export const UNKNOWN = 0;

const PIECE = 2 ** 20;
/** SQLite locks bytes here and never writes the page that holds them. */
const LOCK_BYTE = 2 ** 30;
/** Journal mode, change counters and the version of SQLite: they change without any data changing. */
const VOLATILE = [
  [18, 20],
  [24, 28],
  [92, 100],
] as const;

/**
 * CRC-32 of each page from 1 to `count`. It finds every change of up to 32 neighbouring bits in a page for certain and
 * any other with probability 1 − 2⁻³²; 4.7 GB/s, where SHA-256 makes 0.9.
 */
export const sumPages = ({ fd, pageSize }: PageFile, count: number): Uint32Array => {
  const sums = new Uint32Array(count);
  const perPiece = Math.max(1, Math.floor(PIECE / pageSize));
  const piece = Buffer.allocUnsafe(perPiece * pageSize);
  for (let first = 1; first <= count; first += perPiece) {
    const pages = Math.min(perPiece, count - first + 1);
    const got = read(fd, piece, pages * pageSize, (first - 1) * pageSize);
    for (let i = 0; (i + 1) * pageSize <= got; i++)
      sums[first + i - 1] = sumOf(piece.subarray(i * pageSize, (i + 1) * pageSize), first + i);
  }
  return sums;
};

/** The sums of some pages, put in their places. */
export const resumPages = ({ fd, pageSize }: PageFile, pages: Iterable<number>, sums: Uint32Array): void => {
  const page = Buffer.allocUnsafe(pageSize);
  for (const number of pages)
    sums[number - 1] =
      read(fd, page, pageSize, (number - 1) * pageSize) === pageSize ? sumOf(page, number) : UNKNOWN;
};

const read = (fd: number, into: Buffer, bytes: number, from: number): number => {
  let done = 0;
  while (done < bytes) {
    const got = readSync(fd, into, done, bytes - done, from + done);
    if (got === 0) break;
    done += got;
  }
  return done;
};

const sumOf = (page: Buffer, number: number): number => {
  if (number === Math.floor(LOCK_BYTE / page.length) + 1) return UNKNOWN;
  if (number === 1) for (const [from, to] of VOLATILE) page.fill(0, from, to);
  return crc32(page) || 1;
};

/** SHA-256 of the sums with the size of a page: 64 hexadecimal digits. */
export const digestOfSums = (sums: Uint32Array, pageSize: number): string =>
  createHash('sha256').update(`${pageSize} ${sums.length}\n`).update(bytesOf(sums)).digest('hex');

/** Little-endian, 4 bytes a page. */
export const bytesOf = (sums: Uint32Array): Buffer => {
  const bytes = Buffer.alloc(sums.length * 4);
  sums.forEach((sum, at) => {
    bytes.writeUInt32LE(sum, at * 4);
  });
  return bytes;
};

export const sumsFrom = (bytes: Buffer, count: number): Uint32Array =>
  Uint32Array.from({ length: count }, (_, at) => bytes.readUInt32LE(at * 4));

/** The pages whose sums are known and other than the file's. */
export const changedPages = (file: PageFile, known: Uint32Array): number[] => {
  const found = sumPages(file, known.length);
  const changed: number[] = [];
  known.forEach((sum, at) => {
    if (sum !== UNKNOWN && sum !== found[at]) changed.push(at + 1);
  });
  return changed;
};
