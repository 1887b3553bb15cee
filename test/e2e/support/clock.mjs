// Preloaded into the shell's Node where a picture must not depend on the day it is taken: the clock stands still.
import process from 'node:process';

const { Date: Real } = globalThis;
const now = Real.parse(process.env.CLIENTELE_TEST_NOW ?? '');

globalThis.Date = class extends Real {
  /** @param {...unknown} args */
  constructor(...args) {
    super(...(args.length === 0 ? [now] : args));
  }
  static now() {
    return now;
  }
};
