import { result } from '../../analytics/estimate.ts';
import { riskReason } from '../analysis/reasons.ts';
import { counted } from '../statements/words.ts';
import { type Answer, type Asked, answerOf, entry } from './answer.ts';
import { heardIn } from './survey.ts';

const LISTED = 10;

/** 4 Which customers are at risk of leaving? */
export const leaving = ({ db, analysis, say }: Asked): Answer => {
  const { atRisk, purchases, names, totals, concentration } = analysis;
  const list = atRisk.customers;
  const first = list[0];
  const evidence = {
    n: concentration.n,
    period: totals.period,
    grade: 'C' as const,
    warnings: atRisk.warnings,
  };
  return answerOf({
    answer: first
      ? [
          `${counted(say, list.length, 'customer who used to come has', 'customers who used to come have')} been silent for at least twice their usual gap; they brought ${say.moneyRounded(atRisk.value)} in the last 12 months.`,
          `Begin with ${names.name[first.index]}.`,
        ]
      : ['Nobody who comes regularly has been silent for twice their usual gap.'],
    facts: [result('atRisk', list.length, evidence), result('revenueAtRisk', atRisk.value, evidence)],
    list: list
      .slice(0, LISTED)
      .map(({ index }) => entry(names.name[index]!, riskReason(analysis, index), purchases.customer[index]!)),
    cannotKnow: [
      heardIn(db, analysis)
        ? 'Why those stay away who gave no answer.'
        : 'Why they stay away: complaints, answers to surveys and visits are not recorded.',
      concentration.n === 0 ? 'Who they are: no sale carries a customer.' : null,
    ],
    next: [
      first
        ? 'Call the first five this week, in person: Act has them in order, with telephone numbers.'
        : null,
      'Write down what they say; it is the only way to learn why.',
    ],
  });
};
