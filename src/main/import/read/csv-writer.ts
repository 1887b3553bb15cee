import { closeSync, openSync, writeSync } from 'node:fs';

const PIECE = 1 << 16;

/** Writes rows as plain CSV for the reader: comma, LF, quotes where they are needed. A blank row is an empty line. */
export class CsvWriter {
  readonly #file: number;
  #text = '';

  constructor(path: string) {
    this.#file = openSync(path, 'wx', 0o600);
  }

  row(cells: readonly string[]): void {
    if (cells.some((cell) => cell !== '')) {
      for (let at = 0; at < cells.length; at++) this.#text += (at === 0 ? '' : ',') + quoted(cells[at] ?? '');
    }
    this.#text += '\n';
    if (this.#text.length >= PIECE) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    let bytes = Buffer.from(this.#text);
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(this.#file, bytes));
    this.#text = '';
  }
}

const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
