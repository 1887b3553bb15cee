import type { Growth, Quadrant } from '../../src/shared/model/customer.ts';
import { isoDay } from '../../src/shared/model/day.ts';
import type { Matrix, MatrixPoint } from '../../src/shared/model/matrix.ts';
import { minor } from '../../src/shared/model/money.ts';
import type { Result } from '../../src/shared/model/result.ts';
import type { BackTestView, RevenueOutlook, YearOnYearView } from '../../src/shared/model/retention.ts';
import type { ReviewContent, ReviewCustomer } from '../../src/shared/model/review.ts';
import type { RiskSummary } from '../../src/shared/model/risk-value.ts';
import type { Segment } from '../../src/shared/model/segment.ts';
import type { Whale } from '../../src/shared/model/value.ts';

/*
 * A review of a made-up delicatessen, as the owner would get it. Every part can be overridden.
 */

export const aGrowth = (over: Partial<Growth> = {}): Growth => ({
  value: 0.12,
  lo: 0.04,
  hi: 0.2,
  direction: 'rising',
  reason: null,
  ...over,
});

export const aResult = (over: Partial<Result> = {}): Result => ({
  metric: 'revenue12m',
  unit: 'money',
  value: 41_234_567,
  lo: null,
  hi: null,
  level: null,
  n: 1204,
  period: null,
  method: 'sum',
  grade: 'A',
  warnings: [],
  ...over,
});

export const aSegment = (over: Partial<Segment> = {}): Segment => ({
  id: 1,
  name: 'Best customers',
  rule: 'more than €900 in 12 months, back within 61 days',
  definition: { all: [] },
  colour: 0,
  whatToDo: 'Thank them in person, hold back the best of each delivery, ask whom they would bring along.',
  customers: 143,
  customerShare: 0.12,
  revenue: minor(20_234_511),
  revenueShare: 0.49,
  revenue12m: null,
  revenueShare12m: null,
  averageRevenue12m: null,
  averageRevenue: minor(141_500),
  medianGapDays: 14,
  growth: aGrowth(),
  examples: [],
  advice: [],
  ...over,
});

export const aReviewCustomer = (over: Partial<ReviewCustomer> = {}): ReviewCustomer => ({
  name: 'A. M.',
  segment: 'Best customers',
  revenue12m: minor(412_350),
  share: 0.0123,
  lastDay: isoDay('2025-11-28'),
  daysSinceLast: 11,
  usualGapDays: 9.5,
  overdueRatio: 1.2,
  phone: null,
  reason: 'Usually comes every 10 days and has not been in for 34.',
  ...over,
});

const SEGMENTS: readonly Segment[] = [
  aSegment(),
  aSegment({
    id: 2,
    name: 'Regulars',
    rule: '3 purchases or more, back within 61 days',
    whatToDo: 'Keep the rhythm: a note before their usual day, a second category to try.',
    customers: 318,
    customerShare: 0.26,
    revenue: minor(11_980_040),
    revenueShare: 0.29,
    growth: aGrowth({ value: 0.03, lo: -0.04, hi: 0.1, direction: 'unclear' }),
  }),
  aSegment({
    id: 3,
    name: 'Slipping away',
    rule: '3 purchases or more, silent for twice the usual gap',
    whatToDo: 'Call the ten most valuable this week; ask what changed before offering anything.',
    customers: 121,
    customerShare: 0.1,
    revenue: minor(4_410_900),
    revenueShare: 0.11,
    growth: aGrowth({ value: -0.31, lo: -0.4, hi: -0.21, direction: 'declining' }),
  }),
  aSegment({
    id: 4,
    name: 'New this season',
    rule: 'first purchase in the last 90 days',
    whatToDo: 'Win the second purchase within 30 days: a reason to return on the first receipt.',
    customers: 204,
    customerShare: 0.17,
    revenue: minor(1_820_300),
    revenueShare: 0.04,
    growth: { value: null, lo: null, hi: null, direction: 'not-available', reason: 'too new' },
  }),
  aSegment({
    id: 5,
    name: 'Everyone else',
    rule: 'all who fit none of the above',
    whatToDo: 'Self-service and seasonal mail; no personal effort.',
    customers: 418,
    customerShare: 0.35,
    revenue: minor(2_788_816),
    revenueShare: 0.07,
    growth: aGrowth({ value: 0.22, lo: -0.05, hi: 0.51, direction: 'unclear' }),
  }),
];

const QUADRANTS: readonly {
  quadrant: Quadrant;
  title: string;
  whatToDo: string;
  count: number;
  share: number;
}[] = [
  {
    quadrant: 'invest',
    title: 'Invest',
    whatToDo: 'Valuable and growing: first call on your time and best stock.',
    count: 96,
    share: 0.41,
  },
  {
    quadrant: 'protect',
    title: 'Protect',
    whatToDo: 'Valuable but shrinking: find out why, keep what they love.',
    count: 88,
    share: 0.39,
  },
  {
    quadrant: 'develop',
    title: 'Develop',
    whatToDo: 'Small but growing: show them a second category.',
    count: 312,
    share: 0.12,
  },
  {
    quadrant: 'simplify',
    title: 'Simplify',
    whatToDo: 'Small and shrinking: serve well at low cost.',
    count: 504,
    share: 0.08,
  },
];

