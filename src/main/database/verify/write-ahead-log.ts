import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { SEAL_MARK, type SealWord, sealIn } from './seal-word.ts';

const HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC = 0x377f0682;

/** The size of a portfolio's write-ahead log in bytes; 0 where there is none. */
export const logBytes = (path: string): number =>
  statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;

/** What a write-ahead log says of itself. Source: sqlite.org/fileformat2.html, section 4. */
export type LogContent = {
  /** SQLite takes a log without a proper beginning for an empty one */
  readonly proper: boolean;
  /** the pages written, once each */
  readonly pages: ReadonlySet<number>;
};

/** Reads which pages a log holds; frames of an earlier use of the file, which have other salts, end it. */
export const readLog = (path: string): LogContent =>
  withLog(path, (fd, frames) => {
    const pages = new Set<number>();
    const head = Buffer.alloc(FRAME_HEADER);
    for (const at of frames) {
      readSync(fd, head, 0, FRAME_HEADER, at);
      pages.add(head.readUInt32BE(0));
    }
    return { proper: frames.proper, pages };
  });

/** The seals a log holds, in their order, each with the page it is on. */
export const sealsInLog = (path: string): { readonly page: number; readonly word: SealWord }[] =>
  withLog(path, (fd, frames) => {
    const found: { page: number; word: SealWord }[] = [];
    const frame = Buffer.alloc(FRAME_HEADER + frames.pageSize);
    for (const at of frames) {
      const got = readSync(fd, frame, 0, frame.length, at);
      const page = frame.subarray(FRAME_HEADER, got);
      const mark = page.indexOf(SEAL_MARK);
      const word = mark < 0 ? null : sealIn(page.toString('latin1', mark));
      if (word) found.push({ page: frame.readUInt32BE(0), word });
    }
    return found;
  });

type Frames = Iterable<number> & { readonly proper: boolean; readonly pageSize: number };

const withLog = <T>(path: string, work: (fd: number, frames: Frames) => T): T => {
  const fd = openSync(`${path}-wal`, 'r');
  try {
    return work(fd, framesOf(fd));
  } finally {
    closeSync(fd);
  }
};

const framesOf = (fd: number): Frames => {
  const header = Buffer.alloc(HEADER);
  const got = readSync(fd, header, 0, HEADER, 0);
  const proper = got === HEADER && (header.readUInt32BE(0) & 0xfffffffe) === MAGIC;
  const pageSize = proper ? header.readUInt32BE(8) : 0;
  const { size } = fstatSync(fd);
  return {
    proper,
    pageSize,
    *[Symbol.iterator]() {
      if (!proper || pageSize === 0) return;
      const salts = header.subarray(16, 24);
      const head = Buffer.alloc(FRAME_HEADER);
      for (let at = HEADER; at + FRAME_HEADER + pageSize <= size; at += FRAME_HEADER + pageSize) {
        readSync(fd, head, 0, FRAME_HEADER, at);
        if (!head.subarray(8, 16).equals(salts)) return;
        yield at;
      }
    },
  };
};
