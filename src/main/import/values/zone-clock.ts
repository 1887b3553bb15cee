import type { Moment } from './date.ts';

const DAY = 86_400;
const HOUR_MS = 3_600_000;

/** Turns times with a zone into the portfolio's local day and time. Offsets are asked of Intl once an hour of data. */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  constructor(timezone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      timeZoneName: 'longOffset',
      year: 'numeric',
    });
  }

  /**
   * @param offsetMinutes what the source says: minutes ahead of UTC
   * @returns the local day number; the local second of the day goes into `out`
   */
  toLocal(day: number, second: number, offsetMinutes: number, out: Moment): number {
    const utc = day * DAY + second - offsetMinutes * 60;
    const local = utc + this.#offsetSeconds(utc);
    const localDay = Math.floor(local / DAY);
    out.second = local - localDay * DAY;
    return localDay;
  }

  #offsetSeconds(utcSeconds: number): number {
    const hour = Math.floor((utcSeconds * 1000) / HOUR_MS);
    let offset = this.#offsets.get(hour);
    if (offset === undefined) {
      const name =
        this.#format.formatToParts(new Date(hour * HOUR_MS)).find((part) => part.type === 'timeZoneName')
          ?.value ?? 'GMT';
      const m = /([+-])(\d{2}):(\d{2})/.exec(name);
      offset = m ? (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 3600 + Number(m[3]) * 60) : 0;
      this.#offsets.set(hour, offset);
    }
    return offset;
  }
}
