import { dayNumber, type IsoDay, isoDay } from '../../../shared/model/day.ts';
import { type Share, wilson } from '../../analytics/numeric/wilson.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import type { Analysis } from '../analysis/analysis.ts';

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
  /** of the reached who are in a segment today, those outside the target; null without a target that is a segment */
  readonly outside: Share | null;
};

export const BOUGHT_WITHIN_DAYS = 30;

type Row = { campaign: string; customer: number; sent: IsoDay | null; answered: number | null };

/** Every campaign sent up to the day of the analysis, the latest first. */
export const campaignsIn = (db: Readable, analysis: Analysis): CampaignReach[] => {
  const heads = db.all(
    q
      .selectFrom('campaign_now')
      .select(['name', 'target_segment as target', 'cost_minor as cost'])
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
  return heads.map(({ name, target, cost }) => ({
    name,
    target,
    cost,
    ...outcome(analysis, recipients.get(name.toLowerCase()) ?? [], target),
  }));
};

const outcome = (
  analysis: Analysis,
  rows: readonly Row[],
  target: string | null,
): Pick<CampaignReach, 'reached' | 'answered' | 'bought' | 'outside'> => {
  const { placeOf, segmentation, history } = analysis;
  const { segments, segmentOf } = segmentation.planned;
  const aim = segments.findIndex(({ name }) => name.toLowerCase() === target?.toLowerCase());
  let [told, yes, dated, bought, placed, outside] = [0, 0, 0, 0, 0, 0];
  for (const { customer, sent, answered } of rows) {
    if (answered !== null) {
      told++;
      if (answered === 1) yes++;
    }
    const place = placeOf.get(customer);
    if (place === undefined) continue;
    placed++;
    if (segmentOf[place] !== aim) outside++;
    const on = sent === null ? null : dayNumber(isoDay(sent));
    if (on === null || on + BOUGHT_WITHIN_DAYS > history.asOf) continue;
    dated++;
    if (boughtAfter(analysis, place, on)) bought++;
  }
  return {
    reached: rows.length,
    answered: wilson(yes, told),
    bought: wilson(bought, dated),
    outside: aim < 0 ? null : wilson(outside, placed),
  };
};

const boughtAfter = ({ history }: Analysis, i: number, on: number): boolean => {
  for (let k = history.start[i]!; k < history.start[i + 1]!; k++)
    if (history.net[k]! > 0 && history.day[k]! > on && history.day[k]! <= on + BOUGHT_WITHIN_DAYS)
      return true;
  return false;
};
