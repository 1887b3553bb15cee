/** One contract in one period: what it brings per period at the start and at the end, 0 where there is none; minor units. */
export type Contract = { readonly start: number; readonly end: number };

/** What became of the contracts of a period (MODELS 4, contractual). */
export type ContractRetention = {
  readonly activeAtStart: number;
  readonly lost: number;
  /** lost ÷ active at start; null without any */
  readonly churn: number | null;
  /** (start + expansion − contraction − churned) ÷ start */
  readonly nrr: number | null;
  /** the same without expansion, <= 1 */
  readonly grr: number | null;
  readonly expansion: number;
  /** paused contracts that go on with less are contraction */
  readonly contraction: number;
  readonly churned: number;
  /** began within the period and are still there */
  readonly joined: number;
};

/**
 * @param contracts those there at the start or at the end; joiners who left within the period are reported beside it
 * @throws RangeError for amounts below 0
 */
export const contractRetention = (contracts: readonly Contract[]): ContractRetention => {
  let activeAtStart = 0;
  let lost = 0;
  let joined = 0;
  let base = 0;
  let expansion = 0;
  let contraction = 0;
  let churned = 0;
  for (const { start, end } of contracts) {
    if (!(start >= 0 && end >= 0))
      throw new RangeError(`a contract brings less than nothing: ${start}, ${end}`);
    if (start === 0) {
      if (end > 0) joined++;
      continue;
    }
    activeAtStart++;
    base += start;
    if (end === 0) {
      lost++;
      churned += start;
    } else if (end > start) expansion += end - start;
    else contraction += start - end;
  }
  const share = (kept: number): number | null => (base > 0 ? kept / base : null);
  return {
    activeAtStart,
    lost,
    churn: activeAtStart > 0 ? lost / activeAtStart : null,
    nrr: share(base + expansion - contraction - churned),
    grr: share(base - contraction - churned),
    expansion,
    contraction,
    churned,
    joined,
  };
};

/** Churn of twelve months at the same churn every month: 1 − (1 − c)¹². */
export const yearlyChurn = (monthly: number): number => -Math.expm1(12 * Math.log1p(-monthly));
