/**
 * Lifetime value under a constant margin and retention: m (1 + d) ÷ (1 + d − r) with the first margin now, m r ÷ (1 + d − r)
 * with the first at the end of a period. Only a check on contracts: it forgets that customers differ and never ends.
 * @param margin per period  @param retention share of customers kept per period, 0 .. 1  @param discount per period
 * @throws RangeError unless 0 <= retention <= 1 and the sum is finite
 * Source: Berger & Nasr (1998), Journal of Interactive Marketing 12(1).
 */
export const geometricClv = (
  margin: number,
  retention: number,
  discount: number,
  first: 'now' | 'next-period' = 'now',
): number => {
  if (!(retention >= 0 && retention <= 1)) throw new RangeError(`not a retention: ${retention}`);
  if (!(1 + discount > retention)) throw new RangeError(`no finite value at discount ${discount}`);
  return (margin * (first === 'now' ? 1 + discount : retention)) / (1 + discount - retention);
};
