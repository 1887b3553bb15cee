// Generated from the migrations by `npm run docs`; a test of scripts/test.ts keeps it in step.
import type { Generated, GeneratedAlways } from 'kysely';
import type { IsoDay } from '../../shared/model/day.ts';
import type { Minor } from '../../shared/model/money.ts';

/**
 * Every table and view with its columns as SQLite keeps them: `_minor` is money in whole minor units, days are calendar
 * days, `_micro` are millionths, truth is 0 or 1. A view ending in `_now` holds what is in force and cannot be written.
 */
export type Tables = {
  acquisition_spend: {
    key: string;
    batch_id: number;
    source_row: number;
    first_day: IsoDay;
    last_day: IsoDay;
    channel: string;
    campaign: string | null;
    segment: string | null;
    amount_minor: Minor;
  };
  acquisition_spend_now: {
    key: GeneratedAlways<string>;
    batch_id: GeneratedAlways<number>;
    source_row: GeneratedAlways<number>;
    first_day: GeneratedAlways<IsoDay>;
    last_day: GeneratedAlways<IsoDay>;
    channel: GeneratedAlways<string>;
    campaign: GeneratedAlways<string | null>;
    segment: GeneratedAlways<string | null>;
    amount_minor: GeneratedAlways<Minor>;
  };
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
    revenue_minor: Minor;
    revenue_left_out_minor: Minor;
    first_day: IsoDay | null;
    last_day: IsoDay | null;
    issue_count: number;
  };
  calendar_mark: {
    kind: 'closed' | 'exceptional' | 'campaign' | 'prices';
    first_day: IsoDay;
    last_day: IsoDay;
    state: 'confirmed' | 'rejected';
  };
  campaign: {
    key: string;
    batch_id: number;
    source_row: number;
    name: string;
    channel: string | null;
    day: IsoDay | null;
    target_segment: string | null;
    cost_minor: Minor | null;
  };
  campaign_now: {
    key: GeneratedAlways<string>;
    batch_id: GeneratedAlways<number>;
    source_row: GeneratedAlways<number>;
    name: GeneratedAlways<string>;
    channel: GeneratedAlways<string | null>;
    day: GeneratedAlways<IsoDay | null>;
    target_segment: GeneratedAlways<string | null>;
    cost_minor: GeneratedAlways<Minor | null>;
  };
  campaign_recipient: {
    key: string;
    batch_id: number;
    source_row: number;
    campaign: string;
    identity_id: number;
    sent_on: IsoDay | null;
    variant: string | null;
    opened: number | null;
    clicked: number | null;
    answered: number | null;
  };
  campaign_recipient_now: {
    key: GeneratedAlways<string>;
    batch_id: GeneratedAlways<number>;
    source_row: GeneratedAlways<number>;
    campaign: GeneratedAlways<string>;
    identity_id: GeneratedAlways<number>;
    sent_on: GeneratedAlways<IsoDay | null>;
    variant: GeneratedAlways<string | null>;
    opened: GeneratedAlways<number | null>;
    clicked: GeneratedAlways<number | null>;
    answered: GeneratedAlways<number | null>;
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
  consent: {
    identity_id: number;
    channel: 'email' | 'phone' | 'sms' | 'post';
    batch_id: number;
    granted: number;
    decided_on: IsoDay | null;
  };
  cost_entry: {
    key: string;
    batch_id: number;
    source_row: number;
    identity_id: number | null;
    day: IsoDay;
    activity: string;
    quantity_micro: number | null;
    amount_minor: Minor | null;
    note: string | null;
  };
  cost_entry_now: {
    key: GeneratedAlways<string>;
    batch_id: GeneratedAlways<number>;
    source_row: GeneratedAlways<number>;
    identity_id: GeneratedAlways<number | null>;
    day: GeneratedAlways<IsoDay>;
    activity: GeneratedAlways<string>;
    quantity_micro: GeneratedAlways<number | null>;
    amount_minor: GeneratedAlways<Minor | null>;
    note: GeneratedAlways<string | null>;
  };
  cost_rate: {
    key: string;
    batch_id: number;
    source_row: number;
    activity: string;
    unit: string;
    rate_micro: number;
  };
  cost_rate_now: {
    key: GeneratedAlways<string>;
    batch_id: GeneratedAlways<number>;
    source_row: GeneratedAlways<number>;
    activity: GeneratedAlways<string>;
    unit: GeneratedAlways<string>;
    rate_micro: GeneratedAlways<number>;
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
  customer_day: {
    customer_id: number;
    day: IsoDay;
    known_on: IsoDay;
    orders: number;
    net_minor: Minor;
  };
  customer_identity: {
    id: Generated<number>;
    customer_id: number;
    source: string;
    kind: 'id' | 'email' | 'phone' | 'name';
    value: string;
  };
  customer_summary: {
    customer_id: number;
    orders: number;
    purchase_days: number;
    first_day: IsoDay | null;
    last_day: IsoDay | null;
    net_minor: Minor;
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
    customer_since: string | null;
  };
  feedback: {
    key: string;
    batch_id: number;
    source_row: number;
    identity_id: number | null;
    received_on: IsoDay;
    received_second: number | null;
    touchpoint: string | null;
    recommend: number | null;
    satisfaction: number | null;
    ratings: string | null;
    comment: string | null;
    state: 'new' | 'answered' | 'changed' | 'told';
    answered_on: IsoDay | null;
    answered_second: number | null;
  };
  feedback_now: {
    key: GeneratedAlways<string>;
    batch_id: GeneratedAlways<number>;
    source_row: GeneratedAlways<number>;
    identity_id: GeneratedAlways<number | null>;
    received_on: GeneratedAlways<IsoDay>;
    received_second: GeneratedAlways<number | null>;
    touchpoint: GeneratedAlways<string | null>;
    recommend: GeneratedAlways<number | null>;
    satisfaction: GeneratedAlways<number | null>;
    ratings: GeneratedAlways<string | null>;
    comment: GeneratedAlways<string | null>;
    state: GeneratedAlways<'new' | 'answered' | 'changed' | 'told'>;
    answered_on: GeneratedAlways<IsoDay | null>;
    answered_second: GeneratedAlways<number | null>;
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
  interaction: {
    key: string;
    batch_id: number;
    source_row: number;
    identity_id: number;
    day: IsoDay;
    second_of_day: number | null;
    type: 'visit' | 'open' | 'click' | 'call' | 'support' | 'loyalty' | 'use' | 'complaint' | 'other';
    label: string;
    duration_seconds: number | null;
    outcome: string | null;
    note: string | null;
  };
  interaction_now: {
    key: GeneratedAlways<string>;
    batch_id: GeneratedAlways<number>;
    source_row: GeneratedAlways<number>;
    identity_id: GeneratedAlways<number>;
    day: GeneratedAlways<IsoDay>;
    second_of_day: GeneratedAlways<number | null>;
    type: GeneratedAlways<
      'visit' | 'open' | 'click' | 'call' | 'support' | 'loyalty' | 'use' | 'complaint' | 'other'
    >;
    label: GeneratedAlways<string>;
    duration_seconds: GeneratedAlways<number | null>;
    outcome: GeneratedAlways<string | null>;
    note: GeneratedAlways<string | null>;
  };
  kept_identity: {
    id: Generated<number>;
    value: string;
    kind: 'id' | 'email' | 'phone' | 'name' | 'number';
    source: string;
  };
  line_claim: {
    batch_id: number;
    first_id: number;
    last_id: number;
  };
  line_variant: {
    line_id: number;
    batch_id: number;
    product_id: number | null;
    quantity_micro: number | null;
    unit_price_micro: number | null;
    amount_minor: Minor;
    discount_minor: Minor;
    tax_minor: Minor;
    shipping_minor: Minor;
    source_row: number;
  };
  month_summary: {
    month: string;
    orders: number;
    lines: number;
    customers: number;
    identified_minor: Minor;
    anonymous_minor: Minor;
    returns_minor: Minor;
  };
  order_line: {
    id: Generated<number>;
    order_id: number;
    product_id: number | null;
    quantity_micro: number | null;
    unit_price_micro: number | null;
    amount_minor: Minor;
    source_row: number;
    discount_minor: Generated<Minor>;
    tax_minor: Generated<Minor>;
    shipping_minor: Generated<Minor>;
    counted_minor: Minor | null;
    revenue_minor: GeneratedAlways<Minor>;
  };
  order_variant: {
    order_id: number;
    batch_id: number;
    number: string;
    identity_id: number | null;
    ordered_on: IsoDay;
    second_of_day: number | null;
    refers_to: string | null;
    pending: number;
  };
  page_sum: {
    one: Generated<number>;
    sums: Uint8Array;
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
    tax_micro: number | null;
  };
  product_claim: {
    product_id: number;
    batch_id: number;
    name: string | null;
    category: string | null;
    unit_cost_micro: number | null;
    price_micro: number | null;
  };
  product_mark: {
    value: string;
    kind: 'code' | 'name';
    role: 'article' | 'charge' | 'not-a-sale' | 'renewing' | null;
    tax_micro: number | null;
  };
  quote: {
    key: string;
    batch_id: number;
    source_row: number;
    identity_id: number | null;
    number: string | null;
    quoted_on: IsoDay;
    valid_until: IsoDay | null;
    status: 'open' | 'won' | 'lost';
    amount_minor: Minor | null;
  };
  quote_now: {
    key: GeneratedAlways<string>;
    batch_id: GeneratedAlways<number>;
    source_row: GeneratedAlways<number>;
    identity_id: GeneratedAlways<number | null>;
    number: GeneratedAlways<string | null>;
    quoted_on: GeneratedAlways<IsoDay>;
    valid_until: GeneratedAlways<IsoDay | null>;
    status: GeneratedAlways<'open' | 'won' | 'lost'>;
    amount_minor: GeneratedAlways<Minor | null>;
  };
  review: {
    id: Generated<number>;
    made_at: number;
    as_of: IsoDay;
    owners_copy: number;
    paper: string;
    content: string;
    snapshot_id: number | null;
  };
  sales_order: {
    id: Generated<number>;
    source: string;
    key: string;
    number: string;
    identity_id: number | null;
    ordered_on: IsoDay;
    second_of_day: number | null;
    refers_to: string | null;
    pending: Generated<number>;
    line_count: number;
    net_minor: Minor;
    digest: number;
    counted_minor: Minor | null;
    counted_lines: number | null;
    revenue_minor: GeneratedAlways<Minor>;
    revenue_lines: GeneratedAlways<number>;
  };
  seal: {
    one: Generated<number>;
    word: string;
  };
  segment: {
    id: Generated<number>;
    version_id: number;
    position: number;
    name: string;
    rule: string;
  };
  segment_member: {
    snapshot_id: number;
    member: number;
    kept_id: number;
    segment_id: number | null;
  };
  segment_snapshot: {
    id: Generated<number>;
    version_id: number;
    as_of: IsoDay;
    taken_at: number;
  };
  segment_version: {
    id: Generated<number>;
    created_at: number;
    recipe: string;
    thresholds: string;
    active: number;
  };
  setting: {
    name: string;
    value: string;
  };
};
