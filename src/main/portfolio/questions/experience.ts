import { result } from '../../analytics/estimate.ts';
import { type Answer, type Asked, answerOf, counted, entry } from './answer.ts';
import { mostReturned, returnFact, salesQuality } from './sales-quality.ts';
import { csatOf, npsOf, ratedIn, surveyFacts, surveyIn } from './survey.ts';

const LISTED = 8;
/** Fewer returns of a product are no pattern. */
const FEWEST_RETURNS = 5;

/** 11 How can we enhance the customer experience? Without feedback only returns and silence hint at it. */
export const experience = ({ db, analysis, say }: Asked): Answer => {
  const { purchases, totals, atRisk, asOf } = analysis;
  const quality = salesQuality(db, asOf);
  const returned = mostReturned(db, analysis, LISTED);
  const [first] = returned;
  const survey = surveyIn(db, analysis);
  const rated = survey ? ratedIn(survey) : [];
  const recommend = survey && npsOf(survey.answers);
  const satisfied = survey && csatOf(survey.answers);
  const odd = returned.find(
    ({ sold, back, lines }) => lines >= FEWEST_RETURNS && back > 2 * (quality.returnShare ?? 0) * sold,
  );
  const bought = purchases.purchaseDays.reduce((n, days) => n + (days > 0 ? 1 : 0), 0);
  const once = purchases.purchaseDays.reduce((n, days) => n + (days === 1 ? 1 : 0), 0);
  return answerOf({
    answer: [
      survey
        ? recommend
          ? `Your net promoter score is ${say.count(Math.round(recommend.value))}, between ${say.count(Math.round(recommend.lo))} and ${say.count(Math.round(recommend.hi))}, from ${counted(say, recommend.n, 'answer')}.`
          : satisfied
            ? `${say.shareRounded(satisfied.satisfied.value)} of ${counted(say, satisfied.n, 'answer')} say that they are satisfied.`
            : null
        : 'Nobody has been asked, so returns and silence are the only hints.',
      rated[0] && rated.length > 1
        ? `The lowest marks go to ${rated[0].attribute}: ${say.figure('index', rated[0].mean)} of 5.`
        : null,
      first
        ? `${say.shareRounded(quality.returnShare ?? 0)} of what was sold came back, above all ${first.product}.`
        : 'Nothing was returned in these sales.',
      bought > 0 ? `${counted(say, once, 'customer')} of ${say.count(bought)} bought once only.` : null,
    ],
    facts: [
      ...(survey ? surveyFacts(survey) : []),
      returnFact(quality, analysis),
      ...(bought > 0
        ? [
            result('oneTimeShare', once / bought, { n: bought, period: totals.period }),
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
        entry(attribute, `${say.figure('index', mean)} of 5 on average, from ${counted(say, n, 'answer')}.`),
      ),
      ...returned.map(({ product, sold, back, lines }) =>
        entry(
          product,
          `${say.moneyRounded(back)} given back in ${counted(say, lines, 'return')}${sold > 0 ? `, ${say.shareRounded(Math.min(1, back / sold))} of what it sold` : ''}.`,
        ),
      ),
    ],
    cannotKnow: [
      survey ? null : 'How satisfied customers are, and with what: no survey and no complaint is recorded.',
      survey
        ? 'What those who did not answer think: answers come from those who care.'
        : 'How fast they get an answer: requests and replies are not recorded.',
    ],
    next: [
      odd ? `Look at why ${odd.product} comes back: more than twice as often as the rest.` : null,
      survey && survey.clock.overdue.length > 0
        ? `Answer the ${counted(say, survey.clock.overdue.length, 'message')} that ${survey.clock.overdue.length === 1 ? 'has' : 'have'} waited for more than two days.`
        : null,
      rated[0] && rated.length > 1
        ? `Change one thing about ${rated[0].attribute}, and tell those who complained.`
        : null,
      survey ? null : 'Ask ten customers one question: what should we do better?',
      survey ? null : 'Add their answers, with day and customer.',
    ],
  });
};
