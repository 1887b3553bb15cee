import { type Share, wilson } from '../numeric/wilson.ts';

/** Satisfaction on a scale of 1 … 5: the share of 4 and 5, the mean as a detail. */
export type Csat = { readonly satisfied: Share; readonly mean: number; readonly n: number };

/**
 * @param scores whole, 1 … 5, the latest answer of each person
 * @returns null without answers  @throws RangeError for anything else
 */
export const csat = (scores: readonly number[], level = 0.95): Csat | null => {
  let satisfied = 0;
  let sum = 0;
  for (const score of scores) {
    if (!(Number.isInteger(score) && score >= 1 && score <= 5))
      throw new RangeError(`not an answer from 1 to 5: ${score}`);
    if (score >= 4) satisfied++;
    sum += score;
  }
  const share = wilson(satisfied, scores.length, level);
  return share && { satisfied: share, mean: sum / scores.length, n: scores.length };
};

/** How many a survey reached: always shown with its score. */
export type SurveyReach = {
  /** answered ÷ asked; null where it is not known how many were asked */
  readonly responseRate: Share | null;
  /** answered ÷ all customers it speaks for; null without customers */
  readonly coverage: number | null;
};

/** @param asked people who were asked, null where not recorded @throws RangeError where more answered than were asked */
export const surveyReach = (answered: number, asked: number | null, customers: number): SurveyReach => ({
  responseRate: asked === null ? null : wilson(answered, asked),
  coverage: customers > 0 ? Math.min(1, answered / customers) : null,
});
