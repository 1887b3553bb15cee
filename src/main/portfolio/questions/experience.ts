import type { Result } from '../../../shared/model/result.ts';
import { plural } from '../../../shared/words.ts';
import { proportion, result } from '../../analytics/estimate.ts';
import { atRiskOf } from '../analysis/at-risk.ts';
import { type Answer, type Asked, answerOf, entry } from './answer.ts';
import { mostReturned, returnFact, salesQuality } from './sales-quality.ts';
import { heardIn, numberIn, ratedIn } from './survey.ts';

const LISTED = 8;
/** Fewer returns of a product are no pattern. */
const FEWEST_RETURNS = 5;

/** The figure alone, without what Listen says beside it. */
const plain = ({
  metric,
  unit,
  value,
  lo,
  hi,
  level,
  n,
  period,
  method,
  grade,
  warnings,
}: Result): Result => ({ metric, unit, value, lo, hi, level, n, period, method, grade, warnings });

/** 11 How can we enhance the customer experience? Without feedback only returns and silence hint at it. */
export const experience = ({ db, analysis, say }: Asked): Answer => {
  const { purchases, totals, asOf } = analysis;
  const atRisk = atRiskOf(analysis);
  const quality = salesQuality(db, asOf);
  const returned = mostReturned(db, analysis, LISTED);
  const [first] = returned;
  const heard = heardIn(db, analysis);
  const rated = heard ? ratedIn(db, analysis) : [];
  const recommend = heard && numberIn(heard.nps);
  const satisfied = heard && numberIn(heard.csat);
  const clock = heard && 'open' in heard.responseClock ? heard.responseClock : null;
  const overdue = clock?.overdue ?? 0;
  const odd = returned.find(
    ({ sold, back, lines }) => lines >= FEWEST_RETURNS && back > 2 * (quality.returnShare ?? 0) * sold,
  );
  const bought = purchases.purchaseDays.reduce((n, days) => n + (days > 0 ? 1 : 0), 0);
  const once = purchases.purchaseDays.reduce((n, days) => n + (days === 1 ? 1 : 0), 0);
  return answerOf({
    answer: [
      heard
        ? recommend
          ? `Your net promoter score is ${say.count(Math.round(recommend.value))}, between ${say.count(Math.round(recommend.lo ?? recommend.value))} and ${say.count(Math.round(recommend.hi ?? recommend.value))}, from ${say.counted(recommend.n, 'answer')}.`
          : satisfied
            ? `${say.shareRounded(satisfied.value)} of ${say.counted(satisfied.n, 'answer')} say that they are satisfied.`
            : null
        : 'Nobody has been asked, so returns and silence are the only hints.',
      rated[0] && rated.length > 1
        ? `The lowest marks go to ${rated[0].attribute}: ${say.figure('index', rated[0].mean)} of 5.`
        : null,
      first
        ? `${say.shareRounded(quality.returnShare ?? 0)} of what was sold came back, above all ${first.product}.`
        : 'Nothing was returned in these sales.',
      bought > 0 ? `${say.counted(once, 'customer')} of ${say.count(bought)} bought once only.` : null,
    ],
    facts: [
      ...[recommend, satisfied, clock && numberIn(clock)].filter((fact) => fact !== null).map(plain),
      returnFact(quality, analysis),
      ...(bought > 0
        ? [
            proportion('oneTimeShare', once, bought, { period: totals.period }),
            result('atRisk', atRisk.customers.length, {
              n: bought,
              period: totals.period,
              grade: 'C',
              warnings: atRisk.warnings,
            }),
          ]
        : []),
    ],
    list: [
      ...rated.map(({ attribute, mean, n }) =>
        entry(attribute, `${say.figure('index', mean)} of 5 on average, from ${say.counted(n, 'answer')}.`),
      ),
      ...returned.map(({ product, sold, back, lines }) =>
        entry(
          product,
          `${say.moneyRounded(back)} given back in ${say.counted(lines, 'return')}${sold > 0 ? `, ${say.shareRounded(Math.min(1, back / sold))} of what it sold` : ''}.`,
        ),
      ),
    ],
    cannotKnow: [
      heard ? null : 'How satisfied customers are, and with what: no survey and no complaint is recorded.',
      heard
        ? 'What those who did not answer think: answers come from those who care.'
        : 'How fast they get an answer: requests and replies are not recorded.',
    ],
    next: [
      odd ? `Look at why ${odd.product} comes back: more than twice as often as the rest.` : null,
      overdue > 0
        ? `Answer the ${say.counted(overdue, 'message')} that ${plural(overdue, 'has', 'have')} waited for more than two days.`
        : null,
      rated[0] && rated.length > 1
        ? `Change one thing about ${rated[0].attribute}, and tell those who complained.`
        : null,
      heard ? null : 'Ask ten customers one question: what should we do better?',
      heard ? null : 'Add their answers, with day and customer.',
    ],
  });
};
