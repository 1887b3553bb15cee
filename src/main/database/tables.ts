import type { Generated } from 'kysely';

/** What every table of records has: the record's natural key and the import that says it. */
type Records = { key: string; batch_id: number; source_row: number };

/** The tables as Kysely types them; schema.snapshot.sql is the truth they are tested against. */
export type Tables = {
  setting: { name: string; value: string };
  batch: {
    id: Generated<number>;
    kind: string;
    source: string;
    file_name: string;
    file_sha256: string;
    file_bytes: number;
    reading: string;
    imported_at: number;
    undone_at: number | null;
    rows_read: number;
    rows_imported: number;
    rows_left_out: number;
    rows_already_there: number;
    currency: string;
    revenue_minor: number;
    revenue_left_out_minor: number;
    first_day: string | null;
    last_day: string | null;
    issue_count: number;
  };
  import_issue: {
    batch_id: number;
    seq: number;
    row: number;
    column_name: string | null;
    code: string;
    value: string;
    message: string;
    left_out: number;
  };
  customer: {
    id: Generated<number>;
    name: string;
    email: string | null;
    phone: string | null;
    company: string | null;
    street: string | null;
    city: string | null;
    postcode: string | null;
    country: string | null;
    no_profiling: Generated<number>;
  };
  customer_identity: {
    id: Generated<number>;
    customer_id: number;
    source: string;
    kind: 'id' | 'email' | 'phone' | 'name';
    value: string;
  };
  identity_claim: {
    identity_id: number;
    batch_id: number;
    name: string | null;
    email: string | null;
    phone: string | null;
    company: string | null;
    street: string | null;
    city: string | null;
    postcode: string | null;
    country: string | null;
  };
  product: {
    id: Generated<number>;
    kind: 'code' | 'name';
    value: string;
    name: string;
    category: string | null;
    is_sale: Generated<number>;
    unit_cost_micro: number | null;
    price_micro: number | null;
  };
  product_claim: {
    product_id: number;
    batch_id: number;
    name: string | null;
    category: string | null;
    unit_cost_micro: number | null;
    price_micro: number | null;
  };
  customer_trait: {
    identity_id: number;
    batch_id: number;
    industry: string | null;
    size: string | null;
    customer_group: string | null;
    acquired_by: string | null;
    referred_by: string | null;
    no_profiling: number | null;
  };
  consent: {
    identity_id: number;
    channel: 'email' | 'phone' | 'sms' | 'post';
    batch_id: number;
    granted: number;
    decided_on: string | null;
  };
  cost_rate: Records & { activity: string; unit: string; rate_micro: number };
  cost_entry: Records & {
    identity_id: number | null;
    day: string;
    activity: string;
    quantity_micro: number | null;
    amount_minor: number | null;
    note: string | null;
  };
  interaction: Records & {
    identity_id: number;
    day: string;
    second_of_day: number | null;
    type: 'visit' | 'open' | 'click' | 'call' | 'support' | 'loyalty' | 'use' | 'complaint' | 'other';
    label: string;
    duration_seconds: number | null;
    outcome: string | null;
    note: string | null;
  };
  acquisition_spend: Records & {
    first_day: string;
    last_day: string;
    channel: string;
    campaign: string | null;
    segment: string | null;
    amount_minor: number;
  };
  campaign: Records & {
    name: string;
    channel: string | null;
    day: string | null;
    target_segment: string | null;
    cost_minor: number | null;
  };
  campaign_recipient: Records & {
    campaign: string;
    identity_id: number;
    sent_on: string | null;
    variant: string | null;
    opened: number | null;
    clicked: number | null;
    answered: number | null;
  };
  feedback: Records & {
    identity_id: number | null;
    received_on: string;
    received_second: number | null;
    touchpoint: string | null;
    recommend: number | null;
    satisfaction: number | null;
    ratings: string | null;
    comment: string | null;
    state: 'new' | 'answered' | 'changed' | 'told';
    answered_on: string | null;
    answered_second: number | null;
  };
  quote: Records & {
    identity_id: number | null;
    number: string | null;
    quoted_on: string;
    valid_until: string | null;
    status: 'open' | 'won' | 'lost';
    amount_minor: number | null;
  };
  sales_order: {
    id: Generated<number>;
    source: string;
    key: string;
    number: string;
    identity_id: number | null;
    ordered_on: string;
    second_of_day: number | null;
    refers_to: string | null;
    pending: Generated<number>;
    line_count: number;
    net_minor: number;
    digest: number;
  };
  order_variant: {
    order_id: number;
    batch_id: number;
    number: string;
    identity_id: number | null;
    ordered_on: string;
    second_of_day: number | null;
    refers_to: string | null;
    pending: number;
  };
  order_line: {
    id: Generated<number>;
    order_id: number;
    product_id: number | null;
    quantity_micro: number | null;
    unit_price_micro: number | null;
    amount_minor: number;
    discount_minor: number;
    tax_minor: number;
    shipping_minor: number;
    source_row: number;
  };
  line_claim: { batch_id: number; first_id: number; last_id: number };
  line_variant: {
    line_id: number;
    batch_id: number;
    product_id: number | null;
    quantity_micro: number | null;
    unit_price_micro: number | null;
    amount_minor: number;
    discount_minor: number;
    tax_minor: number;
    shipping_minor: number;
    source_row: number;
  };
  customer_day: { customer_id: number; day: string; known_on: string; orders: number; net_minor: number };
  customer_summary: {
    customer_id: number;
    orders: number;
    purchase_days: number;
    first_day: string | null;
    last_day: string | null;
    net_minor: number;
  };
  month_summary: {
    month: string;
    orders: number;
    lines: number;
    customers: number;
    identified_minor: number;
    anonymous_minor: number;
    returns_minor: number;
  };
  segment_version: {
    id: Generated<number>;
    created_at: number;
    recipe: string;
    thresholds: string;
    active: number;
  };
  segment: { id: Generated<number>; version_id: number; position: number; name: string; rule: string };
  segment_snapshot: { id: Generated<number>; version_id: number; as_of: string; taken_at: number };
  segment_member: { snapshot_id: number; customer_id: number; segment_id: number | null };
  review: {
    id: Generated<number>;
    made_at: number;
    as_of: string;
    owners_copy: number;
    paper: string;
    content: string;
    snapshot_id: number | null;
  };
  change_log: {
    id: Generated<number>;
    at: number;
    kind: string;
    sentence: string;
    before: string | null;
    after: string | null;
    undone_at: number | null;
  };
};
