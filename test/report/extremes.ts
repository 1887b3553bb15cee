import { isoDay } from '../../src/shared/model/day.ts';
import { minor } from '../../src/shared/model/money.ts';
import type { NotAvailable } from '../../src/shared/model/result.ts';
import type { ReviewContent } from '../../src/shared/model/review.ts';
import {
  aGrowth,
  aMatrix,
  aPointOf,
  aResult,
  aReviewContent,
  aReviewCustomer,
  aRiskSummary,
  aSegment,
  aWhale,
  REMARKS,
} from './a-review-content.ts';

const LONG =
  'Everything this sentence says could be said in fewer words, but a page must hold it all the same, however long it is. ';
const UNBROKEN = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3);
const HAN = '最も価値のある顧客様および御得意様の株式会社東京国際商事'.repeat(4);
const ARABIC = 'شركة الأصدقاء للتجارة العامة والمقاولات المحدودة '.repeat(4);
const MOST = minor(Number.MAX_SAFE_INTEGER);

const notAvailable: NotAvailable = {
  grade: 'D',
  reason: 'There are sales of 5 months only, growth compares at least two times 6',
  needed: 'Import older sales',
};

/** Every text `say`, every list full, every amount as large as it can be. */
const full = (over: Partial<ReviewContent>, say: string, segments: number): ReviewContent => {
  const made = Array.from({ length: segments }, (_, i) =>
    aSegment({
      id: i + 1,
      name: `${say} ${i + 1}`,
      rule: say.repeat(3),
      whatToDo: say.repeat(6),
      customers: 234_567,
      customerShare: 1 / segments,
      revenue: minor(Math.round(MOST / (i + 1))),
      revenueShare: 1 / segments,
      growth: aGrowth({
        value: 45.678 * (i % 2 === 0 ? 1 : -0.02),
        lo: -1,
        hi: 99,
        direction: i % 3 === 0 ? 'unclear' : 'rising',
      }),
    }),
  );
  const matrix = aMatrix({
    finding: say.repeat(5),
    valueAxis: say.repeat(2),
    growthAxis: say.repeat(2),
    points: made.map(aPointOf),
    quadrants: aMatrix().quadrants.map((q) => ({
      ...q,
      title: say,
      whatToDo: say.repeat(4),
      count: 234_567,
    })),
    notPlaced: [{ reason: say.repeat(3), customers: 234_567, revenue: MOST }],
  });
  const who = Array.from({ length: 14 }, (_, i) =>
    aReviewCustomer({
      name: `${say} ${i}`,
      segment: say,
      revenue12m: MOST,
      share: 1,
      daysSinceLast: 9_999,
      usualGapDays: 9_998.6,
      overdueRatio: 999.6,
      phone: '+353 1 555 0120 extension 4711, ask for the manager of the night shift',
      reason: say.repeat(5),
    }),
  );
  return aReviewContent({
    businessName: say.repeat(3).slice(0, 200),
    headlines: Array.from({ length: 9 }, () => say.repeat(5)),
    figures: Array.from({ length: 6 }, (_, i) =>
      aResult({
        metric: i % 2 === 0 ? say.repeat(2) : 'revenue12m',
        value: MOST,
        lo: 0,
        hi: MOST,
        level: 0.8,
      }),
    ),
    matrix,
    customerMatrix: { ...matrix, subject: 'customers' },
    segments: made,
    segmentNote: say.repeat(3),
    mostValuable: who,
    mostAtRisk: who,
    monday: who,
    riskValue: aRiskSummary({
      finding: say.repeat(3),
      groups: aRiskSummary().groups.map((group) => ({ ...group, count: 234_567 })),
    }),
    methods: Array.from({ length: 20 }, (_, i) => `${i} ${say.repeat(4)}`),
    warnings: Array.from({ length: 20 }, (_, i) => `${i} ${say.repeat(4)}`),
    ...over,
  });
};

/** As little as a review can hold: a till's sales without a single customer. */
const empty = (over: Partial<ReviewContent>): ReviewContent =>
  aReviewContent({
    businessName: '',
    headlines: [],
    figures: [],
    matrix: notAvailable,
    customerMatrix: notAvailable,
    segments: [],
    segmentNote: null,
    riskValue: null,
    mostValuable: [],
    mostAtRisk: [],
    monday: [],
    methods: [],
    warnings: [],
    ...over,
  });

