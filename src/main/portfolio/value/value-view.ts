import { formats } from '../../../shared/format.ts';
import type { IsoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import type { Profit, ValueView, Whale } from '../../../shared/model/value.ts';
import { sum } from '../../../shared/sum.ts';
import { result } from '../../analytics/estimate.ts';
import { abcClasses } from '../../analytics/value/abc.ts';
import { contributionRange } from '../../analytics/value/contribution.ts';
import type { Readable } from '../../database/connection.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import {
  contributionFigure,
  costWarnings,
  differingCosts,
  noContribution,
  surelyLosing,
  whaleFinding,
  whaleIn,
  whalePoints,
} from '../analysis/costs/contribution.ts';
import { modelsOf, speaksOfCustomers } from '../analysis/models/models.ts';
import { shareFigure } from '../analysis/statements/concentration.ts';
import { tooFewKnown } from '../analysis/till.ts';

const LISTED = 10;

/** How revenue and profit are spread over customers, and what they will still bring. */
export const readValue = (
  db: Readable,
  { asOf }: { readonly asOf?: IsoDay | undefined } = {},
): ValueView | NotAvailable => {
  const analysis = analysisOf(db, asOf);
  if (!analysis)
    return { grade: 'D', reason: 'There are no sales in this portfolio yet.', needed: 'Import your sales.' };
  const unknown = tooFewKnown(analysis);
  if (unknown) return unknown;
  return {
    asOf: analysis.asOf,
    concentration: concentrationView(db, analysis),
    profit: profitView(db, analysis),
    ahead: aheadOf(analysis),
  };
};

const whole = (amount: number) => minor(Math.round(amount));

const concentrationView = (db: Readable, analysis: Analysis): ValueView['concentration'] => {
  const { concentration, purchases, totals } = analysis;
  if (!(concentration.positiveRevenue > 0))
    return {
      grade: 'D',
      reason: 'No known customer has brought any revenue.',
      needed: 'Sales that carry a customer.',
    };
  const { n, positiveRevenue, warnings } = concentration;
  const classes = abcClasses(purchases.revenue);
  const abc = (['A', 'B', 'C'] as const).map((name) => {
    let customers = 0;
    let revenue = 0;
    for (const [i, each] of classes.entries()) {
      if (each !== name) continue;
      customers++;
      revenue += Math.max(0, purchases.revenue[i]!);
    }
    return { class: name, customers, revenue: whole(revenue), share: revenue / positiveRevenue };
  });
  const say = formats(analysis.settings.locale, analysis.currency);
  const [best] = abc;
  return {
    finding: `${say.count(best!.customers)} of ${say.counted(n, 'customer brings', 'customers bring')} ${say.shareRounded(best!.share)} of what known customers have brought since ${say.day(totals.period.from)}.`,
    figures: [
      shareFigure(db, analysis, 'topShare'),
      shareFigure(db, analysis, 'top10Share'),
      shareFigure(db, analysis, 'topQuintileShare'),
    ],
    abc,
    warnings: [...warnings],
  };
};

/** The whale curve as it is drawn on screen and on paper; null where customers are not known to differ in what they cost. */
export const whaleView = (analysis: Analysis): Whale | null => {
  const curve = whaleIn(analysis);
  if (!curve || curve.cumulative.length === 0) return null;
  return {
    finding: whaleFinding(analysis, curve),
    points: whalePoints(curve).map(({ customers, cumulative }) => ({
      customers,
      cumulative: minor(cumulative),
    })),
    total: whole(curve.total),
    peak: whole(curve.peak),
    customersAtPeak: curve.customersAtPeak,
    n: curve.cumulative.length,
  };
};

const profitView = (db: Readable, analysis: Analysis): Profit | NotAvailable => {
  const costs = differingCosts(analysis);
  const whale = whaleView(analysis);
  const contribution = contributionFigure(analysis);
  if (!costs || !whale || !contribution) return noContribution(db, analysis);
  return {
    ...whale,
    contribution,
    steps: stepsOf(costs),
    losers: losersOf(analysis, costs.whole),
    warnings: costWarnings(analysis, costs),
  };
};

type Costs = NonNullable<ReturnType<typeof differingCosts>>;

/** From the revenue of known customers to what is left, from the first sale on. */
const stepsOf = ({ whole: all, serving }: Costs): Profit['steps'] => {
  const step = (title: string, amount: number) => ({ title, amount: whole(amount), kind: 'step' as const });
  const total = (title: string, amount: number) => ({ title, amount: whole(amount), kind: 'total' as const });
  return [
    total('Revenue of known customers', sum(all.revenue)),
    step('Cost of goods', -sum(all.goods)),
    ...serving.map(({ name, amounts }) => step(name, -sum(amounts))).filter(({ amount }) => amount !== 0),
    total('Contribution of known customers', sum(all.contribution)),
    ...(all.anonymous !== 0 ? [step('Contribution of other sales', all.anonymous)] : []),
    ...(all.overhead !== 0 ? [step('Costs that belong to no customer', -all.overhead)] : []),
    ...(all.anonymous !== 0 || all.overhead !== 0 ? [total('Left after all of it', all.afterOverhead)] : []),
  ];
};

const losersOf = (analysis: Analysis, { contribution, doubtful }: Costs['whole']): Profit['losers'] => {
  const { names, purchases, segmentation } = analysis;
  const places = Array.from(contribution, (_, i) => i)
    .filter((i) => contribution[i]! < 0)
    .sort((a, b) => contribution[a]! - contribution[b]! || a - b);
  return {
    total: places.length,
    surely: surelyLosing(analysis),
    first: places.slice(0, LISTED).map((i) => {
      const { lo, hi } = contributionRange(contribution[i]!, doubtful[i]!);
      const segment = segmentation.planned.segmentOf[i]!;
      return {
        id: purchases.customer[i]!,
        name: names.name[i]!,
        segment: segment < 0 ? null : segmentation.planned.segments[segment]!.name,
        revenue: whole(purchases.revenue[i]!),
        contribution: whole(contribution[i]!),
        lo: whole(lo),
        hi: whole(hi),
      };
    }),
  };
};

const aheadOf = (analysis: Analysis): ValueView['ahead'] => {
  const models = modelsOf(analysis);
  const [all] = models.forecasts;
  if (!speaksOfCustomers(models) || !all)
    return {
      grade: 'D',
      reason: 'Too few customers have come back to say what they will still bring.',
      needed: 'At least 30 customers who bought again, and half a year of sales.',
    };
  const { expected, lo, hi, level } = all.value;
  return {
    ...result('remainingValue', expected, {
      n: models.inputs.n,
      lo,
      hi,
      level,
      period: analysis.totals.period,
      grade: models.grade,
      warnings: models.warnings,
    }),
    basis: differingCosts(analysis)
      ? 'after the cost of goods, orders and serving'
      : 'revenue: what single customers cost is not known',
  };
};
