import { type DateOrder, dateParts, dayOf, type Moment, readTime, serialDay } from './date.ts';
import { timeText } from './word-date.ts';
import { ZoneClock } from './zone-clock.ts';

/** Reads moments as one file writes them, into the portfolio's own time. */
export class MomentReader {
  readonly #dateOrder: DateOrder;
  readonly #clock: ZoneClock;
  /** a file has few days and many rows */
  readonly #days = new Map<string, number | null>();
  readonly #moment: Moment = { day: 0, second: null, offsetMinutes: null };
  #lastCell = '';
  #lastTime = '';
  #last: number | null = null;
  /** whether the day of the last cell could be read, though perhaps not its time */
  dayFits = false;

  constructor(dateOrder: DateOrder, timezone: string) {
    this.#dateOrder = dateOrder;
    this.#clock = new ZoneClock(timezone);
  }

  /** second of the day last read, null where the file gives no time */
  get second(): number | null {
    return this.#moment.second;
  }

  /** a zone by a word that means several, in the cell last read; the time was taken as written */
  get openZone(): string | null {
    return this.#moment.openZone ?? null;
  }

  /**
   * @param cell a day, perhaps with a time  @param time a time of its own column, or empty
   * @returns days since 1970-01-01, or null when the cells are no moment
   */
  read(cell: string, time: string): number | null {
    // the lines of an order repeat it
    if (cell === this.#lastCell && time === this.#lastTime) return this.#last;
    this.#lastCell = cell;
    this.#lastTime = time;
    this.#last = this.#read(cell, time);
    return this.#last;
  }

  #read(cell: string, time: string): number | null {
    const cut = dateEnd(cell);
    let day = this.#dayOf(cut < 0 ? cell : cell.slice(0, cut));
    let rest = cut < 0 ? '' : cell.slice(cut + 1);
    if (day === null) {
      const whole = dateParts(cell);
      day = whole ? dayOf(whole, this.#dateOrder) : null;
      rest = whole?.rest ?? '';
    }
    this.dayFits = day !== null;
    const clock = time || (rest === '' ? '' : timeText(rest));
    if (day === null || !readTime(clock, this.#moment)) return null;
    const { second, offsetMinutes } = this.#moment;
    return offsetMinutes === null || second === null
      ? day
      : this.#clock.toLocal(day, second, offsetMinutes, this.#moment);
  }

  #dayOf(text: string): number | null {
    let day = this.#days.get(text);
    if (day === undefined) {
      const parts = dateParts(text);
      day = parts ? dayOf(parts, this.#dateOrder) : serialDay(text);
      this.#days.set(text, day);
    }
    return day;
  }
}

/** Where the date ends and a time may begin: the first space, or a T after ten characters of digits. */
const dateEnd = (cell: string): number => {
  const space = cell.indexOf(' ');
  if (space > 0) return space;
  const t = cell.indexOf('T');
  return t >= 8 ? t : -1;
};
