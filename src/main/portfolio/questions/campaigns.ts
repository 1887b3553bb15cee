import { dayNumber, isoDay } from '../../../shared/model/day.ts';
import { type Share, wilson } from '../../analytics/numeric/wilson.ts';
import type { Connection } from '../../database/connection.ts';
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

type Row = { campaign: string; customer: number; sent: string | null; answered: number | null };

/** Every campaign sent up to the day of the analysis, the latest first. */
export const campaignsIn = (db: Connection, analysis: Analysis): CampaignReach[] => {
  const heads = db.rows<{
    key: string;
    name: string;
    day: string | null;
    target: string | null;
    cost: number | null;
  }>(
    `SELECT key, name, day, target_segment AS target, cost_minor AS cost FROM campaign_now
     WHERE day IS NULL OR day <= ? ORDER BY day DESC NULLS LAST, key`,
    analysis.asOf,
  );
  const recipients = Map.groupBy(
    db.rows<Row>(
      `SELECT r.campaign, i.customer_id AS customer, r.sent_on AS sent, r.answered
       FROM campaign_recipient_now r JOIN customer_identity i ON i.id = r.identity_id
       WHERE r.sent_on IS NULL OR r.sent_on <= ?`,
      analysis.asOf,
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
