import { result } from '../../analytics/estimate.ts';
import type { Analysis } from '../analysis.ts';
import { keyFigures } from '../figures.ts';
import { type Answer, type Asked, answerOf, counted, entry } from './answer.ts';
import { type GoodsCost, goodsCostIn } from './goods-cost.ts';
import { qualityFacts, salesQuality } from './sales-quality.ts';

/** 8 How can we increase the profitability of each segment? */
export const profitability = ({ db, analysis, say }: Asked): Answer => {
  const quality = salesQuality(db, analysis.asOf);
  const goods = goodsCostIn(db, analysis);
  const margin = goods && goods.all.revenue > 0 ? 1 - goods.all.cost / goods.all.revenue : null;
  const covered =
    goods && analysis.totals.revenue > 0 ? Math.min(1, goods.all.revenue / analysis.totals.revenue) : null;
  const { smallOrderShare, smallOrderRevenue, returnShare } = quality;
  return answerOf({
    answer: [
      margin !== null && covered !== null
        ? `After what the goods cost, ${say.shareRounded(margin)} is left of the ${say.shareRounded(covered)} of revenue whose unit costs are known.`
        : 'Profit cannot be told without costs; what can be told is where revenue is thin.',
      smallOrderShare !== null && smallOrderRevenue !== null
        ? `${say.shareRounded(smallOrderShare)} of the orders are small and bring ${say.shareRounded(smallOrderRevenue)} of the revenue${returnShare !== null && returnShare > 0 ? `; ${say.shareRounded(returnShare)} of what was sold came back` : ''}.`
        : null,
    ],
    facts: [
      ...(margin === null
        ? []
        : [
            result('grossMargin', margin, {
              n: analysis.totals.lines,
              period: analysis.totals.period,
              warnings:
                (covered ?? 0) < 0.95
                  ? [`Unit costs are known for ${say.shareRounded(covered ?? 0)} of revenue.`]
                  : [],
            }),
          ]),
      ...qualityFacts(quality, analysis),
      ...keyFigures(db, analysis).filter(({ metric }) => metric === 'averageOrderValue'),
    ],
    list: segmentsByPurchase(analysis, goods?.of ?? null, say),
    cannotKnow: [
      margin === null
        ? 'What each segment leaves after costs, and who costs more than they bring: unit costs and costs to serve are missing.'
        : 'Who costs more than they bring: what deliveries, visits and support cost is not counted here.',
    ],
    next: [
      (smallOrderShare ?? 0) > 0.3
        ? 'Look at small orders first: a minimum order, a bundle or self-service costs nothing to try.'
        : null,
      margin === null ? 'Add unit costs of your products, even rough ones by category.' : null,
      'Add what a delivery, a visit and a support call cost you.',
    ],
  });
};

const segmentsByPurchase = (
  { segmentation, history }: Analysis,
  goods: ReadonlyMap<number, GoodsCost> | null,
  say: Asked['say'],
) =>
  segmentation.planned.segments
    .filter(({ members }) => members.length > 0)
    .map(({ name, members, revenue12m }) => {
      let days = 0;
      let sum = 0;
      for (const i of members) {
        for (let k = history.start[i]!; k < history.start[i + 1]!; k++) {
          if (history.net[k]! <= 0) continue;
          days++;
          sum += history.net[k]!;
        }
      }
      const each = revenue12m / members.length;
      const purchase = days > 0 ? ` ${say.moneyRounded(sum / days)} a purchase,` : '';
      let [known, cost] = [0, 0];
      for (const i of members) {
        known += goods?.get(i)?.revenue ?? 0;
        cost += goods?.get(i)?.cost ?? 0;
      }
      const left = known > 0 ? `, ${say.shareRounded(1 - cost / known)} left after the goods` : '';
      return entry(
        name,
        `${say.moneyRounded(each)} a customer in 12 months,${purchase} ${counted(say, members.length, 'customer')}${left}.`,
      );
    });
