import type { LineDialect } from './line-reader.ts';
import type { RepairKind } from './reading.ts';
import { readLoosely, repairLine } from './repair.ts';

/** A record that was put right; `index` counts within the piece. */
type Repair = { readonly index: number; readonly kind: RepairKind };

export type Cut = {
  readonly records: string[][];
  /** the beginning of a record that goes on in the next piece */
  readonly rest: string;
  /** indices of records with an opening quote that was never closed, or one that is by itself */
  readonly unterminated: number[];
  readonly repairs: Repair[];
};

/** A cell in quotes that runs on for this long has lost its closing quote. */
export const LONGEST_QUOTED = 1 << 20;
/** So many quotes that end nothing, over more than one line, are not one cell's. */
const MOST_STRAYS = 12;

/**
 * Cuts a piece of text like papaparse, but looks at every record that is not as wide as the table: one bad quote,
 * one missing or spare separator must not swallow what follows. Slower; for pieces in which something is wrong.
 */
export const cutCarefully = (
  text: string,
  dialect: LineDialect,
  last: boolean,
  budget: RepairBudget = new RepairBudget(),
): Cut => {
  const cut: Cut = { records: [], rest: '', unterminated: [], repairs: [] };
  const reader = new StrictReader(text, dialect, last);
  const width = dialect.columns.length;
  let at = 0;
  while (at < text.length) {
    const record = reader.read(at);
    const sound = record.cells.length === width && !record.lines;
    const blank = record.cells.length === 1 && record.cells[0] === '';
    if (record.state === 'whole' && (sound || blank)) {
      const apart = record.torn >= 2 && sound ? repairLine(lineAt(text, at), dialect) : null;
      if (apart?.kind === 'missing-separator') keep(cut, apart, text, at);
      else cut.records.push(record.cells);
      at = record.next;
      continue;
    }
    const firstLineIsWhole = last || text.indexOf('\n', at) >= 0;
    const worthTrying =
      width > 0 && firstLineIsWhole && (record.strays > 0 || !record.lines) && budget.allows();
    const mended = worthTrying ? mendFirstLine(text, at, dialect) : null;
    if (worthTrying) budget.note(mended !== null);
    const waits = record.state === 'open' && !last && !record.hopeless;
    if (mended) {
      at = keep(cut, mended, text, at);
    } else if (waits && (!firstLineIsWhole || text.length - at <= LONGEST_QUOTED)) {
      return { ...cut, rest: text.slice(at) };
    } else if (record.state === 'whole' && !isSwallowing(record, width)) {
      cut.records.push(record.cells);
      at = record.next;
    } else {
      cut.unterminated.push(cut.records.length);
      cut.records.push(lineAt(text, at).split(dialect.delimiter));
      at += lineAt(text, at).length + 1;
    }
  }
  return cut;
};

/** A bad quote has taken in the lines that follow, and the record is not as wide as the table. */
const isSwallowing = (record: StrictRecord, width: number): boolean =>
  record.lines && record.strays > 0 && width > 0 && record.cells.length !== width;

/** Trying to mend a line takes time; a file in which that keeps failing is not of that kind. */
export class RepairBudget {
  #failures = 0;
  #successes = 0;

  allows(): boolean {
    return this.#failures < 500 + this.#successes * 4;
  }

  note(success: boolean): void {
    if (success) this.#successes++;
    else this.#failures++;
  }
}

type Mended = { readonly cells: readonly string[]; readonly kind: RepairKind };

const mendFirstLine = (text: string, at: number, dialect: LineDialect): Mended | null => {
  const line = lineAt(text, at);
  const repaired = repairLine(line, dialect);
  if (repaired) return repaired;
  const loose = line.includes(dialect.quote) ? readLoosely(line, dialect, dialect.columns.length) : null;
  return loose && { cells: loose, kind: 'quote' };
};

const keep = (cut: Cut, mended: Mended, text: string, at: number): number => {
  const index = cut.records.length;
  if (mended.kind === 'quote') cut.unterminated.push(index);
  cut.repairs.push({ index, kind: mended.kind });
  cut.records.push([...mended.cells]);
  return at + lineAt(text, at).length + 1;
};

const lineAt = (text: string, at: number): string => {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
};

