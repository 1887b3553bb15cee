import type { ReadPlan } from '../plan.ts';
import type { Cells, SourceRecord } from './cells.ts';
import { dateParts, dayOf, type Moment, readTime, serialDay } from './date.ts';
import type { IssueLog } from './issue-log.ts';
import { ZoneClock } from './zone-clock.ts';

/** Reads the day and time of a record, in the portfolio's own time. */
export class DayReader {
  readonly #plan: ReadPlan;
  readonly #cells: Cells;
  readonly #issues: IssueLog;
  readonly #clock: ZoneClock;
  /** a file has few days and many rows */
  readonly #days = new Map<string, number | null>();
  readonly #moment: Moment = { day: 0, second: null, offsetMinutes: null };

  constructor(plan: ReadPlan, cells: Cells, issues: IssueLog) {
    this.#plan = plan;
    this.#cells = cells;
    this.#issues = issues;
    this.#clock = new ZoneClock(plan.timezone);
  }

  /** second of the day last read, null where the file gives no time */
  get second(): number | null {
    return this.#moment.second;
  }

  /** @returns days since 1970-01-01, or null when the cells are no moment; the issue is noted */
  read(record: SourceRecord, row: number, cell: string): number | null {
    const cut = dateEnd(cell);
    let day = this.#dayOf(cut < 0 ? cell : cell.slice(0, cut));
    let rest = cut < 0 ? '' : cell.slice(cut + 1);
    if (day === null) {
      const whole = dateParts(cell);
      day = whole ? dayOf(whole, this.#plan.dateOrder) : null;
      rest = whole?.rest ?? '';
    }
    const time = this.#cells.text(record, 'order.time');
    if (day === null || !readTime(time || rest.trim(), this.#moment)) {
      const value = time && day !== null ? `${cell} ${time}` : cell;
      const message =
        cell === '' ? 'There is no date.' : `"${value}" is no date of the calendar as this file writes them.`;
      this.#issues.note({ row, field: 'order.date', code: 'date-unreadable', value, message }, true);
      return null;
    }
    const { second, offsetMinutes } = this.#moment;
    return offsetMinutes === null || second === null
      ? day
      : this.#clock.toLocal(day, second, offsetMinutes, this.#moment);
  }

  #dayOf(text: string): number | null {
    let day = this.#days.get(text);
    if (day === undefined) {
      const parts = dateParts(text);
      day = parts ? dayOf(parts, this.#plan.dateOrder) : serialDay(text);
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
