import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CopyReason, SafetyCopy } from '../../../shared/model/safety-copy.ts';
import type { Readable, Writable } from '../connection.ts';
import { writeCopy } from './copy.ts';
import { holdingsOf } from './holdings.ts';
import { flushFolder } from './into-place.ts';
import { Shelf } from './shelf.ts';

/**
 * Makes a verified safety copy in the app's data folder: written under another name, examined, flushed, then named, so that
 * a half-written one never carries the name of a whole one.
 * @throws Problem when the portfolio is damaged or the copy is not the same; nothing is left then
 */
export const backUp = (db: Writable, folder: string, reason: CopyReason): SafetyCopy => {
  const shelf = new Shelf(folder, db.path);
  const at = new Date();
  const name = shelf.freeName(at);
  shelf.sweep();
  const temporary = `${shelf.pathOf(name)}.part`;
  const contentHash = writeCopy(db, temporary);
  const copy: SafetyCopy = {
    name,
    madeAt: at.getTime(),
    reason,
    bytes: statSync(temporary).size,
    sha256: fileHash(temporary),
    contentHash,
    holds: contentHash === null ? null : holdingsOf(db),
  };
  shelf.add(temporary, copy);
  flushFolder(folder);
  return copy;
};

const DAY_MS = 86_400_000;

/** Whether the newest copy of a portfolio is a day old and it holds something. A copy from the future is not believed. */
export const isBackUpDue = (db: Readable, folder: string, now: number): boolean => {
  if (db.row('SELECT 1 FROM batch LIMIT 1') === undefined) return false;
  const [newest] = new Shelf(folder, db.path).list();
  return newest === undefined || Math.abs(now - newest.madeAt) >= DAY_MS;
};

/** SHA-256 of a file, read piece by piece. */
export const fileHash = (path: string): string => {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(2 ** 20);
  const fd = openSync(path, 'r');
  try {
    for (;;) {
      const got = readSync(fd, piece, 0, piece.length, null);
      if (got === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, got));
    }
  } finally {
    closeSync(fd);
  }
};

/** Where the copies lie within the app's data folder. */
export const copiesIn = (dataFolder: string): string => join(dataFolder, 'backups');
