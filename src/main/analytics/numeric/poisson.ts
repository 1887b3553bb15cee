/** P(X ≤ k) of a Poisson variate by its sum. @param k whole, ≥ 0 @param mean > 0 */
export const poissonAtMost = (k: number, mean: number): number => {
  let log = -mean;
  let sum = Math.exp(log);
  for (let j = 1; j <= k; j++) {
    log += Math.log(mean / j);
    sum += Math.exp(log);
  }
  return Math.min(1, sum);
};
