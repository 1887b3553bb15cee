import { dayNumber, type IsoDay } from '../../../shared/model/day.ts';
import { historyUpTo } from '../../analytics/history.ts';
import { type Share, wilson } from '../../analytics/numeric/wilson.ts';
import { rhythmOf } from '../../analytics/retention/rhythm.ts';
import { measuresOf } from '../../analytics/segmentation/measures.ts';
import { assign } from '../../analytics/segmentation/rule.ts';
import { purchaseSummary } from '../../analytics/value/purchase-summary.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { isSurvey } from '../listening/listening.ts';

/** What became of one campaign. */
export type CampaignReach = {
  readonly name: string;
  readonly target: string | null;
  /** minor units, null where not recorded */
  readonly cost: number | null;
  readonly reached: number;
  /** of those of whom it is recorded; null where it is of nobody */
  readonly answered: Share | null;
  /** known customers who bought within 30 days after it was sent; null while those days are not over or nothing was dated */
  readonly bought: Share | null;
  /** of the reached who were known by then, those who were outside the target on the day it was sent; null without a target that is a segment */
  readonly outside: Share | null;
};

export const BOUGHT_WITHIN_DAYS = 30;

type Row = { campaign: string; customer: number; sent: IsoDay | null; answered: number | null };

/** Every campaign sent up to the day of the analysis that asked for a purchase, the latest first; no surveys (TRUTH 23). */
export const campaignsIn = (db: Readable, analysis: Analysis): CampaignReach[] => {
  const heads = db.all(
    q
      .selectFrom('campaign_now')
      .select(['name', 'target_segment as target', 'cost_minor as cost', 'day'])
      .where(({ eb, or }) => or([eb('day', 'is', null), eb('day', '<=', analysis.asOf)]))
      .orderBy('day', (day) => day.desc().nullsLast())
      .orderBy('key'),
  );
  const recipients = Map.groupBy(
    db.all(
      q
        .selectFrom('campaign_recipient_now as r')
        .innerJoin('customer_identity as i', 'i.id', 'r.identity_id')
        .select(['r.campaign', 'i.customer_id as customer', 'r.sent_on as sent', 'r.answered'])
        .where(({ eb, or }) => or([eb('r.sent_on', 'is', null), eb('r.sent_on', '<=', analysis.asOf)])),
    ),
    ({ campaign }) => campaign.toLowerCase(),
  );
  const segmentsOn = membershipOn(analysis);
  return heads
    .filter(({ name }) => !isSurvey(name))
    .map(({ name, target, cost, day }) => ({
      name,
      target,
      cost,
      ...outcome(analysis, recipients.get(name.toLowerCase()) ?? [], { target, day, segmentsOn }),
    }));
};

const outcome = (
  analysis: Analysis,
  rows: readonly Row[],
  { target, day, segmentsOn }: Aim,
): Pick<CampaignReach, 'reached' | 'answered' | 'bought' | 'outside'> => {
  const { placeOf, segmentation, history } = analysis;
  const { segments } = segmentation.planned;
  const aim = segments.findIndex(({ name }) => name.toLowerCase() === target?.toLowerCase());
  let [told, yes, dated, bought, placed, outside] = [0, 0, 0, 0, 0, 0];
  for (const { customer, sent, answered } of rows) {
    if (answered !== null) {
      told++;
      if (answered === 1) yes++;
    }
    const place = placeOf.get(customer);
    if (place === undefined) continue;
    const on = sent ?? day;
    const were = aim < 0 || on === null ? null : segmentsOn(on);
    if (were) {
      placed++;
      if (were[place] !== aim) outside++;
    }
    if (sent === null || dayNumber(sent) + BOUGHT_WITHIN_DAYS > history.asOf) continue;
    dated++;
    if (boughtAfter(analysis, place, dayNumber(sent))) bought++;
  }
  return {
    reached: rows.length,
    answered: wilson(yes, told),
    bought: wilson(bought, dated),
    outside: aim < 0 ? null : wilson(outside, placed),
  };
};

type Aim = {
  readonly target: string | null;
  readonly day: IsoDay | null;
  readonly segmentsOn: (day: IsoDay) => Int16Array | null;
};

/** Rules told anew for more days than this would keep an answer waiting. */
const MOST_DAYS = 24;

/**
 * In which of today's segments everybody was on an earlier day, by what was known then.
 * @returns null for groups found in the sales, which have no rule that could be asked of an earlier day
 */
const membershipOn = ({ history, segmentation }: Analysis): ((day: IsoDay) => Int16Array | null) => {
  const rules = segmentation.planned.segments.flatMap(({ definition }) =>
    'all' in definition ? [definition] : [],
  );
  const told = new Map<IsoDay, Int16Array | null>();
  return (day) => {
    if (rules.length < segmentation.planned.segments.length) return null;
    const known = told.get(day);
    if (known !== undefined) return known;
    if (told.size >= MOST_DAYS) return null;
    const then = historyUpTo(history, dayNumber(day));
    const purchases = purchaseSummary(then);
    const members = assign(rules, measuresOf(purchases, rhythmOf(then, purchases)));
    told.set(day, members);
    return members;
  };
};

const boughtAfter = ({ history }: Analysis, i: number, on: number): boolean => {
  for (let k = history.start[i]!; k < history.start[i + 1]!; k++)
    if (history.net[k]! > 0 && history.day[k]! > on && history.day[k]! <= on + BOUGHT_WITHIN_DAYS)
      return true;
  return false;
};
