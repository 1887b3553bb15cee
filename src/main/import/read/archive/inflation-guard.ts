import { Problem } from '../../../../shared/model/problem.ts';

/** How much may come out of one file, so that a small one cannot fill the memory or the disk. */
const MOST_INFLATED = 512 << 20;
const MOST_RATIO = 100;
/** Below this a high ratio does no harm: a short text of blanks compresses better than any. */
const HARMLESS = 1 << 20;

/** Counts what is inflated from one file in all. */
export class InflationGuard {
  readonly #name: string;
  #inflated = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** @throws Problem when more has come out than a table of sales has, in all or for its size on disk */
  count(bytes: number, soFar: number, compressed: number): void {
    this.#inflated += bytes;
    if (this.#inflated > MOST_INFLATED)
      throw new Problem(
        `${this.#name} unpacks to more than ${MOST_INFLATED >> 20} MB; export a shorter period, or save it as CSV.`,
      );
    if (soFar > HARMLESS && soFar > compressed * MOST_RATIO)
      throw new Problem(
        `${this.#name} unpacks to more than ${MOST_RATIO} times its size, which no table of sales does; it was not opened.`,
      );
  }
}