export const aMatrix = (over: Partial<Matrix> = {}): Matrix => ({
  asOf: isoDay('2025-12-09'),
  subject: 'segments',
  finding: 'Best customers grow by 12 % a year while the valuable ones slipping away shrink by a third',
  valueAxis: 'revenue in the last 12 months',
  growthAxis: 'change of revenue, last 12 months against the 12 before',
  windows: {
    before: { from: isoDay('2023-12-10'), to: isoDay('2024-12-09') },
    after: { from: isoDay('2024-12-10'), to: isoDay('2025-12-09') },
  },
  thresholds: {
    value: minor(4_000_000),
    growth: 0,
    suggestedValue: minor(4_000_000),
    suggestedGrowth: 0,
    sentence: 'Valuable means more than €40,000.',
  },
  points: SEGMENTS.map(aPointOf),
  quadrants: QUADRANTS.map(({ share, ...q }) => ({
    ...q,
    clear: Math.round(q.count / 4),
    revenue: minor(Math.round(41_234_567 * share)),
    revenueShare: share,
  })),
  notPlaced: [],
  warnings: [],
  ...over,
});

export const aPointOf = (segment: Segment): MatrixPoint => ({
  id: segment.id,
  name: segment.name,
  value: segment.revenue,
  revenue: segment.revenue,
  growth: segment.growth,
  quadrant: null,
  segment: segment.id,
  customers: segment.customers,
});

const NAMES = [
  'Maria Quint',
  'Café Sonnenschein',
  'J. Okonkwo-Hughes',
  'Thomas Brandt',
  'Hotel zur Post',
  'Ana Ruiz',
  'P. van der Linden',
  'Weber & Söhne',
  'Siobhán Ní Dhomhnaill',
  'L. Marchetti',
];

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => `${part.charAt(0)}.`)
    .join(' ');

export const aRiskSummary = (over: Partial<RiskSummary> = {}): RiskSummary => ({
  finding: '13 of 92 customers of high value are at risk; they brought €14.9k in 12 months.',
  grade: 'B',
  groups: [
    { class: 'high-value/high-engagement', count: 79, revenueShare: 0.75 },
    { class: 'high-value/at-risk', count: 13, revenueShare: 0.055 },
    { class: 'growth-potential', count: 46, revenueShare: 0.035 },
    { class: 'low-value', count: 462, revenueShare: 0.16 },
  ],
  ...over,
});

/** Six customers leave 680 of 500 together, three lose 180 again (the fixture of MODELS 3). */
export const aWhale = (over: Partial<Whale> = {}): Whale => ({
  finding: '6 customers leave 136% of the profit; 3 cost more than they bring, €180 in all.',
  points: [0, 300, 500, 600, 650, 670, 680, 680, 660, 600, 500].map((amount, customers) => ({
    customers,
    cumulative: minor(100 * amount),
  })),
  total: minor(50_000),
  peak: minor(68_000),
  customersAtPeak: 6,
  n: 10,
  ...over,
});

export const REMARKS: ReviewContent['remarks'] = [
  {
    title: 'What customers say',
    sentence:
      'Of 90 who answered, 38 would recommend you and 20 would not. 18 messages have waited for more than 48 hours; half of the answers came within 31 hours.',
  },
  { title: 'New customers', sentence: 'A new customer cost €1.24k and is worth 1.2 times that.' },
];

/** Fourteen months, the last not over. */
const MONTHS = Array.from({ length: 14 }, (_, k) => ({
  month: `${2024 + Math.floor((k + 10) / 12)}-${String(((k + 10) % 12) + 1).padStart(2, '0')}`,
  revenue: minor(3_100_000 + 140_000 * (k % 5)),
}));

const OUTLOOK: RevenueOutlook = {
  finding: 'Jan 2026 is likely to bring €28.1k to €36.4k.',
  horizon: 'Told to May 2026 from 23 complete months.',
  level: 0.8,
  running: { month: '2025-12', sold: minor(1_100_000) },
  past: MONTHS.slice(0, 13),
  ahead: Array.from({ length: 6 }, (_, k) => ({
    month: k === 0 ? '2025-12' : `2026-0${k}`,
    revenue: minor(3_200_000 + 50_000 * k),
    lo: minor(2_810_000),
    hi: minor(3_640_000),
  })),
  next: aResult({ metric: 'forecast' }),
  segments: [],
};

