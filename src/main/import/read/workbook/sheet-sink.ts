import { rmSync } from 'node:fs';
import { CsvWriter } from '../csv-writer.ts';

/** So many rows decide how wide a sheet is; a lone note further right, further down, does not. */
const WIDTH_ROWS = 100;

/** Takes the rows of a sheet by their number and writes them as CSV with as many lines, so that row numbers stay. */
export class SheetSink {
  readonly #path: string;
  readonly #writer: CsvWriter;
  #next = 1;
  #width = 0;
  #waiting: { readonly row: number; readonly cells: readonly string[] }[] = [];
  #tableRows = 0;
  #rows = 0;

  constructor(path: string) {
    this.#path = path;
    this.#writer = new CsvWriter(path);
  }

  take(row: number, cells: readonly string[]): void {
    this.#rows++;
    if (cells.length > 1 && cells.filter((cell) => cell !== '').length > 1) this.#tableRows++;
    if (this.#rows <= WIDTH_ROWS) {
      const last = cells.findLastIndex((cell) => cell !== '') + 1;
      if (last > this.#width) this.#width = last;
      this.#waiting.push({ row, cells });
      return;
    }
    this.#release();
    this.#write(row, cells);
  }

  /** Whether there is more than a title or a note in the sheet. */
  get looksLikeTable(): boolean {
    return this.#tableRows >= 2;
  }

  get isEmpty(): boolean {
    return this.#rows === 0;
  }

  close(): void {
    this.#release();
    this.#writer.close();
  }

  discard(): void {
    this.#waiting = [];
    this.#writer.close();
    rmSync(this.#path, { force: true });
  }

  #release(): void {
    for (const { row, cells } of this.#waiting) this.#write(row, cells);
    this.#waiting = [];
  }

  #write(row: number, cells: readonly string[]): void {
    for (; this.#next < row; this.#next++) this.#writer.row([]);
    const last = cells.findLastIndex((cell) => cell !== '') + 1;
    const width = Math.max(this.#width, last);
    this.#writer.row(
      cells.length === width ? cells : Array.from({ length: width }, (_, at) => cells[at] ?? ''),
    );
    this.#next++;
  }
}