type StrictRecord = {
  readonly state: 'whole' | 'open';
  readonly cells: string[];
  /** where the next record begins */
  readonly next: number;
  /** quotes inside a quoted cell that neither end it nor are escaped */
  readonly strays: number;
  /** a cell goes over more than one line */
  readonly lines: boolean;
  readonly hopeless: boolean;
  /** unquoted cells with an odd number of quotes in them */
  readonly torn: number;
};

/** Reads one record as RFC 4180 and papaparse do. */
class StrictReader {
  readonly #text: string;
  readonly #delimiter: string;
  readonly #quote: string;
  readonly #escape: string;
  readonly #last: boolean;
  #strays = 0;
  #lines = false;
  #hopeless = false;
  #torn = 0;
  #nextLine = -1;
  #nextCell = -1;

  constructor(text: string, dialect: Pick<LineDialect, 'delimiter' | 'quote' | 'escape'>, last: boolean) {
    this.#text = text;
    this.#delimiter = dialect.delimiter;
    this.#quote = dialect.quote;
    this.#escape = dialect.escape ?? dialect.quote;
    this.#last = last;
  }

  read(from: number): StrictRecord {
    this.#strays = 0;
    this.#lines = false;
    this.#hopeless = false;
    this.#torn = 0;
    const cells: string[] = [];
    const text = this.#text;
    let at = from;
    for (;;) {
      let end: number;
      if (text.startsWith(this.#quote, at)) {
        const close = this.#closingQuote(at + 1);
        if (close < 0) return this.#open(cells, from);
        const cell = text.slice(at + 1, close);
        cells.push(
          cell.includes(this.#quote) ? cell.replaceAll(this.#escape + this.#quote, this.#quote) : cell,
        );
        if (cell.includes('\n')) this.#lines = true;
        end = this.#afterSpaces(close + 1);
      } else {
        end = this.#endOfPlain(at);
        if (end === text.length && !this.#last) return this.#open(cells, from);
        const cell = text.slice(at, end);
        if (cell.includes(this.#quote) && cell.split(this.#quote).length % 2 === 0) this.#torn++;
        cells.push(cell);
      }
      if (end >= text.length || text[end] === '\n') return this.#whole(cells, end + 1);
      at = end + this.#delimiter.length;
    }
  }

  #whole(cells: string[], next: number): StrictRecord {
    return {
      state: 'whole',
      cells,
      next,
      strays: this.#strays,
      lines: this.#lines,
      hopeless: false,
      torn: this.#torn,
    };
  }

  #open(cells: string[], next: number): StrictRecord {
    return {
      state: 'open',
      cells,
      next,
      strays: this.#strays,
      lines: false,
      hopeless: this.#hopeless,
      torn: 0,
    };
  }

  #endOfPlain(at: number): number {
    if (this.#nextLine < at) this.#nextLine = this.#find('\n', at);
    if (this.#nextCell < at) this.#nextCell = this.#find(this.#delimiter, at);
    return Math.min(this.#nextLine, this.#nextCell);
  }

  #find(what: string, at: number): number {
    const found = this.#text.indexOf(what, at);
    return found < 0 ? this.#text.length : found;
  }

  #closingQuote(from: number): number {
    const text = this.#text;
    const doubled = this.#escape === this.#quote;
    for (let q = text.indexOf(this.#quote, from); q >= 0; q = text.indexOf(this.#quote, q + 1)) {
      if (doubled && text[q + 1] === this.#quote) {
        q++;
        continue;
      }
      if (!doubled && text[q - 1] === this.#escape) continue;
      const after = this.#afterSpaces(q + 1);
      if (after === text.length) return this.#last ? q : -1;
      if (text[after] === '\n' || text.startsWith(this.#delimiter, after)) return q;
      if (++this.#strays >= MOST_STRAYS && text.lastIndexOf('\n', q) > from) {
        this.#hopeless = true;
        return -1;
      }
    }
    return -1;
  }

  /** Spaces between a closing quote and the separator do not count, unless the separator begins with one. */
  #afterSpaces(at: number): number {
    let after = at;
    while (this.#text[after] === ' ' && !this.#text.startsWith(this.#delimiter, after)) after++;
    return after;
  }
}