const YEARS: YearOnYearView = {
  finding: 'Known customers brought 6% more than the year before, mostly because there were more of them.',
  label: 'year on year',
  p1: { from: isoDay('2024-12-10'), to: isoDay('2025-12-09') },
  p2: { from: isoDay('2023-12-10'), to: isoDay('2024-12-09') },
  before: { buyers: 1100, days: 9000, revenue: minor(38_900_000) },
  after: { buyers: 1204, days: 9400, revenue: minor(41_234_567) },
  classes: [
    { class: 'new', title: 'New', customers: 204, before: minor(0), after: minor(4_234_567) },
    {
      class: 'same',
      title: 'Stayed in their fifth',
      customers: 1000,
      before: minor(38_900_000),
      after: minor(37_000_000),
    },
  ],
  cells: [],
  steps: [
    { title: 'More or fewer customers', amount: minor(2_000_000) },
    { title: 'More or fewer purchases each', amount: minor(434_567) },
    { title: 'More or less spent per purchase', amount: minor(-100_000) },
  ],
};

const BACK_TEST: BackTestView = {
  finding:
    'Asked three months ago, we would have told €90k to €110k from the customers known then; €98k came, within that range.',
  asked: [
    {
      ago: 'three months ago',
      origin: isoDay('2025-09-10'),
      window: { from: isoDay('2025-09-11'), to: isoDay('2025-12-09') },
      customers: 1100,
      level: 0.9,
      money: { forecast: 10_000_000, lo: 9_000_000, hi: 11_000_000, actual: 9_800_000, inside: true },
      purchases: { forecast: 2200, lo: 2000, hi: 2400, actual: 2450, inside: false },
      sentence: '',
      fails: ['Those who had bought once were expected to buy 78 times and bought 29 times.'],
    },
  ],
};

export const aReviewContent = (over: Partial<ReviewContent> = {}): ReviewContent => {
  const shown = (name: string): string => (over.ownersCopy === true ? name : initials(name));
  return {
    businessName: 'Quint Delicatessen',
    asOf: isoDay('2025-12-09'),
    period: { from: isoDay('2024-01-03'), to: isoDay('2025-12-09') },
    madeOn: isoDay('2025-12-12'),
    currency: 'EUR',
    locale: 'en-IE',
    paper: 'A4',
    ownersCopy: false,
    headlines: [
      '143 best customers, one in eight, bring 49 % of revenue.',
      'Revenue of the last 12 months is €412k, 6 % more than in the 12 before.',
      '121 good customers are silent for more than twice their usual gap; they brought €44k in 12 months.',
      '204 customers came for the first time since September; 38 % of them have been back.',
      'Half of your customers return within 23 days.',
    ],
    figures: [
      aResult(),
      aResult({ metric: 'activeCustomers', unit: 'count', value: 1204 }),
      aResult({ metric: 'growth', unit: 'growth', value: 0.06, lo: 0.02, hi: 0.1, level: 0.8 }),
      aResult({ metric: 'repeatShare', unit: 'share', value: 0.58, lo: 0.55, hi: 0.61, level: 0.8 }),
      aResult({ metric: 'usualGap', unit: 'days', value: 23 }),
      aResult({ metric: 'revenueAtRisk', unit: 'money', value: 4_410_900, grade: 'C' }),
    ],
    matrix: aMatrix(),
    customerMatrix: aMatrix({
      subject: 'customers',
      finding: '88 valuable customers are shrinking, 22 of them clearly',
      notPlaced: [
        { reason: 'first bought within the last 24 months', customers: 171, revenue: minor(1_234_500) },
        { reason: 'bought too rarely to say', customers: 33, revenue: minor(123_400) },
      ],
    }),
    segments: [...SEGMENTS],
    segmentNote: null,
    form: 'short',
    months: MONTHS,
    outlook: OUTLOOK,
    yearOnYear: YEARS,
    backTest: BACK_TEST,
    mostValuable: NAMES.map((name, i) =>
      aReviewCustomer({
        name: shown(name),
        revenue12m: minor(1_241_235 - i * 61_307),
        share: 0.0301 - i * 0.0015,
      }),
    ),
    mostAtRisk: NAMES.toReversed().map((name, i) =>
      aReviewCustomer({
        name: shown(name),
        revenue12m: minor(512_480 - i * 31_111),
        lastDay: isoDay('2025-09-14'),
        daysSinceLast: 86 + i,
        usualGapDays: 12.4 + i,
        overdueRatio: 6.9 - i * 0.4,
      }),
    ),
    monday: NAMES.slice(0, 5).map((name, i) =>
      aReviewCustomer({
        name: shown(name),
        phone: over.ownersCopy === true ? `+353 1 555 01${20 + i}` : null,
        reason: `Usually comes every ${9 + i} days, has not been in for ${41 + 3 * i}; brought €${(5 - i) * 1000} in 12 months.`,
      }),
    ),
    riskValue: aRiskSummary(),
    whale: null,
    till: null,
    remarks: [],
    methods: [
      'Revenue is goods and shipping less discounts and refunds, without tips, fees and gift-card sales.',
      'Growth compares two equal windows of 12 months; a segment’s range comes from resampling its customers.',
      'At risk means at least 3 purchase days and a silence of twice the customer’s own usual gap (rule of thumb).',
    ],
    warnings: [
      'It is not known whether the prices include tax; revenue is shown as it stands in the files.',
      '6 % of sales carry no customer and stand in no segment.',
    ],
    ...over,
  };
};
