import type { ColumnShape } from '../plan/layout.ts';
import { cheapestTwo, type Reading, type RepairKind } from './reading.ts';
import { characterClass, MISFIT, misfit } from './shape.ts';

/** How the lines of a table are cut, and what its columns look like. */
export type LineDialect = {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape?: string | undefined;
  readonly columns: readonly ColumnShape[];
};

const MOST_STEPS = 60_000;
const MOST_WORDS = 14;
const COST = {
  stray: 2,
  splitAtQuote: 3,
  splitInQuotes: 6,
  split: 4.5,
  insideRun: 0.5,
  oddBeginning: 0.5,
  extra: 4,
  torn: 4.1,
  missing: 4,
  runTogether: 4,
  joined: 0.3,
};
/** Two readings that are no further apart than this are both possible, and neither is taken. */
const CLEARLY = 0.25;

/** Finds the cheapest way through a line by trying every way and remembering each place once. */
export class LineReader {
  readonly #line: string;
  readonly #dialect: LineDialect;
  readonly #delimiter: string;
  readonly #width: number;
  readonly #wide: boolean;
  readonly #known = new Map<number, readonly Reading[]>();
  #steps = 0;

  constructor(line: string, dialect: LineDialect, delimiter: string) {
    this.#line = line;
    this.#dialect = dialect;
    this.#delimiter = delimiter;
    this.#width = dialect.columns.length;
    this.#wide = delimiter === ' ';
  }

