import { result } from '../../analytics/estimate.ts';
import { type Share, wilson } from '../../analytics/numeric/wilson.ts';
import { type Answer, type Asked, answerOf, entry } from './answer.ts';
import { BOUGHT_WITHIN_DAYS, type CampaignReach, campaignsIn } from './campaigns.ts';

const LISTED = 10;

/** 6 Are our marketing efforts reaching the intended audience? */
export const marketing = ({ db, analysis, say }: Asked): Answer => {
  const all = campaignsIn(db, analysis);
  const reaching = all.filter(({ reached }) => reached > 0);
  const [last] = reaching;
  if (!last) return noRecipients(all.length, say);
  const together = sumOf(reaching);
  const fact = (metric: 'campaignAnswers' | 'boughtAfter' | 'outsideTarget', share: Share | null) =>
    share
      ? [result(metric, share.value, { n: share.n, lo: share.lo, hi: share.hi, level: share.level })]
      : [];
  const part = (share: Share): string =>
    `${say.count(Math.round(share.value * share.n))} of ${say.count(share.n)}`;
  const words = ({ reached, answered, bought, outside, cost }: CampaignReach, several = false): string =>
    `${[
      several
        ? `customers were reached ${say.counted(reached, 'time')}`
        : `${say.counted(reached, 'customer')} reached`,
      answered ? `${part(answered)} answered (${say.shareRounded(answered.value)})` : null,
      bought ? `${part(bought)} bought within ${BOUGHT_WITHIN_DAYS} days` : null,
      outside ? `${part(outside)} were outside the segment it was meant for when it was sent` : null,
      cost === null ? null : `${say.moneyRounded(cost)} spent`,
    ]
      .filter((each) => each !== null)
      .join(', ')}.`;
  return answerOf({
    answer: [
      reaching.length === 1
        ? `${last.name}: ${words(last)}`
        : `${say.count(reaching.length)} campaigns that asked for a purchase: ${words(together, true)}`,
    ],
    facts: [
      ...fact('campaignAnswers', together.answered),
      ...fact('boughtAfter', together.bought),
      ...fact('outsideTarget', together.outside),
    ],
    list: reaching.slice(0, LISTED).map((campaign) => entry(campaign.name, words(campaign))),
    cannotKnow: [
      together.answered ? null : 'Who answered: the recipients’ list does not say.',
      together.outside
        ? null
        : 'Who was reached in vain: the campaigns name no segment with a rule, among yours, that they were meant for.',
      'Who would have bought anyway: that takes some like them who get nothing, and a comparison.',
    ],
    next: [
      together.outside && together.outside.lo > MUCH
        ? 'Send the next one to its segment only: more than a fifth went elsewhere.'
        : null,
      'Leave every fifth recipient out of the next campaign, by lot, and compare both groups.',
    ],
  });
};

/** More of the reach outside the target than this is worth a word. */
const MUCH = 0.2;

/** All campaigns together; a customer reached twice counts twice. */
const sumOf = (campaigns: readonly CampaignReach[]): CampaignReach => {
  const share = (of: 'answered' | 'bought' | 'outside'): Share | null => {
    const told = campaigns.flatMap((each) => each[of] ?? []);
    return wilson(
      told.reduce((sum, { value, n }) => sum + Math.round(value * n), 0),
      told.reduce((sum, { n }) => sum + n, 0),
    );
  };
  const costs = campaigns.flatMap(({ cost }) => cost ?? []);
  return {
    name: '',
    target: null,
    cost: costs.length < campaigns.length ? null : costs.reduce((sum, cost) => sum + cost, 0),
    reached: campaigns.reduce((sum, { reached }) => sum + reached, 0),
    answered: share('answered'),
    bought: share('bought'),
    outside: share('outside'),
  };
};

const noRecipients = (campaigns: number, say: Asked['say']): Answer =>
  answerOf({
    answer: [
      campaigns > 0
        ? `${say.counted(campaigns, 'campaign is', 'campaigns are')} recorded, but nobody as having received one.`
        : 'Sales alone cannot answer this: they do not say who was reached by what.',
    ],
    cannotKnow: [
      campaigns > 0
        ? 'Who was reached and who answered: no list of recipients is recorded.'
        : 'Who was reached and who answered: no campaign that asked for a purchase is recorded with its recipients.',
      'How much went to people who were not meant: without recipients there is no wasted reach to count.',
    ],
    next: [
      'Keep for every mailing, flyer or advertisement: the day, what it cost, and who got it.',
      'Add campaigns with their recipients; each is then compared with what the reached bought afterwards, by segment.',
    ],
  });
