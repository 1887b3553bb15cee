import type { Random } from '../../src/main/analytics/numeric/random.ts';
import type { Ended } from './killed.ts';

/** One in so many goes undisturbed, because a machine has its moods. */
const UNDISTURBED = 25;
/** A program needs so much of its time to start; what it does then is what is to be disturbed. */
const START = 0.3;

/** Moments at which a program is killed: chosen by a seed within the time that it takes here and now. */
export class Moments {
  readonly #random: Random;
  #usual = 0;
  #n = 0;
  killed = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** @returns milliseconds after its start, or undefined for never */
  next(): number | undefined {
    const share = START + (1.1 - START) * this.#random();
    return this.#n++ % UNDISTURBED === 0 ? undefined : share * this.#usual;
  }

  heard({ killed, took }: Ended): void {
    if (killed) this.killed++;
    else this.#usual = took;
  }
}
