import type { Grade } from '../../../shared/model/result.ts';
import { type RiskClass, RiskClassSchema } from '../../../shared/model/risk-value.ts';
import { FEWEST_DAYS_FOR_RISK } from './rhythm.ts';

/** What the classes are told from; one entry per customer, NaN where not known. */
export type RiskValueInputs = {
  /** revenue (or contribution) of the last 12 months, minor units */
  readonly value: ArrayLike<number>;
  /** at or above it, and above nothing, a customer is of high value */
  readonly valueLine: number;
  /** P(no purchase within the horizon) */
  readonly pNoPurchase: ArrayLike<number>;
  /** 1 for those at risk, and for those who are gone, who are in no class (TRUTH 12) */
  readonly atRisk: ArrayLike<number>;
  readonly gone: ArrayLike<number>;
  /** lower end of the growth interval, as a fraction or a logarithm: only its sign counts */
  readonly growthFrom: ArrayLike<number>;
  readonly purchaseDays: ArrayLike<number>;
  readonly daysSinceFirst: ArrayLike<number>;
  /** of the model of repeat buying */
  readonly modelGrade: Grade;
};

export type RiskValuePlacement = {
  /** null for customers without a purchase day */
  readonly classOf: readonly (RiskClass | null)[];
  readonly groups: readonly { readonly class: RiskClass; readonly count: number; readonly value: number }[];
  /** whether engagement comes from the model or from the own rhythm */
  readonly basis: 'model' | 'rhythm';
  readonly grade: Grade;
  /** of high value, with too few purchases to tell whether they are at risk: they stand among the engaged, counted apart */
  readonly untold: number;
};

/** A first purchase less than this long ago is young. */
const YOUNG_DAYS = 180;
const EVEN_CHANCE = 0.5;

/**
 * Risk against value in four classes, exhaustive and exclusive, by the first that holds: high value and engaged; high value
 * otherwise; growth potential (clearly growing, or young and engaged); low value (MODELS 5).
 * At risk means what it means everywhere: at least 3 purchase days and a silence of twice the usual gap, and not gone.
 * A young customer is engaged with P(a purchase in the horizon) ≥ ½ where the model has grade A or B, else while not at risk.
 */
export const placeRiskValue = (inputs: RiskValueInputs): RiskValuePlacement => {
  const basis = inputs.modelGrade === 'A' || inputs.modelGrade === 'B' ? 'model' : 'rhythm';
  const lively = (i: number): boolean =>
    inputs.atRisk[i] !== 1 && (basis !== 'model' || 1 - inputs.pNoPurchase[i]! >= EVEN_CHANCE);
  let untold = 0;
  const counts = new Map(RiskClassSchema.options.map((name) => [name, { count: 0, value: 0 }]));
  const classOf = Array.from(inputs.value, (_, i): RiskClass | null => {
    if (!(inputs.purchaseDays[i]! > 0) || inputs.gone[i] === 1) return null;
    const value = inputs.value[i]!;
    const high = value > 0 && value >= inputs.valueLine;
    if (high && inputs.purchaseDays[i]! < FEWEST_DAYS_FOR_RISK) untold++;
    const name = classOfOne(
      high,
      inputs.atRisk[i] === 1,
      lively(i),
      inputs.growthFrom[i]! > 0,
      inputs.daysSinceFirst[i]! < YOUNG_DAYS,
    );
    const group = counts.get(name)!;
    group.count++;
    group.value += value;
    return name;
  });
  return {
    classOf,
    untold,
    groups: RiskClassSchema.options.map((name) => ({ class: name, ...counts.get(name)! })),
    basis,
    grade: basis === 'model' ? inputs.modelGrade : 'C',
  };
};

const classOfOne = (
  high: boolean,
  atRisk: boolean,
  lively: boolean,
  growing: boolean,
  young: boolean,
): RiskClass => {
  if (high) return atRisk ? 'high-value/at-risk' : 'high-value/high-engagement';
  return growing || (young && lively) ? 'growth-potential' : 'low-value';
};
