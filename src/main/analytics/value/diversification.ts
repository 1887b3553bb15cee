import { concentration } from './concentration.ts';

/** How widely revenue is spread over customers, segments, products or categories (MODELS 3). */
export type Diversification = {
  /** those that brought anything */
  readonly n: number;
  /** 1 / Σ share²: as many equally big ones would be as concentrated; null without revenue */
  readonly effective: number | null;
  readonly hhi: number | null;
  readonly gini: number | null;
  readonly topShare: number | null;
  /** place of the biggest in the list given, the first of equal ones; null without revenue */
  readonly biggest: number | null;
};

/** @param amounts revenue of each; what is not positive counts as 0 and is not one of `n` */
export const diversification = (amounts: ArrayLike<number>): Diversification => {
  const positive = Array.from(amounts, (amount) => Math.max(0, amount));
  const { gini, hhi, effectiveCustomers, topShare } = concentration(positive.filter((amount) => amount > 0));
  let biggest = 0;
  for (let i = 1; i < positive.length; i++) if (positive[i]! > positive[biggest]!) biggest = i;
  return {
    n: positive.filter((amount) => amount > 0).length,
    effective: effectiveCustomers,
    hhi,
    gini,
    topShare,
    biggest: topShare === null ? null : biggest,
  };
};
