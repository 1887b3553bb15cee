import { ascendingOrder } from '../numeric/order-statistics.ts';

export type AbcClass = 'A' | 'B' | 'C';

/**
 * ABC classes: A = the smallest prefix of the customers, largest first, that reaches 80 % of positive revenue,
 * B = on to 95 %, C = the rest (MODELS 3). Equal revenues are told apart by place in the list, so hand the
 * customers over in the order of their ids.
 * @returns one class per customer, in the order given
 */
export const abcClasses = (revenues: ArrayLike<number>): AbcClass[] => {
  const n = revenues.length;
  const order = ascendingOrder(Float64Array.from(revenues, (v) => -v));
  let total = 0;
  for (let i = 0; i < n; i++) total += Math.max(0, revenues[i]!);
  const classes: AbcClass[] = new Array<AbcClass>(n).fill('C');
  let before = 0;
  for (const i of order) {
    const revenue = revenues[i]!;
    if (!(revenue > 0)) break;
    // whole numbers on both sides: 80 % and 95 % without rounding
    classes[i] = 5 * before < 4 * total ? 'A' : 20 * before < 19 * total ? 'B' : 'C';
    before += revenue;
  }
  return classes;
};
