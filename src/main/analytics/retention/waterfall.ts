import type { PeriodChange } from './period-change.ts';

/**
 * From the revenue of one period to that of the next, minor units. It closes exactly:
 * after = before − stopped − contraction + expansion + returning + new + netReturns + anonymousChange.
 */
export type Waterfall = {
  readonly before: number;
  /** brought by customers who bring nothing in the next period */
  readonly stopped: number;
  /** less, and more, from customers of both periods */
  readonly contraction: number;
  readonly expansion: number;
  /** from customers of old who brought nothing in the first period */
  readonly returning: number;
  readonly new: number;
  /** change of customers who returned more than they bought in either period */
  readonly netReturns: number;
  readonly anonymousChange: number;
  readonly after: number;
};

/** @param anonymous revenue without a customer in each period, minor units */
export const waterfall = (
  change: PeriodChange,
  anonymous: { readonly before: number; readonly after: number } = { before: 0, after: 0 },
): Waterfall => {
  let before = anonymous.before;
  let after = anonymous.after;
  let stopped = 0;
  let contraction = 0;
  let expansion = 0;
  let returning = 0;
  let joined = 0;
  let netReturns = 0;
  for (let i = 0; i < change.before.length; i++) {
    const was = change.before[i]!;
    const is = change.after[i]!;
    before += was;
    after += is;
    if (was < 0 || is < 0) netReturns += is - was;
    else if (was === 0) {
      const known = change.knownAtStart[i] === 1 || change.boughtBefore[i] === 1;
      if (known) returning += is;
      else joined += is;
    } else if (is === 0) stopped += was;
    else if (is < was) contraction += was - is;
    else expansion += is - was;
  }
  return {
    before,
    stopped,
    contraction,
    expansion,
    returning,
    new: joined,
    netReturns,
    anonymousChange: anonymous.after - anonymous.before,
    after,
  };
};
