import type { CustomerRow } from '../../../shared/model/customer.ts';
import { dayFromNumber } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import { finite } from '../../analytics/estimate.ts';
import { growthOf } from '../../analytics/growth/growth.ts';
import type { Analysis } from './analysis.ts';
import { rhythmStateOf } from './at-risk.ts';
import { customerPlacement } from './placement.ts';

/** One customer of the analysis, by place, as the tables of screen, review and command line show them. */
export const customerRow = (analysis: Analysis, i: number): CustomerRow => {
  const { purchases, rhythm, names, segmentation, rfm } = analysis;
  const place = segmentation.planned.segmentOf[i]!;
  const placement = customerPlacement(analysis);
  const bought = purchases.purchaseDays[i]! > 0;
  const direction = placement.direction[i]!;
  return {
    id: purchases.customer[i]!,
    key: names.key[i]!,
    name: names.name[i]!,
    email: names.email[i]!,
    phone: names.phone[i]!,
    city: names.city[i]!,
    revenue: minor(purchases.revenue[i]!),
    revenue12m: minor(purchases.revenue12m[i]!),
    revenueShare:
      analysis.totals.revenue > 0 ? Math.max(0, purchases.revenue[i]!) / analysis.totals.revenue : 0,
    orders: analysis.names.orders[i]!,
    purchaseDays: purchases.purchaseDays[i]!,
    firstDay: bought ? dayFromNumber(purchases.firstDay[i]!) : null,
    lastDay: bought ? dayFromNumber(purchases.lastDay[i]!) : null,
    daysSinceLast: bought ? rhythm.daysSinceLast[i]! : null,
    usualGapDays: finite(rhythm.usualGap[i]),
    overdueRatio: finite(rhythm.overdueRatio[i]),
    rhythm: rhythmStateOf(analysis, i),
    rfm: rfm.r[i] ? `${rfm.r[i]}${rfm.f[i]}${rfm.m[i]}` : null,
    growth: { ...growthOf(analysis.growth, i), direction },
    quadrant: placement.quadrant[i]!,
    segment: place < 0 ? null : segmentation.ids[place]!,
    segmentName: place < 0 ? null : segmentation.planned.segments[place]!.name,
  };
};