/** Everything there, and no figure known. */
const unknown = (over: Partial<ReviewContent>): ReviewContent => {
  const growth = { value: null, lo: null, hi: null, direction: 'not-available' as const, reason: null };
  const segments = [aSegment({ growth, revenue: minor(0), revenueShare: 0, customers: 0, customerShare: 0 })];
  const who = [
    aReviewCustomer({
      segment: null,
      revenue12m: minor(0),
      share: 0,
      lastDay: null,
      daysSinceLast: null,
      usualGapDays: null,
      overdueRatio: null,
    }),
  ];
  return aReviewContent({
    figures: (['money', 'share', 'growth', 'count', 'days', 'ratio', 'index'] as const).map((unit, i) =>
      aResult({
        unit,
        value: i % 2 === 0 ? null : Number.NaN,
        grade: 'D',
        warnings: i === 0 ? ['Sales of 24 months are needed.'] : [],
      }),
    ),
    matrix: aMatrix({ points: segments.map(aPointOf) }),
    customerMatrix: notAvailable,
    segments,
    mostValuable: who,
    mostAtRisk: who,
    monday: who,
    ...over,
  });
};

/** Numbers that break careless charts: nothing, less than nothing, the same everywhere, nothing finite. */
const odd = (over: Partial<ReviewContent>): ReviewContent => {
  const segments = [0, 0, -50_000, 1, 1, 1].map((revenue, i) =>
    aSegment({
      id: i + 1,
      revenue: minor(revenue),
      revenueShare: revenue,
      growth: aGrowth({
        value: [-1, 0, 1e9, -0, 0, 0][i] ?? 0,
        lo: i === 0 ? Number.NEGATIVE_INFINITY : -1,
        hi: i === 1 ? Number.POSITIVE_INFINITY : 1e9,
      }),
    }),
  );
  const thresholds = { ...aMatrix().thresholds, value: minor(0) };
  const matrix = aMatrix({ points: segments.map(aPointOf), thresholds });
  return aReviewContent({
    matrix,
    segments,
    figures: [
      aResult({ value: -0, unit: 'growth' }),
      aResult({ value: Number.POSITIVE_INFINITY }),
      aResult({ value: -1 }),
    ],
    mostAtRisk: [
      aReviewCustomer({ overdueRatio: Number.POSITIVE_INFINITY, usualGapDays: 0, revenue12m: minor(-5) }),
    ],
    ...over,
  });
};

type Extreme = readonly [name: string, make: (over: Partial<ReviewContent>) => ReviewContent];

/** Reviews at the edges of what the page must hold. */
export const EXTREMES: readonly Extreme[] = [
  ['the usual', aReviewContent],
  ['owner’s copy', (over) => aReviewContent({ ownersCopy: true, ...over })],
  ['six segments with long sentences', (over) => full(over, LONG, 6)],
  ['fifteen segments with long sentences', (over) => full(over, LONG, 15)],
  [
    'owner’s copy, long sentences, Kuwaiti dinar',
    (over) => full({ ownersCopy: true, currency: 'KWD', ...over }, LONG, 6),
  ],
  ['words without a break', (over) => full(over, UNBROKEN, 6)],
  ['Japanese', (over) => full({ locale: 'ja-JP', currency: 'JPY', ...over }, HAN, 6)],
  ['Arabic', (over) => full({ locale: 'ar-EG', currency: 'EGP', ownersCopy: true, ...over }, ARABIC, 6)],
  ['German', (over) => aReviewContent({ locale: 'de-DE', ...over })],
  [
    'a locale and a currency that do not exist',
    (over) => aReviewContent({ locale: 'x_y', currency: '?', ...over }),
  ],
  [
    'eight figures',
    (over) =>
      full(
        { figures: Array.from({ length: 9 }, () => aResult({ value: MOST, lo: MOST, hi: MOST })), ...over },
        LONG,
        6,
      ),
  ],
  ['whale curve and remarks', (over) => aReviewContent({ whale: aWhale(), remarks: REMARKS, ...over })],
  ['whale curve alone', (over) => aReviewContent({ whale: aWhale(), ...over })],
  ['remarks alone', (over) => aReviewContent({ remarks: REMARKS, ...over })],
  [
    'whale curve below zero, long remarks',
    (over) =>
      full(
        {
          monday: [],
          mostAtRisk: [],
          whale: aWhale({
            finding: LONG.repeat(3),
            points: [0, -1000, -MOST].map((amount, customers) => ({
              customers,
              cumulative: minor(amount),
            })),
            total: minor(-MOST),
            peak: minor(0),
            customersAtPeak: 0,
            n: 2,
          }),
          remarks: [LONG, UNBROKEN].map((sentence) => ({ title: sentence, sentence: sentence.repeat(3) })),
          ...over,
        },
        LONG,
        6,
      ),
  ],
  [
    'whale curve with nothing else',
    (over) => empty({ whale: aWhale({ customersAtPeak: 10 }), remarks: REMARKS.slice(1), ...over }),
  ],
  ['nothing', empty],
  ['nothing known', unknown],
  ['odd numbers', odd],
  [
    'one day',
    (over) => aReviewContent({ period: { from: isoDay('2025-12-09'), to: isoDay('2025-12-09') }, ...over }),
  ],
];
