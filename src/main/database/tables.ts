import type { Generated } from 'kysely';

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
  };
  product_claim: { product_id: number; batch_id: number; name: string | null; category: string | null };
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
