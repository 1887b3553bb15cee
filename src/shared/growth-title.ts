import type { Result } from './model/result.ts';

/** The method of growth between two windows of six months. */
export const HALVES = 'half-on-half';

/** What growth between two windows of equal length is called beside its figure: six months are no year. */
export const growthTitle = ({ method }: Pick<Result, 'method'>): string =>
  method === HALVES ? 'Growth, 6 months on the 6 before' : 'Growth on the year before';
