import { result } from '../../analytics/estimate.ts';
import type { Share } from '../../analytics/numeric/wilson.ts';
import { type Answer, type Asked, answerOf, entry } from './answer.ts';
import { BOUGHT_WITHIN_DAYS, type CampaignReach, campaignsIn } from './campaigns.ts';

const LISTED = 10;

/** 6 Are our marketing efforts reaching the intended audience? */
export const marketing = ({ db, analysis, say }: Asked): Answer => {
  const all = campaignsIn(db, analysis);
  const reaching = all.filter(({ reached }) => reached > 0);
  const [last] = reaching;
  if (!last) return noRecipients(all.length, say);
  const fact = (metric: 'campaignAnswers' | 'boughtAfter' | 'outsideTarget', share: Share | null) =>
    share
      ? [result(metric, share.value, { n: share.n, lo: share.lo, hi: share.hi, level: share.level })]
      : [];
  const part = (share: Share): string =>
    `${say.count(Math.round(share.value * share.n))} of ${say.count(share.n)}`;
  const words = ({ reached, answered, bought, outside, cost }: CampaignReach): string =>
    `${[
      `${say.counted(reached, 'customer')} reached`,
      answered ? `${part(answered)} answered (${say.shareRounded(answered.value)})` : null,
      bought ? `${part(bought)} bought within ${BOUGHT_WITHIN_DAYS} days` : null,
      outside ? `${part(outside)} are outside the segment it was meant for` : null,
      cost === null ? null : `${say.moneyRounded(cost)} spent`,
    ]
      .filter((each) => each !== null)
      .join(', ')}.`;
  return answerOf({
    answer: [`${last.name}: ${words(last)}`],
    facts: [
      ...fact('campaignAnswers', last.answered),
      ...fact('boughtAfter', last.bought),
      ...fact('outsideTarget', last.outside),
    ],
    list: reaching.slice(0, LISTED).map((campaign) => entry(campaign.name, words(campaign))),
    cannotKnow: [
      last.answered ? null : 'Who answered: the recipients’ list does not say.',
      last.outside
        ? null
        : 'Who was reached in vain: the campaign names no segment, or one that is not among yours, that it was meant for.',
      'Who would have bought anyway: that takes some like them who get nothing, and a comparison.',
    ],
    next: [
      last.outside && last.outside.lo > 0.2
        ? 'Send the next one to its segment only: more than a fifth of this one went elsewhere.'
        : null,
      'Leave every fifth recipient out of the next campaign, by lot, and compare both groups.',
    ],
  });
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
        : 'Who was reached and who answered: no campaign and no list of recipients is recorded.',
      'How much went to people who were not meant: without recipients there is no wasted reach to count.',
    ],
    next: [
      'Keep for every mailing, flyer or advertisement: the day, what it cost, and who got it.',
      'Add campaigns with their recipients; each is then compared with what the reached bought afterwards, by segment.',
    ],
  });
