import type { CustomerSort } from '../../../shared/contract/customers.ts';
import type { TableRow } from '../../../shared/model/customer.ts';
import type { Cell } from '../../ui/text/copy.ts';
import { type Format, NOTHING } from '../../ui/text/format-core.ts';
import { phoneText } from '../../ui/text/phone.ts';
import { CHURN_RISK_WORDS, QUADRANT_WORDS, RHYTHM_WORDS } from './words.ts';

export type Column = {
  readonly id: string;
  readonly title: string;
  readonly width: number;
  readonly right?: boolean;
  readonly sort?: CustomerSort;
  /** shows what the models say, which has to be asked for */
  readonly estimates?: boolean;
  /** what the table shows */
  readonly text: (row: TableRow, format: Format) => string;
  /** what a spreadsheet gets */
  readonly cell: (row: TableRow, format: Format) => Cell;
};

const asText = (
  id: string,
  title: string,
  width: number,
  read: (row: TableRow) => string | null,
  sort?: CustomerSort,
): Column => ({
  id,
  title,
  width,
  text: (row) => read(row) ?? NOTHING,
  cell: (row) => read(row) ?? '',
  ...(sort && { sort }),
});

const asNumber = (
  id: string,
  title: string,
  width: number,
  text: Column['text'],
  cell: Column['cell'],
  sort?: CustomerSort,
): Column => ({ id, title, width, right: true, text, cell, ...(sort && { sort }) });

const none = { number: '' };
const counted = (n: number | null, f: Format, places = 0): Cell => (n === null ? none : f.cell(n, places));

/** What is to be expected of each customer. */
const ESTIMATES: readonly Column[] = [
  asText(
    'churnRisk',
    'Risk',
    84,
    ({ estimates }) => (estimates?.churnRisk ? CHURN_RISK_WORDS[estimates.churnRisk] : null),
    'noPurchase',
  ),
  {
    ...asText('nextOrder', 'Next order', 148, ({ estimates }) => estimates?.nextOrder?.median ?? null),
    text: ({ estimates }, f) =>
      estimates?.nextOrder
        ? `~ ${f.day(estimates.nextOrder.median)}`
        : estimates?.chance90 == null
          ? NOTHING
          : `${f.share(estimates.chance90)} in 90 days`,
  },
  asNumber(
    'orders12m',
    'Orders ahead',
    112,
    ({ estimates }, f) => f.decimal(estimates?.orders12m ?? null),
    ({ estimates }, f) => counted(estimates?.orders12m ?? null, f, 2),
    'orders12m',
  ),
  asNumber(
    'clv',
    'Value ahead',
    184,
    ({ estimates }, f) =>
      estimates?.clv == null
        ? NOTHING
        : `${f.money(estimates.clv, HEADLINE)} (${f.money(estimates.clvLo, HEADLINE)} to ${f.money(estimates.clvHi, HEADLINE)})`,
    ({ estimates }, f) => f.amountCell(estimates?.clv ?? null),
    'clv',
  ),
];

const HEADLINE = { headline: true };

/** Every column there is, in the order of the table. The name always shows. */
export const COLUMNS: readonly Column[] = [
  asText('name', 'Customer', 220, (r) => r.name, 'name'),
  asText('phone', 'Phone', 148, (r) => r.phone && phoneText(r.phone)),
  asText('email', 'E-mail', 200, (r) => r.email),
  asText('city', 'City', 120, (r) => r.city),
  asText('segment', 'Segment', 132, (r) => r.segmentName, 'segment'),
  asNumber(
    'revenue12m',
    '12 months',
    112,
    (r, f) => f.money(r.revenue12m),
    (r, f) => f.amountCell(r.revenue12m),
    'revenue12m',
  ),
  asNumber(
    'revenue',
    'In all',
    112,
    (r, f) => f.money(r.revenue),
    (r, f) => f.amountCell(r.revenue),
    'revenue',
  ),
  asNumber(
    'revenueShare',
    'Share',
    72,
    (r, f) => f.share(r.revenueShare),
    (r, f) => f.percentCell(r.revenueShare),
  ),
  asNumber(
    'growth',
    'Growth',
    124,
    (r, f) => (r.growth.value === null ? NOTHING : f.change(r.growth.value)),
    (r, f) => f.percentCell(r.growth.value),
    'growth',
  ),
  asNumber(
    'orders',
    'Orders',
    76,
    (r, f) => f.count(r.orders),
    (r, f) => f.cell(r.orders, 0),
    'orders',
  ),
  asNumber(
    'purchaseDays',
    'Purchase days',
    120,
    (r, f) => f.count(r.purchaseDays),
    (r, f) => f.cell(r.purchaseDays, 0),
  ),
  {
    ...asText('firstDay', 'First purchase', 124, (r) => r.firstDay, 'firstDay'),
    text: (r, f) => f.day(r.firstDay),
  },
  {
    ...asText('lastDay', 'Last purchase', 124, (r) => r.lastDay, 'lastDay'),
    text: (r, f) => f.day(r.lastDay),
  },
  asNumber(
    'daysSinceLast',
    'Silent for',
    96,
    (r, f) => f.days(r.daysSinceLast),
    (r, f) => counted(r.daysSinceLast, f),
  ),
  asNumber(
    'usualGapDays',
    'Usual gap',
    94,
    (r, f) => f.days(r.usualGapDays),
    (r, f) => counted(r.usualGapDays, f, 1),
  ),
  asNumber(
    'overdueRatio',
    'Silence ÷ gap',
    126,
    (r, f) => f.ratio(r.overdueRatio),
    (r, f) => counted(r.overdueRatio, f, 2),
    'overdueRatio',
  ),
  asText('rhythm', 'Rhythm', 84, (r) => (r.rhythm === null ? null : RHYTHM_WORDS[r.rhythm])),
  asText('quadrant', 'Field', 92, (r) => (r.quadrant === null ? null : QUADRANT_WORDS[r.quadrant])),
  asText('rfm', 'RFM', 72, (r) => r.rfm, 'rfm'),
  ...ESTIMATES.map((column) => ({ ...column, estimates: true })),
];

const FIRST_SHOWN = [
  'name',
  'phone',
  'segment',
  'revenue12m',
  'growth',
  'orders',
  'lastDay',
  'usualGapDays',
  'rhythm',
];

export const firstColumns = (): readonly string[] => FIRST_SHOWN;

/** The columns with these ids, in the order of the table; the name is always among them. */
export const columnsOf = (ids: readonly string[]): readonly Column[] =>
  COLUMNS.filter((c) => c.id === 'name' || ids.includes(c.id));

/** Whether any of these shows what the models say. */
export const needsEstimates = (columns: readonly Column[]): boolean =>
  columns.some(({ estimates }) => estimates === true);

/** The remembered choice, or the first one when what was remembered cannot be read. */
export const rememberedColumns = (text: string | null): readonly string[] => {
  if (text === null) return FIRST_SHOWN;
  try {
    const ids: unknown = JSON.parse(text);
    if (!Array.isArray(ids)) return FIRST_SHOWN;
    const known = ids.filter((id) => COLUMNS.some((c) => c.id === id)) as string[];
    return known.length > 0 ? known : FIRST_SHOWN;
  } catch {
    return FIRST_SHOWN;
  }
};
