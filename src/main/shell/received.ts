import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemFault } from '../system-fault.ts';

/** The largest file that is received. */
export const MOST_BYTES = 4 * 2 ** 30;

const DAY_MS = 86_400_000;
const OURS = /^[0-9a-f]{32}(?:\.json|\.part)?$/;

export type ReceiveFault = 'too-large' | 'disk-full' | 'not-a-file' | 'broken-off';

const SENTENCES: Readonly<Record<ReceiveFault, string>> = {
  'too-large': 'The file is larger than 4 GB. Export a shorter period and import it in parts.',
  'disk-full': 'There is not enough room on the disk for a copy of the file. Make room and try again.',
  'not-a-file': 'That is not a file that can be read.',
  'broken-off': 'The file did not arrive whole. Try again.',
};

/** A file that could not be received; nothing of it is kept. The message is a sentence for the owner. */
export class ReceiveError extends Error {
  readonly fault: ReceiveFault;

  constructor(fault: ReceiveFault, cause?: unknown) {
    super(SENTENCES[fault], { cause });
    this.fault = fault;
  }
}

/** The last part of whatever the sender calls the file, without characters that hide or steer text. */
export const baseName = (name: string): string => {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim();
  return /^\.*$/.test(plain) ? 'file' : [...plain].slice(0, 200).join('');
};

const faultOf = (error: unknown): ReceiveError => {
  if (error instanceof ReceiveError) return error;
  return new ReceiveError(systemFault(error) === 'full' ? 'disk-full' : 'broken-off', error);
};

const receivedFolder = (dataFolder: string): string => join(dataFolder, 'received');

/**
 * Keeps a copy of a file under `<dataFolder>/received/<id>` with its name and size in `<id>.json`. The engine finds
 * the file only when it is whole: it is written under another name and renamed last.
 * @throws ReceiveError
 */
export const receiveStream = async (
  dataFolder: string,
  name: string,
  readable: Readable,
  mostBytes: number = MOST_BYTES,
): Promise<{ readonly id: string }> => {
  const folder = receivedFolder(dataFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const id = randomBytes(16).toString('hex');
  const whole = join(folder, id);
  const part = `${whole}.part`;
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > mostBytes ? new ReceiveError('too-large') : null, chunk);
    },
  });
  try {
    await pipeline(readable, counted, createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }));
    await writeFile(`${whole}.json`, JSON.stringify({ name: baseName(name), bytes }), {
      flag: 'wx',
      mode: 0o600,
    });
    await rename(part, whole);
    return { id };
  } catch (error) {
    await Promise.all([part, `${whole}.json`].map((path) => rm(path, { force: true })));
    throw faultOf(error);
  }
};

/** The same for a file on this machine. @throws ReceiveError */
export const receiveFile = async (
  dataFolder: string,
  path: string,
  mostBytes: number = MOST_BYTES,
): Promise<{ readonly id: string }> => {
  // looked at before it is opened: opening a pipe would wait for a writer for ever
  const facts = await stat(path).catch(() => undefined);
  if (facts === undefined || !facts.isFile()) throw new ReceiveError('not-a-file');
  if (facts.size > mostBytes) throw new ReceiveError('too-large');
  const file = await open(path, 'r').catch((error: unknown) => {
    throw new ReceiveError('not-a-file', error);
  });
  return receiveStream(dataFolder, path, file.createReadStream(), mostBytes);
};

/** What one window was handed; deleted with the window. */
export type Inbox = {
  /** @throws ReceiveError */
  readonly receive: (name: string, readable: Readable) => Promise<{ readonly id: string }>;
  /** @throws ReceiveError */
  readonly receiveFile: (path: string) => Promise<{ readonly id: string }>;
  /** removes what is left of it: a preview that was given up must not keep a customer list on the disk */
  readonly empty: () => Promise<void>;
};

export const createInbox = (dataFolder: string): Inbox => {
  const ids = new Set<string>();
  const noted = async (received: Promise<{ readonly id: string }>): Promise<{ readonly id: string }> => {
    const { id } = await received;
    ids.add(id);
    return { id };
  };
  return {
    receive: (name, readable) => noted(receiveStream(dataFolder, name, readable)),
    receiveFile: (path) => noted(receiveFile(dataFolder, path)),
    empty: async () => {
      const folder = receivedFolder(dataFolder);
      for (const id of ids)
        for (const name of [id, `${id}.json`])
          await rm(join(folder, name), { force: true }).catch(() => undefined);
      ids.clear();
    },
  };
};

/** Removes what earlier runs have left when it is a day old; nothing that is not ours. */
export const sweepReceived = async (dataFolder: string, now: number): Promise<void> => {
  const folder = receivedFolder(dataFolder);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => OURS.test(each))) {
    const path = join(folder, name);
    const age = now - (await stat(path).catch(() => ({ mtimeMs: now }))).mtimeMs;
    if (age > DAY_MS) await rm(path, { force: true });
  }
};
