/** A column that names a row of another table; it is written as that row's natural key. */
export type Reference = 'identity' | 'product' | 'order' | 'line' | 'kept';

export const REFERENCES: Readonly<Record<string, Reference>> = {
  identity_id: 'identity',
  product_id: 'product',
  order_id: 'order',
  line_id: 'line',
  kept_id: 'kept',
};

/**
 * What becomes of a table in an export of everything. `kept`: a CSV of its rows, without the columns that are computed from
 * others or only number its rows. `computed`: worked out again. `within`: a column of another table's CSV.
 */
export type TableEntry =
  | { readonly as: 'kept'; readonly without?: readonly string[] }
  | { readonly as: 'computed'; readonly from: string }
  | { readonly as: 'within'; readonly table: string };

const KEPT: TableEntry = { as: 'kept' };
const SUMMARIES: TableEntry = { as: 'computed', from: 'orders' };
const PAGES: TableEntry = { as: 'computed', from: 'the file itself' };

/** Every table of the schema, in the order in which they are read back; a test fails for one that has no entry. */
export const TABLES: Readonly<Record<string, TableEntry>> = {
  setting: KEPT,
  batch: KEPT,
  import_issue: KEPT,
  customer_identity: { as: 'kept', without: ['id', 'customer_id'] },
  identity_claim: KEPT,
  customer_trait: KEPT,
  consent: KEPT,
  product: {
    as: 'kept',
    without: ['id', 'name', 'category', 'is_sale', 'unit_cost_micro', 'price_micro', 'tax_micro'],
  },
  product_claim: KEPT,
  product_mark: KEPT,
  sales_order: {
    as: 'kept',
    without: ['id', 'line_count', 'net_minor', 'digest', 'counted_minor', 'counted_lines'],
  },
  order_variant: KEPT,
  order_line: { as: 'kept', without: ['id', 'counted_minor'] },
  line_claim: { as: 'within', table: 'order_line' },
  line_variant: KEPT,
  cost_rate: KEPT,
  cost_entry: KEPT,
  interaction: KEPT,
  acquisition_spend: KEPT,
  campaign: KEPT,
  campaign_recipient: KEPT,
  feedback: KEPT,
  quote: KEPT,
  calendar_mark: KEPT,
  kept_identity: { as: 'kept', without: ['id'] },
  segment_version: KEPT,
  segment: KEPT,
  segment_snapshot: KEPT,
  segment_member: KEPT,
  review: KEPT,
  change_log: KEPT,
  customer: { as: 'computed', from: 'identities' },
  customer_day: SUMMARIES,
  customer_summary: SUMMARIES,
  month_summary: SUMMARIES,
  page_sum: PAGES,
  seal: PAGES,
};

export const FORMAT = 'clientele-everything';
export const FORMAT_VERSION = 1;

/** The column of `order_line` that says which imports brought a line. */
export const IMPORTS = 'imports';

const KEY_COLUMNS: Readonly<Record<Reference, readonly string[]>> = {
  identity: ['source', 'kind', 'value'],
  product: ['kind', 'value'],
  order: ['source', 'key'],
  line: ['source', 'key', 'place'],
  kept: ['source', 'kind', 'value'],
};

/** The headings under which a reference is written: `identity.source`, `identity.kind`, `identity.value`. */
export const headingsOf = (reference: Reference): string[] =>
  KEY_COLUMNS[reference].map((column) => `${reference}.${column}`);