  best(): Reading | null {
    const [first, second] = this.#from(0, 0, false);
    if (!first || this.#steps > MOST_STEPS) return null;
    return second && second.cost - first.cost < CLEARLY ? null : first;
  }

  /** The two cheapest readings of what begins at `at` as the cells from `column` on. */
  #from(at: number, column: number, mended: boolean): readonly Reading[] {
    const end = this.#line.length + 1;
    if (column === this.#width) return this.#atEnd(at, end, mended);
    if (at === end) return this.#tooShort(column, mended);
    const key = (at * (this.#width + 1) + column) * 2 + (mended ? 1 : 0);
    const known = this.#known.get(key);
    if (known) return known;
    if (this.#steps > MOST_STEPS) return [];
    const found: Reading[] = [];
    if (this.#line.startsWith(this.#dialect.quote, at)) this.#quoted(found, at, column, mended);
    this.#plain(found, at, column, mended);
    if (!mended) this.#emptyLeftOut(found, at, column);
    const two = cheapestTwo(found);
    this.#known.set(key, two);
    return two;
  }

  #atEnd(at: number, end: number, mended: boolean): readonly Reading[] {
    if (at === end) return [DONE];
    if (mended || at !== this.#line.length) return [];
    return [{ ...DONE, cost: COST.extra, mended: 'extra-separator' }];
  }

  #tooShort(column: number, mended: boolean): readonly Reading[] {
    const shape = this.#dialect.columns[column];
    if (mended || column !== this.#width - 1 || (shape && !shape.blanks)) return [];
    return [
      {
        cost: COST.missing,
        cells: { cell: '', rest: null },
        fits: 0,
        misfits: 0,
        mended: 'missing-separator',
      },
    ];
  }

  #quoted(found: Reading[], at: number, column: number, mended: boolean): void {
    const { quote } = this.#dialect;
    const escaping = this.#dialect.escape ?? quote;
    const doubled = escaping === quote;
    let strays = 0;
    for (let q = this.#line.indexOf(quote, at + 1); q >= 0; q = this.#line.indexOf(quote, q + 1)) {
      if (!doubled && this.#line[q - 1] === escaping) continue;
      const pair = doubled && this.#line[q + 1] === quote;
      if (!pair && this.#endsCell(q + 1)) {
        this.#cell(found, this.#unescaped(at + 1, q), this.#after(q + 1), column, strays, mended, 0);
        return;
      }
      if (!mended && this.#line[q + 1] !== undefined) {
        const cell = this.#unescaped(at + 1, q);
        // a quote that belongs to the text has a space or an end beside it: `the "best" tea`
        const apart = pair && /\s/.test((this.#line[q - 1] ?? ' ') + (this.#line[q + 2] ?? ' '));
        const cost = apart ? COST.splitInQuotes : COST.splitAtQuote;
        this.#cell(found, cell, q + 1, column, strays, true, cost, 'missing-separator');
      }
      if (pair) {
        if (this.#endsCell(q + 2))
          this.#cell(
            found,
            this.#unescaped(at + 1, q + 1),
            this.#after(q + 2),
            column,
            strays + 1,
            mended,
            0,
          );
        q++;
      } else if (++strays > 2) return;
    }
  }

  #plain(found: Reading[], at: number, column: number, mended: boolean): void {
    const line = this.#line;
    const shape = this.#dialect.columns[column];
    let from = at;
    for (let words = 0; words < (this.#wide && !shape?.typed ? MOST_WORDS : 1); words++) {
      let to = line.indexOf(this.#delimiter, from);
      if (to < 0) to = line.length;
      const cell = line.slice(at, to);
      const strays = cell.split(this.#dialect.quote).length - 1;
      const next = this.#after(to);
      this.#cell(found, cell, next, column, strays, mended, words * COST.joined);
      if (words === 0 && !mended) {
        if (cell === '' && next <= line.length) this.#dropEmpty(found, next, column);
        this.#splits(found, at, to, column);
        this.#runTogether(found, cell, next, column);
        if (!this.#wide) this.#torn(found, at, next, column);
      }
      if (next > line.length) return;
      from = next;
    }
  }

  #dropEmpty(found: Reading[], next: number, column: number): void {
    this.#steps++;
    for (const rest of this.#from(next, column, true))
      if (rest.fits > 0) found.push({ ...rest, cost: rest.cost + COST.extra, mended: 'extra-separator' });
  }

  /** An empty cell and its separator may have been left out before this cell. */
  #emptyLeftOut(found: Reading[], at: number, column: number): void {
    const shape = this.#dialect.columns[column];
    if (shape?.blanks) this.#cell(found, '', at, column, 0, true, COST.missing, 'missing-separator');
  }

  /** Two free texts may stand here as one; where the one ends cannot be told, so this reading is never taken. */
  #runTogether(found: Reading[], cell: string, next: number, column: number): void {
    const [here, after] = this.#dialect.columns.slice(column, column + 2);
    if (!after || here?.typed || after.typed || cell.trim() === '') return;
    this.#steps++;
    for (const rest of this.#from(next, column + 2, true))
      found.push({
        ...rest,
        cost: rest.cost + COST.runTogether,
        cells: { cell, rest: { cell: '', rest: rest.cells } },
        mended: 'unclear',
      });
  }

  /** A free text may have a separator in it that nobody quoted: `Smith, John`. */
  #torn(found: Reading[], at: number, next: number, column: number): void {
    const line = this.#line;
    if (next > line.length || this.#dialect.columns[column]?.typed) return;
    let to = line.indexOf(this.#delimiter, next);
    if (to < 0) to = line.length;
    const cell = line.slice(at, to);
    const second = line.slice(next, to);
    const first = line.slice(at, next - this.#delimiter.length);
    if (first.trim() === '' || second.trim() === '' || cell.includes(this.#dialect.quote)) return;
    this.#cell(found, cell, this.#after(to), column, 0, true, COST.torn, 'extra-separator');
  }

  /** A separator may be missing inside this cell: before a quotation mark, or where a typed value ends or begins. */
  #splits(found: Reading[], at: number, to: number, column: number): void {
    const line = this.#line;
    if (column + 1 >= this.#width) return;
    const here = this.#dialect.columns[column];
    // a value that is whole already is not taken apart to make the numbers agree
    const whole = line.slice(at, to);
    const sound = this.#dialect.columns.some((shape) => shape.typed && misfit(shape, whole) === 0);
    const typed = here?.typed || this.#dialect.columns[column + 1]?.typed;
    for (let q = at + 1; q < to && this.#steps <= MOST_STEPS; q++) {
      this.#steps++;
      const quote = line.startsWith(this.#dialect.quote, q);
      if (!quote && (!typed || sound)) continue;
      const cell = line.slice(at, q);
      if (here?.typed && misfit(here, cell) >= MISFIT) continue;
      const inside = isInsideRun(line, q) ? COST.insideRun : 0;
      const cost = quote ? COST.splitAtQuote : COST.split + inside;
      const strays = cell.split(this.#dialect.quote).length - 1;
      this.#cell(found, cell, q, column, strays, true, cost, 'missing-separator');
    }
  }

  #cell(
    found: Reading[],
    cell: string,
    next: number,
    column: number,
    strays: number,
    mended: boolean,
    cost: number,
    kind: RepairKind | null = null,
  ): void {
    this.#steps += 1 + (cell.length >> 5);
    if (this.#steps > MOST_STEPS) return;
    const shape = this.#dialect.columns[column];
    const bare = strays > 0 ? cell.replaceAll(this.#dialect.quote, '') : cell;
    const off = misfit(shape, bare === '' ? cell : bare);
    const odd =
      cell.startsWith(' ') || (cell.startsWith(this.#dialect.quote) && kind === null) ? COST.oddBeginning : 0;
    const fit = shape?.typed && off < MISFIT && bare.trim() !== '' ? 1 : 0;
    for (const rest of this.#from(next, column + 1, mended)) {
      // a separator is put in only where a typed value, there or further on, bears it out
      if (kind && fit + rest.fits === 0) continue;
      found.push({
        cost: cost + strays * COST.stray + off + odd + rest.cost,
        cells: { cell, rest: rest.cells },
        fits: fit + rest.fits,
        misfits: (off >= MISFIT ? 1 : 0) + rest.misfits,
        mended: kind ?? rest.mended,
      });
    }
  }

  #endsCell(at: number): boolean {
    return at === this.#line.length || this.#line.startsWith(this.#delimiter, at);
  }

  /** Where the next cell begins when this one ends at `at`; one past the line when there is none. */
  #after(at: number): number {
    return at >= this.#line.length ? this.#line.length + 1 : at + this.#delimiter.length;
  }

  #unescaped(from: number, to: number): string {
    const { quote } = this.#dialect;
    const escaping = this.#dialect.escape ?? quote;
    return this.#line.slice(from, to).replaceAll(escaping + quote, quote);
  }
}

/** Between two letters, two digits, or the digits and the decimals of a number. */
const isInsideRun = (line: string, at: number): boolean =>
  characterClass(line[at - 1] ?? '') === characterClass(line[at] ?? '') ||
  (/\d/.test(line[at - 1] ?? '') && /^[.,]\d/.test(line.slice(at, at + 2)));

const DONE: Reading = { cost: 0, cells: null, fits: 0, misfits: 0, mended: null };
