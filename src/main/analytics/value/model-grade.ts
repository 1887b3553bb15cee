import type { Grade } from '../../../shared/model/result.ts';
import { counted } from '../../../shared/words.ts';
import type { BackTest } from './back-test.ts';
import { FEWEST_REPEATERS } from './bgnbd-fit.ts';

/** How far the repeat-buying model of a portfolio can be trusted, and why. */
export type ModelGrade = { readonly grade: Grade; readonly warnings: readonly string[] };

/** Customers who came back, from which on a class of trust is open (MODELS 2.5). */
const FOR_A = 150;
export const FEWEST_FOR_SINGLE = 30;
const WEEKS_FOR_A = 26;
const WEEKS_OF_A_YEAR = 52;
const GREATEST_ERROR = 0.25;

const percent = (share: number): string => `${Math.round(Math.abs(share) * 100)} %`;

/**
 * A calibrated on its own back-test, B weak-prior influence, C totals of groups and bands only, D no model.
 * @param weeks of history  @param fitted whether there are parameters at all
 */
export const gradeModel = (
  repeaters: number,
  weeks: number,
  fitted: boolean,
  test: BackTest | null,
): ModelGrade => {
  const warnings: string[] = [];
  if (repeaters < FEWEST_REPEATERS || !fitted)
    return {
      grade: 'D',
      warnings: [
        repeaters < FEWEST_REPEATERS
          ? `${cameBack(repeaters)}; a forecast needs at least ${FEWEST_REPEATERS} who did.`
          : 'No model of repeat buying fits these sales.',
      ],
    };
  if (weeks < WEEKS_OF_A_YEAR)
    warnings.push('With less than a year of sales the forecast cannot know the seasons.');
  if (repeaters < FEWEST_FOR_SINGLE) {
    warnings.push(
      `Only ${counted(repeaters, 'customer')} came back: totals and bands are shown, no figures of single customers.`,
    );
    return { grade: 'C', warnings };
  }
  const tooFar = test?.error != null && Math.abs(test.error) > GREATEST_ERROR;
  if (tooFar && test.error !== null)
    warnings.push(
      `Looking back, the forecast was ${percent(test.error)} too ${test.error > 0 ? 'high' : 'low'}; expect it to be so again.`,
    );
  if (!test)
    warnings.push('The sales are too few or too short to look back at how good a forecast would have been.');
  if (repeaters < FOR_A || weeks < WEEKS_FOR_A) return { grade: tooFar ? 'C' : 'B', warnings };
  if (test?.passed && !tooFar) return { grade: 'A', warnings };
  if (test && !tooFar)
    warnings.push(
      'Looking back, the forecast missed for some groups of customers or at some times; see the back-test.',
    );
  return { grade: 'B', warnings };
};

const cameBack = (repeaters: number): string =>
  repeaters === 0
    ? 'No customer has come back yet'
    : repeaters === 1
      ? 'Only 1 customer came back'
      : `Only ${repeaters} customers came back`;
