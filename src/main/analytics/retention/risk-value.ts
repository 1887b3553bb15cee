import type { Grade } from '../../../shared/model/result.ts';
import { type RiskClass, RiskClassSchema } from '../../../shared/model/risk-value.ts';
import { LATE_FROM } from './rhythm.ts';

/** What the classes are told from; one entry per customer, NaN where not known. */
export type RiskValueInputs = {
  /** revenue (or contribution) of the last 12 months, minor units */
  readonly value: ArrayLike<number>;
  /** at or above it, and above nothing, a customer is of high value */
  readonly valueLine: number;
  /** P(no purchase within the horizon) */
  readonly pNoPurchase: ArrayLike<number>;
  readonly overdueRatio: ArrayLike<number>;
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
};

/** A first purchase less than this long ago is young. */
const YOUNG_DAYS = 180;
const EVEN_CHANCE = 0.5;

/**
 * Risk against value in four classes, exhaustive and exclusive, by the first that holds: high value and engaged; high value
 * otherwise; growth potential (clearly growing, or young and engaged); low value (MODELS 5).
 * Engaged is P(a purchase in the horizon) ≥ ½ where the model has grade A or B, else an overdue ratio below 1.5 (grade C).
 */
export const placeRiskValue = (inputs: RiskValueInputs): RiskValuePlacement => {
  const basis = inputs.modelGrade === 'A' || inputs.modelGrade === 'B' ? 'model' : 'rhythm';
  const engaged = (i: number): boolean =>
    basis === 'model' ? 1 - inputs.pNoPurchase[i]! >= EVEN_CHANCE : inputs.overdueRatio[i]! < LATE_FROM;
  const counts = new Map(RiskClassSchema.options.map((name) => [name, { count: 0, value: 0 }]));
  const classOf = Array.from(inputs.value, (_, i): RiskClass | null => {
    if (!(inputs.purchaseDays[i]! > 0)) return null;
    const value = inputs.value[i]!;
    const name = classOfOne(
      value > 0 && value >= inputs.valueLine,
      engaged(i),
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
    groups: RiskClassSchema.options.map((name) => ({ class: name, ...counts.get(name)! })),
    basis,
    grade: basis === 'model' ? inputs.modelGrade : 'C',
  };
};

const classOfOne = (high: boolean, engaged: boolean, growing: boolean, young: boolean): RiskClass => {
  if (high) return engaged ? 'high-value/high-engagement' : 'high-value/at-risk';
  return growing || (young && engaged) ? 'growth-potential' : 'low-value';
};
