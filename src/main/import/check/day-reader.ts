import type { ReadPlan } from '../plan/read-plan.ts';
import { MomentReader } from '../values/moment-reader.ts';
import type { Cells, SourceRecord } from './cells.ts';
import type { IssueLog } from './issue-log.ts';

/** Reads the day and time of a sale, in the portfolio's own time. */
export class DayReader {
  readonly #cells: Cells;
  readonly #issues: IssueLog;
  readonly #moments: MomentReader;
  readonly #openZones = new Set<string>();

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
    if (day !== null) {
      if (this.#moments.openZone) this.#noteZone(row, this.#moments.openZone);
      return day;
    }
    const value = time && this.#moments.dayFits ? `${cell} ${time}` : cell;
    const message =
      cell === '' ? 'There is no date.' : `"${value}" is no date of the calendar as this file writes them.`;
    this.#issues.note({ row, field: 'order.date', code: 'date-unreadable', value, message }, true);
    return null;
  }

  /** Said once for each word, not for each row. */
  #noteZone(row: number, zone: string): void {
    if (this.#openZones.has(zone)) return;
    this.#openZones.add(zone);
    const message = `"${zone}" is the name of more than one time zone; times with it are taken as they are written.`;
    const field = this.#cells.has('order.time') ? 'order.time' : 'order.date';
    this.#issues.note({ row, field, code: 'date-ambiguous', value: zone, message }, false);
  }
}
