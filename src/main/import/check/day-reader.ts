import type { ReadPlan } from '../plan.ts';
import type { Cells, SourceRecord } from './cells.ts';
import type { IssueLog } from './issue-log.ts';
import { MomentReader } from './moment-reader.ts';

/** Reads the day and time of a sale, in the portfolio's own time. */
export class DayReader {
  readonly #cells: Cells;
  readonly #issues: IssueLog;
  readonly #moments: MomentReader;

  constructor(plan: ReadPlan, cells: Cells, issues: IssueLog) {
    this.#cells = cells;
    this.#issues = issues;
    this.#moments = new MomentReader(plan.dateOrder, plan.timezone);
  }

  /** second of the day last read, null where the file gives no time */
  get second(): number | null {
    return this.#moments.second;
  }

  /** @returns days since 1970-01-01, or null when the cells are no moment; the issue is noted */
  read(record: SourceRecord, row: number, cell: string): number | null {
    const time = this.#cells.text(record, 'order.time');
    const day = this.#moments.read(cell, time);
    if (day !== null) return day;
    const value = time && this.#moments.dayFits ? `${cell} ${time}` : cell;
    const message =
      cell === '' ? 'There is no date.' : `"${value}" is no date of the calendar as this file writes them.`;
    this.#issues.note({ row, field: 'order.date', code: 'date-unreadable', value, message }, true);
    return null;
  }
}
