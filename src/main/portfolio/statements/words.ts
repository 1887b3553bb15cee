import type { Formats } from '../../../shared/format.ts';

/** The noun that agrees with a count. */
export const noun = (n: number, one: string, many = `${one}s`): string => (n === 1 ? one : many);

/** `1 customer`, `1,204 customers` */
export const counted = (say: Formats, n: number, one: string, many = `${one}s`): string =>
  `${say.count(n)} ${noun(n, one, many)}`;

/** A change that rounds to nothing is none. */
const NO_CHANGE = 0.005;

/** `6.2% more than`, `12% less than`, `about as much as` @param growth a fraction */
export const changeWords = (say: Formats, growth: number): string =>
  Math.abs(growth) < NO_CHANGE
    ? 'about as much as'
    : `${say.shareRounded(Math.abs(growth))} ${growth > 0 ? 'more' : 'less'} than`;
