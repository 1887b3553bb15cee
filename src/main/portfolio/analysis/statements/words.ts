import type { Formats } from '../../../../shared/format.ts';

/** A change that rounds to nothing is none. */
const NO_CHANGE = 0.005;

/** `6.2% more than`, `12% less than`, `about as much as` @param growth a fraction */
export const changeWords = (say: Formats, growth: number): string =>
  Math.abs(growth) < NO_CHANGE
    ? 'about as much as'
    : `${say.shareRounded(Math.abs(growth))} ${growth > 0 ? 'more' : 'less'} than`;
