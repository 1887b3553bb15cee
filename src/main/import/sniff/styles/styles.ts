import { type DateOrder, dateParts, possibleOrders } from '../../values/date.ts';
import type { DecimalMark } from '../../values/decimal.ts';

/**
 * Gathers what the cells of a file say about its date order. One decision for the file, never for a cell: a part
 * above 12 can only be a day. What stays open is asked, not guessed.
 */
export class DateVotes {
  readonly #fits: Record<DateOrder, number> = { ymd: 0, dmy: 0, mdy: 0 };
  #cells = 0;
  /** cells whose month is a word, which can be read in one way only */
  #words = 0;
  #last = '';
  #lastFits: readonly DateOrder[] = [];
  #lastIsWord = false;
  #telling = false;
  example = '';

  add(cell: string): void {
    // a till's rows come by the day, so most cells repeat the one before
    const space = cell.indexOf(' ');
    const day = space >= 8 ? cell.slice(0, space) : cell; // shorter is only the first part of a date
    if (day !== this.#last || day === '') {
      const date = dateParts(cell);
      this.#last = day;
      this.#lastFits = date ? possibleOrders(date) : [];
      this.#lastIsWord = date !== null && date.monthAt !== null && this.#lastFits.length > 0;
    }
    if (this.#lastIsWord) {
      this.#words++;
      if (this.#cells === 0 && this.example === '') this.example = cell;
      return;
    }
    if (this.#lastFits.length === 0) return;
    if (this.#cells === 0) this.example = '';
    this.#cells++;
    if (this.example === '' || (!this.#telling && tells(day))) {
      this.example = day === '' ? cell : day;
      this.#telling = tells(day);
    }
    for (const order of this.#lastFits) this.#fits[order]++;
  }

  /** The orders that read the most cells: one when the file is plain, two when every cell fits both. */
  orders(): readonly DateOrder[] {
    if (this.#cells === 0) return this.#words > 0 ? ['dmy'] : [];
    const most = Math.max(...Object.values(this.#fits));
    return (['ymd', 'dmy', 'mdy'] as const).filter((order) => this.#fits[order] === most && most > 0);
  }
}

/** 03/04 shows both readings, 03/03 does not. */
const tells = (day: string): boolean => {
  const [a, b, c] = day.split(/\D+/);
  return a !== b && (c === undefined || b !== c);
};

/**
 * The same for the decimal mark. `1,234.50` and `2.5` decide; `1.234` fits both readings and decides nothing;
 * whole numbers say nothing and need nothing.
 */
export class DecimalVotes {
  #point = 0;
  #comma = 0;
  #open = 0;
  example = '';

  add(cell: string): void {
    const text = cell.replace(/[^\d.,]/g, '');
    const lastPoint = text.lastIndexOf('.');
    const lastComma = text.lastIndexOf(',');
    if (lastPoint < 0 && lastComma < 0) return;
    const mark = lastPoint > lastComma ? '.' : ',';
    const at = Math.max(lastPoint, lastComma);
    const whole = text.slice(0, at);
    const both = lastPoint >= 0 && lastComma >= 0;
    const grouping = !both && text.indexOf(mark) !== at;
    const threeDigits = text.length - at - 1 === 3 && whole !== '' && whole !== '0' && whole.length <= 3;
    if (both) this.#vote(mark);
    else if (grouping) this.#vote(mark === '.' ? ',' : '.');
    else if (!threeDigits) this.#vote(mark);
    else {
      this.#open++;
      if (this.example === '') this.example = cell;
    }
  }

  #vote(mark: DecimalMark): void {
    if (mark === '.') this.#point++;
    else this.#comma++;
  }

  /** The mark most cells speak for; both when only ambiguous cells spoke; none when no cell has a mark. */
  marks(): readonly DecimalMark[] {
    if (this.#point !== this.#comma) return [this.#point > this.#comma ? '.' : ','];
    return this.#point > 0 || this.#open > 0 ? ['.', ','] : [];
  }
}

/** How a place writes dates and decimals, from the locale the owner (or a script) names. */
export const localeStyle = (
  locale: string,
): { readonly order: DateOrder; readonly mark: DecimalMark } | null => {
  try {
    const parts = new Intl.DateTimeFormat(locale).formatToParts(new Date(Date.UTC(2025, 10, 22)));
    const order = parts
      .flatMap((part) => ({ day: 'd', month: 'm', year: 'y' })[part.type as 'day'] ?? [])
      .join('');
    const mark = new Intl.NumberFormat(locale)
      .formatToParts(1.5)
      .find((part) => part.type === 'decimal')?.value;
    return { order: order === 'mdy' || order === 'ymd' ? order : 'dmy', mark: mark === ',' ? ',' : '.' };
  } catch {
    return null;
  }
};
