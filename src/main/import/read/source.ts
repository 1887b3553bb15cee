import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Problem } from '../../../shared/model/problem.ts';
import { containerOf } from './archive/container.ts';
import type { Unpacked, UnpackOrder } from './archive/unpack.ts';
import type { UnpackMessage } from './archive/unpack-thread.ts';
import { type FileFacts, inspectFile } from './inspect-file.ts';

/** A file that holds a table, ready to be planned and read as text whatever it was. */
export type TableSource = {
  /** of the original file, but for `path`, `encoding` and `textBytes`, which are of the text to be read */
  readonly facts: FileFacts;
  /** the sheet of a workbook, or the file inside an archive */
  readonly sheet: string | null;
  /** all there are to choose from; empty for a plain text file */
  readonly sheets: readonly string[];
  /** filled rows of each, where they were asked for; null for one that was not counted */
  readonly rows: readonly (number | null)[];
  /** Removes what was unpacked. Call it when the reading is over. */
  readonly close: () => void;
};

export type SourceOptions = {
  /** what the owner calls the file, where it was received under another name */
  readonly name?: string | undefined;
  readonly sheet?: string | null | undefined;
  /** whether to count the rows of every sheet */
  readonly counted?: boolean | undefined;
  /** where to unpack; the system's own folder for temporary files otherwise */
  readonly temporaryFolder?: string | undefined;
  readonly signal?: AbortSignal | undefined;
};

const MOST_MEMORY_MB = 400;
const MOST_MS = 120_000;

/**
 * Opens a table: plain text unchanged; workbooks (.xlsx, .xls, .xlsb, .ods, web pages called .xls), .gz and .zip
 * unpacked into a text of the app's own, with the same row numbers.
 * @throws Problem in one sentence when it is no table, or not one that can be opened safely
 */
export const openSource = async (path: string, options: SourceOptions = {}): Promise<TableSource> => {
  const name = options.name ?? basename(path);
  const stat = statSync(path, { throwIfNoEntry: false });
  const container = stat?.isFile() && stat.size > 0 ? containerOf(path) : null;
  if (!stat || container === null) {
    const facts = inspectFile(path, name);
    return { facts, sheet: null, sheets: [], rows: [], close: () => undefined };
  }
  const folder = mkdtempSync(join(options.temporaryFolder ?? tmpdir(), 'clientele-unpacked-'));
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const sha256 = await hashOf(path);
    const order = { path, name, sheet: options.sheet ?? null, folder, counted: options.counted ?? false };
    const unpacked = await unpackApart(order, options.signal);
    const text = inspectFile(unpacked.path, name);
    const facts: FileFacts = {
      ...text,
      bytes: stat.size,
      textBytes: text.bytes,
      sha256: unpacked.sheets.length > 1 ? ofSheet(sha256, unpacked.sheet ?? '') : sha256,
      ...(unpacked.isSheet ? { marks: { delimiter: ',', quote: '"' } } : {}),
    };
    return { facts, sheet: unpacked.sheet, sheets: unpacked.sheets, rows: unpacked.rows, close };
  } catch (error) {
    close();
    throw error;
  }
};

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
};

/** Two sheets of one workbook are two tables: having imported one must not keep the other out. */
const ofSheet = (sha256: string, sheet: string): string =>
  createHash('sha256').update(`${sha256}\n${sheet}`).digest('hex');

const unpackApart = (order: UnpackOrder, signal?: AbortSignal): Promise<Unpacked> => {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./archive/unpack-thread.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    // a library may remark on what it reads; what we print is ours alone
    stdout: true,
    stderr: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Unpacked>();
  const tooLarge = (): Problem =>
    new Problem(`${order.name} is too large to be opened as it is; save the sheet as CSV and import that.`);
  const timer = setTimeout(() => reject(tooLarge()), MOST_MS);
  const abort = (): void => reject(signal?.reason);
  signal?.addEventListener('abort', abort);
  worker.on('message', (message: UnpackMessage) => {
    if (message.kind === 'done') resolve(message.unpacked);
    else reject(new Problem(message.sentence));
  });
  worker.on('error', (error) => {
    const code = (error as NodeJS.ErrnoException).code;
    reject(code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error);
  });
  worker.on('exit', () => reject(new Error('the unpacking thread ended without a word')));
  return promise.finally(async () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  });
};
