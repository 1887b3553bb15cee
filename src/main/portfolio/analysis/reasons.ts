import { formats } from '../../../shared/format.ts';
import { dayFromNumber } from '../../../shared/model/day.ts';
import type { RankedAction } from '../../analytics/action/next-best-action.ts';
import { growthOf } from '../../analytics/growth/growth.ts';
import { FEWEST_DAYS_FOR_RISK } from '../../analytics/retention/rhythm.ts';
import type { Analysis } from './analysis.ts';
import type { Unhappy } from './unhappy.ts';

/** "Usually buys every 14 days, silent for 49; brought € 3.2k in the last 12 months." */
export const riskReason = (analysis: Analysis, i: number): string =>
  `${rhythmWords(analysis, i)}; brought ${yearWords(analysis, i)} in the last 12 months.`;

const yearWords = ({ purchases, settings, currency }: Analysis, i: number): string =>
  formats(settings.locale, currency).moneyRounded(purchases.revenue12m[i]!);

const rhythmWords = ({ rhythm, purchases, settings, currency }: Analysis, i: number): string => {
  const say = formats(settings.locale, currency);
  const few = purchases.purchaseDays[i]! < FEWEST_DAYS_FOR_RISK;
  // "usually" is the own median; for two purchases what is expected of all
  const gap = say.days(Math.round(few ? rhythm.usualGap[i]! : rhythm.ownGap[i]!));
  const silence = rhythm.daysSinceLast[i]!;
  return few
    ? `Bought twice, silent for ${say.days(silence)} where others return after ${gap}`
    : `Usually buys every ${gap}, silent for ${say.count(silence)}`;
};

/** What a reason says beyond the analysis. */
export type ActionDetails = {
  readonly horizonDays: number;
  /** net of the first purchase day, minor units */
  readonly firstSpend: number;
  readonly unhappy: Unhappy | undefined;
};

/** Why this action: one sentence with the figures it is based on, short enough for two lines of the printed review. */
export const actionReason = (
  analysis: Analysis,
  { index: i, kind, weight }: RankedAction,
  { horizonDays, firstSpend, unhappy }: ActionDetails,
): string => {
  const { purchases, settings, currency, growth } = analysis;
  const say = formats(settings.locale, currency);
  const year = yearWords(analysis, i);
  const first = say.day(dayFromNumber(purchases.firstDay[i]!));
  const chance = chanceWords(weight, say.shareRounded, say.days(Math.round(horizonDays)));
  switch (kind) {
    case 'answer':
      return `Gave ${unhappy?.score ?? 'a low mark'} on ${say.day(unhappy?.day ?? dayFromNumber(purchases.lastDay[i]!))} and has had no answer yet; ${year} in 12 months.`;
    case 'keep':
    case 'remind':
      return `${rhythmWords(analysis, i)}; ${year} in 12 months${chance}.`;
    case 'welcome':
      return purchases.x[i]! > 0
        ? `New since ${first}, back ${times(say.count, purchases.x[i]!)}; ${year} so far${chance}.`
        : `First bought on ${first} for ${say.moneyRounded(firstSpend)}, more than most do at first${chance}.`;
    case 'invite-back':
      return `Bought once, ${say.days(purchases.T[i]!)} ago, for ${say.moneyRounded(firstSpend)}, more than most do at first${chance}.`;
    case 'offer-more':
      return `Growing by ${say.shareRounded(growthOf(growth, i).lo ?? 0)} or more on the ${growth.windows?.months ?? 12} months before; ${year} in 12 months.`;
  }
};

/** Beyond what was ever seen a chance is no number to be printed. */
const ALL_BUT_SURE = 0.99;

/** Below this a chance of staying away is none that anybody should act on. */
const HARDLY_ANY = 0.005;

const chanceWords = (weight: number | null, share: (fraction: number) => string, horizon: string): string => {
  if (weight === null || weight < HARDLY_ANY) return '';
  return weight > ALL_BUT_SURE
    ? `, hardly anybody so silent was back within ${horizon}`
    : `, ${share(weight)} likely to stay away ${horizon}`;
};

const times = (count: (n: number) => string, n: number): string => (n === 1 ? 'once' : `${count(n)} times`);
