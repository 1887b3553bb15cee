import { Problem } from '../../../shared/model/problem.ts';
import type { Readable } from '../../database/connection.ts';
import { analysisOf } from '../analysis/analysis.ts';
import { customerRow } from '../analysis/customer-row.ts';
import { describeSegments } from '../segments/segments.ts';
import { type Cell, decimals, type Table } from '../tables/table-file.ts';

export const EXPORT_KINDS = ['customers', 'orders', 'segments'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** Data out, as rows that open in a spreadsheet and that `import` reads back. */
export const exportTable = (db: Readable, what: ExportKind): Table =>
  what === 'customers' ? customers(db) : what === 'segments' ? segments(db) : orders(db);

const customers = (db: Readable): Table => {
  const analysis = needed(db);
  const decimal = decimals(analysis.currency);
  return {
    fields: [
      'Customer ID',
      'Customer',
      'E-mail',
      'Phone',
      'City',
      'Segment',
      'Rhythm',
      'RFM',
      'Purchase days',
      'First purchase',
      'Last purchase',
      'Usual gap in days',
      'Overdue ratio',
      'Revenue',
      'Revenue of the last 12 months',
      'Growth',
    ],
    data: Array.from(analysis.history.customer, (_, i) => {
      const row = customerRow(analysis, i);
      return [
        row.key,
        row.name,
        row.email,
        row.phone,
        row.city,
        row.segmentName,
        row.rhythm,
        row.rfm === null ? null : row.rfm,
        row.purchaseDays,
        row.firstDay,
        row.lastDay,
        rounded(row.usualGapDays),
        rounded(row.overdueRatio),
        decimal(row.revenue),
        decimal(row.revenue12m),
        row.growth.value === null ? null : Math.round(row.growth.value * 1000) / 1000,
      ];
    }),
  };
};

const segments = (db: Readable): Table => {
  const analysis = needed(db);
  const decimal = decimals(analysis.currency);
  return {
    fields: ['Segment', 'Rule', 'Customers', 'Revenue', 'Share of revenue', 'What to do'],
    data: describeSegments(db, analysis).segments.map((segment) => [
      segment.name,
      segment.rule,
      segment.customers,
      decimal(segment.revenue),
      Math.round(segment.revenueShare * 10_000) / 10_000,
      segment.whatToDo,
    ]),
  };
};

const MICRO = 1_000_000;

type LineCells = [
  number: string,
  day: string,
  second: number | null,
  identityKind: string | null,
  identity: string | null,
  name: string | null,
  email: string | null,
  phone: string | null,
  productKind: string | null,
  code: string | null,
  product: string | null,
  category: string | null,
  quantityMicro: number | null,
  priceMicro: number | null,
  amountMinor: number,
];

/** Order lines that count, under headers that the importer recognises, so that they go back in as they came. */
const orders = (db: Readable): Table => {
  const currency = needed(db).currency;
  const decimal = decimals(currency);
  const rows = db.eachCells<LineCells>(
    `SELECT o.number, o.ordered_on, o.second_of_day, i.kind, i.value, c.name, c.email, c.phone, p.kind, p.value, p.name, p.category, l.quantity_micro, l.unit_price_micro, l.revenue_minor
       FROM order_line l JOIN sales_order o ON o.id = l.order_id
       LEFT JOIN customer_identity i ON i.id = o.identity_id LEFT JOIN customer c ON c.id = i.customer_id LEFT JOIN product p ON p.id = l.product_id
       WHERE coalesce(p.is_sale, 1) = 1
       ORDER BY o.ordered_on, o.id, l.id`,
  );
  const data: Cell[][] = [];
  for (const [
    number,
    day,
    second,
    kind,
    value,
    name,
    email,
    phone,
    productKind,
    code,
    product,
    category,
    quantity,
    price,
    amount,
  ] of rows) {
    data.push([
      number,
      day,
      second === null ? null : clock(second),
      kind === 'id' ? value : null,
      name,
      email,
      phone,
      productKind === 'code' ? code : null,
      product,
      category,
      quantity === null ? null : quantity / MICRO,
      price === null ? null : price / MICRO,
      decimal(amount),
      currency,
    ]);
  }
  return {
    fields: [
      'Order number',
      'Date',
      'Time',
      'Customer ID',
      'Customer',
      'E-mail',
      'Phone',
      'Product code',
      'Product',
      'Category',
      'Quantity',
      'Unit price',
      'Net amount',
      'Currency',
    ],
    data,
  };
};

const needed = (db: Readable) => {
  const analysis = analysisOf(db);
  if (!analysis) throw new Problem('There are no sales yet, so there is nothing to export.');
  return analysis;
};

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100) / 100;

const clock = (second: number): string =>
  [Math.floor(second / 3600), Math.floor((second % 3600) / 60), second % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
