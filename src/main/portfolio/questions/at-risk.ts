import { result } from '../../analytics/estimate.ts';
import { firstToCall } from '../actions/actions.ts';
import { atRiskOf, rhythmStateOf } from '../analysis/at-risk.ts';
import { riskReason } from '../analysis/reasons.ts';
import { renamedSentence } from '../analysis/statements/renamed.ts';
import { atRiskSentence, goneSentence } from '../analysis/statements/risk.ts';
import { type Answer, type Asked, answerOf, entry } from './answer.ts';
import { heardIn } from './survey.ts';

const LISTED = 10;
const CALLED = 5;

/** 4 Which customers are at risk of leaving? */
export const leaving = ({ db, analysis }: Asked): Answer => {
  const { purchases, names, totals, concentration } = analysis;
  const atRisk = atRiskOf(analysis);
  const list = atRisk.customers;
  const first = list[0];
  const evidence = {
    n: concentration.n,
    period: totals.period,
    grade: 'C' as const,
    warnings: atRisk.warnings,
  };
  const toCall = firstToCall(db, analysis, ['keep', 'remind'], LISTED).filter(
    (i) => rhythmStateOf(analysis, i) === 'at-risk',
  );
  return answerOf({
    answer: [
      ...(first
        ? [atRiskSentence(analysis), `Begin with ${names.name[toCall[0] ?? first.index]}.`]
        : ['Nobody who comes regularly is at risk: silent for twice the usual gap, and not gone yet.']),
      goneSentence(analysis),
      renamedSentence(analysis),
    ],
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
      toCall.length > 0
        ? `To call this week, in person: ${toCall
            .slice(0, CALLED)
            .map((i) => names.name[i])
            .join('; ')}. Act has them with telephone numbers.`
        : first
          ? 'Nobody of them is to be called this week: they were contacted lately, have said no to calls, or brought nothing in 12 months.'
          : null,
      'Write down what they say; it is the only way to learn why.',
    ],
  });
};
