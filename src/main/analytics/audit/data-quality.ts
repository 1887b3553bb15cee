/** Cases with a fault among those looked at; `of` is above 0 and at least `found`. */
export type FaultCount = { readonly found: number; readonly of: number };

/** @returns 0 to 100, the share of cases without the fault */
export const faultScore = ({ found, of }: FaultCount): number => 100 * (1 - found / of);

/**
 * One score for all checks: the mean of the dimensions, each the mean of its checks, so that a dimension with many checks
 * weighs no more than one with few.
 * @param checks each with its dimension and its score, 0 to 100; at least one
 * @returns 0 to 100
 * @throws RangeError without any check
 */
export const dataQuality = (
  checks: readonly { readonly dimension: string; readonly score: number }[],
): number => {
  if (checks.length === 0) throw new RangeError('no check, no score');
  const dimensions = [...Map.groupBy(checks, ({ dimension }) => dimension).values()];
  return mean(dimensions.map((each) => mean(each.map(({ score }) => score))));
};

const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;
