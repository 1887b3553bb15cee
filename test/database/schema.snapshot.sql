CREATE TABLE acquisition_spend (
    key        TEXT NOT NULL,
    batch_id   INTEGER NOT NULL REFERENCES batch (id),
    source_row INTEGER NOT NULL,
    first_day    TEXT NOT NULL,
    last_day     TEXT NOT NULL,
    channel      TEXT NOT NULL,
    campaign     TEXT,
    segment      TEXT,
    amount_minor INTEGER NOT NULL,
    PRIMARY KEY (key, batch_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX acquisition_spend_by_batch ON acquisition_spend (batch_id);

CREATE VIEW acquisition_spend_now AS
  SELECT r.* FROM acquisition_spend r WHERE r.batch_id = (SELECT max(n.batch_id) FROM acquisition_spend n WHERE n.key = r.key);

CREATE TABLE batch (
  id                     INTEGER PRIMARY KEY AUTOINCREMENT,
  kind                   TEXT NOT NULL,
  source                 TEXT NOT NULL,
  file_name              TEXT NOT NULL,
  file_sha256            TEXT NOT NULL,
  file_bytes             INTEGER NOT NULL,
  reading                TEXT NOT NULL,
  imported_at            INTEGER NOT NULL,
  undone_at              INTEGER,
  rows_read              INTEGER NOT NULL,
  rows_imported          INTEGER NOT NULL,
  rows_left_out          INTEGER NOT NULL,
  rows_already_there     INTEGER NOT NULL,
  currency               TEXT NOT NULL,
  revenue_minor          INTEGER NOT NULL,
  revenue_left_out_minor INTEGER NOT NULL,
  first_day              TEXT,
  last_day               TEXT,
  issue_count            INTEGER NOT NULL,
  CHECK (rows_read = rows_imported + rows_left_out + rows_already_there)
) STRICT;

CREATE INDEX batch_by_file ON batch (file_sha256);

CREATE TABLE calendar_mark (
  kind      TEXT NOT NULL CHECK (kind IN ('closed', 'exceptional', 'campaign', 'prices')),
  first_day TEXT NOT NULL,
  last_day  TEXT NOT NULL,
  state     TEXT NOT NULL CHECK (state IN ('confirmed', 'rejected')),
  PRIMARY KEY (kind, first_day),
  CHECK (first_day <= last_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE campaign (
    key        TEXT NOT NULL,
    batch_id   INTEGER NOT NULL REFERENCES batch (id),
    source_row INTEGER NOT NULL,
    name           TEXT NOT NULL,
    channel        TEXT,
    day            TEXT,
    target_segment TEXT,
    cost_minor     INTEGER,
    PRIMARY KEY (key, batch_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX campaign_by_batch ON campaign (batch_id);

CREATE VIEW campaign_now AS
  SELECT r.* FROM campaign r WHERE r.batch_id = (SELECT max(n.batch_id) FROM campaign n WHERE n.key = r.key);

CREATE TABLE campaign_recipient (
    key        TEXT NOT NULL,
    batch_id   INTEGER NOT NULL REFERENCES batch (id),
    source_row INTEGER NOT NULL,
    campaign     TEXT NOT NULL,
    identity_id  INTEGER NOT NULL REFERENCES customer_identity (id),
    sent_on      TEXT,
    variant      TEXT,
    opened       INTEGER,
    clicked      INTEGER,
    answered     INTEGER,
    PRIMARY KEY (key, batch_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX campaign_recipient_by_batch ON campaign_recipient (batch_id);

CREATE VIEW campaign_recipient_now AS
  SELECT r.* FROM campaign_recipient r WHERE r.batch_id = (SELECT max(n.batch_id) FROM campaign_recipient n WHERE n.key = r.key);

CREATE TABLE change_log (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  at        INTEGER NOT NULL,
  kind      TEXT NOT NULL,
  sentence  TEXT NOT NULL,
  before    TEXT,
  after     TEXT,
  undone_at INTEGER
) STRICT;

CREATE TABLE consent (
  identity_id INTEGER NOT NULL REFERENCES customer_identity (id),
  channel     TEXT NOT NULL CHECK (channel IN ('email', 'phone', 'sms', 'post')),
  batch_id    INTEGER NOT NULL REFERENCES batch (id),
  granted     INTEGER NOT NULL,
  decided_on  TEXT,
  PRIMARY KEY (identity_id, channel, batch_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE cost_entry (
    key        TEXT NOT NULL,
    batch_id   INTEGER NOT NULL REFERENCES batch (id),
    source_row INTEGER NOT NULL,
    identity_id    INTEGER REFERENCES customer_identity (id),
    day            TEXT NOT NULL,
    activity       TEXT NOT NULL,
    quantity_micro INTEGER,
    amount_minor   INTEGER,
    note           TEXT,
    PRIMARY KEY (key, batch_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX cost_entry_by_batch ON cost_entry (batch_id);

CREATE VIEW cost_entry_now AS
  SELECT r.* FROM cost_entry r WHERE r.batch_id = (SELECT max(n.batch_id) FROM cost_entry n WHERE n.key = r.key);

CREATE TABLE cost_rate (
    key        TEXT NOT NULL,
    batch_id   INTEGER NOT NULL REFERENCES batch (id),
    source_row INTEGER NOT NULL,
    activity   TEXT NOT NULL,
    unit       TEXT NOT NULL,
    rate_micro INTEGER NOT NULL,
    PRIMARY KEY (key, batch_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX cost_rate_by_batch ON cost_rate (batch_id);

CREATE VIEW cost_rate_now AS
  SELECT r.* FROM cost_rate r WHERE r.batch_id = (SELECT max(n.batch_id) FROM cost_rate n WHERE n.key = r.key);

CREATE TABLE customer (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL,
  email        TEXT,
  phone        TEXT,
  company      TEXT,
  street       TEXT,
  city         TEXT,
  postcode     TEXT,
  country      TEXT,
  no_profiling INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE customer_day (
  customer_id INTEGER NOT NULL,
  day         TEXT NOT NULL,
  known_on    TEXT NOT NULL,
  orders      INTEGER NOT NULL,
  net_minor   INTEGER NOT NULL,
  PRIMARY KEY (customer_id, day, known_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE customer_identity (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  source      TEXT NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('id', 'email', 'phone', 'name')),
  value       TEXT NOT NULL
) STRICT;

CREATE INDEX customer_identity_by_customer ON customer_identity (customer_id);

CREATE UNIQUE INDEX customer_identity_key ON customer_identity (value, kind, source);

CREATE TABLE customer_summary (
  customer_id   INTEGER PRIMARY KEY REFERENCES customer (id),
  orders        INTEGER NOT NULL,
  purchase_days INTEGER NOT NULL,
  first_day     TEXT,
  last_day      TEXT,
  net_minor     INTEGER NOT NULL
) STRICT;

CREATE TABLE customer_trait (
  identity_id    INTEGER NOT NULL REFERENCES customer_identity (id),
  batch_id       INTEGER NOT NULL REFERENCES batch (id),
  industry       TEXT,
  size           TEXT,
  customer_group TEXT,
  acquired_by    TEXT,
  referred_by    TEXT,
  no_profiling   INTEGER, customer_since TEXT,
  PRIMARY KEY (identity_id, batch_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback (
    key        TEXT NOT NULL,
    batch_id   INTEGER NOT NULL REFERENCES batch (id),
    source_row INTEGER NOT NULL,
    identity_id        INTEGER REFERENCES customer_identity (id),
    received_on        TEXT NOT NULL,
    received_second    INTEGER,
    touchpoint         TEXT,
    recommend          INTEGER CHECK (recommend BETWEEN 0 AND 10),
    satisfaction       INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
    ratings            TEXT,
    comment            TEXT,
    state              TEXT NOT NULL CHECK (state IN ('new', 'answered', 'changed', 'told')),
    answered_on        TEXT,
    answered_second    INTEGER,
    PRIMARY KEY (key, batch_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_by_batch ON feedback (batch_id);

CREATE VIEW feedback_now AS
  SELECT r.* FROM feedback r WHERE r.batch_id = (SELECT max(n.batch_id) FROM feedback n WHERE n.key = r.key);

CREATE TABLE identity_claim (
  identity_id INTEGER NOT NULL REFERENCES customer_identity (id),
  batch_id    INTEGER NOT NULL REFERENCES batch (id),
  name        TEXT,
  email       TEXT,
  phone       TEXT,
  company     TEXT,
  street      TEXT,
  city        TEXT,
  postcode    TEXT,
  country     TEXT,
  PRIMARY KEY (identity_id, batch_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_issue (
  batch_id    INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  seq         INTEGER NOT NULL,
  row         INTEGER NOT NULL,
  column_name TEXT,
  code        TEXT NOT NULL,
  value       TEXT NOT NULL,
  message     TEXT NOT NULL,
  left_out    INTEGER NOT NULL,
  PRIMARY KEY (batch_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE interaction (
    key        TEXT NOT NULL,
    batch_id   INTEGER NOT NULL REFERENCES batch (id),
    source_row INTEGER NOT NULL,
    identity_id      INTEGER NOT NULL REFERENCES customer_identity (id),
    day              TEXT NOT NULL,
    second_of_day    INTEGER,
    type             TEXT NOT NULL CHECK (type IN ('visit', 'open', 'click', 'call', 'support', 'loyalty', 'use', 'complaint', 'other')),
    label            TEXT NOT NULL,
    duration_seconds INTEGER,
    outcome          TEXT,
    note             TEXT,
    PRIMARY KEY (key, batch_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX interaction_by_batch ON interaction (batch_id);

CREATE VIEW interaction_now AS
  SELECT r.* FROM interaction r WHERE r.batch_id = (SELECT max(n.batch_id) FROM interaction n WHERE n.key = r.key);

CREATE TABLE kept_identity (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  value  TEXT NOT NULL,
  kind   TEXT NOT NULL CHECK (kind IN ('id', 'email', 'phone', 'name', 'number')),
  source TEXT NOT NULL,
  UNIQUE (value, kind, source)
) STRICT;

CREATE TABLE line_claim (
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  first_id INTEGER NOT NULL,
  last_id  INTEGER NOT NULL,
  PRIMARY KEY (batch_id, first_id),
  CHECK (first_id <= last_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE line_variant (
  line_id          INTEGER NOT NULL REFERENCES order_line (id),
  batch_id         INTEGER NOT NULL REFERENCES batch (id),
  product_id       INTEGER REFERENCES product (id),
  quantity_micro   INTEGER,
  unit_price_micro INTEGER,
  amount_minor     INTEGER NOT NULL,
  discount_minor   INTEGER NOT NULL,
  tax_minor        INTEGER NOT NULL,
  shipping_minor   INTEGER NOT NULL,
  source_row       INTEGER NOT NULL,
  PRIMARY KEY (line_id, batch_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE month_summary (
  month            TEXT PRIMARY KEY,
  orders           INTEGER NOT NULL,
  lines            INTEGER NOT NULL,
  customers        INTEGER NOT NULL,
  identified_minor INTEGER NOT NULL,
  anonymous_minor  INTEGER NOT NULL,
  returns_minor    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE order_line (
  id               INTEGER PRIMARY KEY,
  order_id         INTEGER NOT NULL REFERENCES sales_order (id),
  product_id       INTEGER REFERENCES product (id),
  quantity_micro   INTEGER,
  unit_price_micro INTEGER,
  amount_minor     INTEGER NOT NULL,
  source_row       INTEGER NOT NULL,
  discount_minor   INTEGER NOT NULL DEFAULT 0,
  tax_minor        INTEGER NOT NULL DEFAULT 0,
  shipping_minor   INTEGER NOT NULL DEFAULT 0
, counted_minor INTEGER, revenue_minor INTEGER GENERATED ALWAYS AS (coalesce(counted_minor, amount_minor)) VIRTUAL) STRICT;

CREATE INDEX order_line_by_order ON order_line (order_id);

CREATE TABLE order_variant (
  order_id      INTEGER NOT NULL REFERENCES sales_order (id),
  batch_id      INTEGER NOT NULL REFERENCES batch (id),
  number        TEXT NOT NULL,
  identity_id   INTEGER REFERENCES customer_identity (id),
  ordered_on    TEXT NOT NULL,
  second_of_day INTEGER,
  refers_to     TEXT,
  pending       INTEGER NOT NULL,
  PRIMARY KEY (order_id, batch_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE page_sum (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  sums BLOB NOT NULL
) STRICT;

CREATE TABLE product (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL CHECK (kind IN ('code', 'name')),
  value    TEXT NOT NULL,
  name     TEXT NOT NULL,
  category TEXT,
  is_sale  INTEGER NOT NULL DEFAULT 1
, unit_cost_micro INTEGER, price_micro INTEGER, tax_micro INTEGER) STRICT;

CREATE TABLE product_claim (
  product_id INTEGER NOT NULL REFERENCES product (id),
  batch_id   INTEGER NOT NULL REFERENCES batch (id),
  name       TEXT,
  category   TEXT, unit_cost_micro INTEGER, price_micro INTEGER,
  PRIMARY KEY (product_id, batch_id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX product_key ON product (value, kind);

CREATE TABLE product_mark (
  value     TEXT NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('code', 'name')),
  role      TEXT CHECK (role IN ('article', 'charge', 'not-a-sale', 'renewing')),
  tax_micro INTEGER,
  PRIMARY KEY (value, kind),
  CHECK (role IS NOT NULL OR tax_micro IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE quote (
    key        TEXT NOT NULL,
    batch_id   INTEGER NOT NULL REFERENCES batch (id),
    source_row INTEGER NOT NULL,
    identity_id  INTEGER REFERENCES customer_identity (id),
    number       TEXT,
    quoted_on    TEXT NOT NULL,
    valid_until  TEXT,
    status       TEXT NOT NULL CHECK (status IN ('open', 'won', 'lost')),
    amount_minor INTEGER,
    PRIMARY KEY (key, batch_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX quote_by_batch ON quote (batch_id);

CREATE VIEW quote_now AS
  SELECT r.* FROM quote r WHERE r.batch_id = (SELECT max(n.batch_id) FROM quote n WHERE n.key = r.key);

CREATE TABLE review (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  made_at     INTEGER NOT NULL,
  as_of       TEXT NOT NULL,
  owners_copy INTEGER NOT NULL,
  paper       TEXT NOT NULL,
  content     TEXT NOT NULL,
  snapshot_id INTEGER REFERENCES segment_snapshot (id)
) STRICT;

CREATE TABLE sales_order (
  id            INTEGER PRIMARY KEY,
  source        TEXT NOT NULL,
  key           TEXT NOT NULL,
  number        TEXT NOT NULL,
  identity_id   INTEGER REFERENCES customer_identity (id),
  ordered_on    TEXT NOT NULL,
  second_of_day INTEGER,
  refers_to     TEXT,
  pending       INTEGER NOT NULL DEFAULT 0,
  line_count    INTEGER NOT NULL,
  net_minor     INTEGER NOT NULL,
  digest        INTEGER NOT NULL
, counted_minor INTEGER, counted_lines INTEGER, revenue_minor INTEGER GENERATED ALWAYS AS (coalesce(counted_minor, net_minor)) VIRTUAL, revenue_lines INTEGER GENERATED ALWAYS AS (coalesce(counted_lines, line_count)) VIRTUAL) STRICT;

CREATE INDEX sales_order_by_day ON sales_order (ordered_on);

CREATE INDEX sales_order_by_identity ON sales_order (identity_id, ordered_on);

CREATE UNIQUE INDEX sales_order_key ON sales_order (key, source);

CREATE TABLE seal (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  word TEXT NOT NULL
) STRICT;

CREATE TABLE segment (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  version_id INTEGER NOT NULL REFERENCES segment_version (id),
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  rule       TEXT NOT NULL,
  UNIQUE (version_id, position)
) STRICT;

CREATE TABLE "segment_member" (
  snapshot_id INTEGER NOT NULL REFERENCES segment_snapshot (id),
  member      INTEGER NOT NULL,
  kept_id     INTEGER NOT NULL REFERENCES kept_identity (id),
  segment_id  INTEGER,
  PRIMARY KEY (snapshot_id, member, kept_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE segment_snapshot (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  version_id INTEGER NOT NULL REFERENCES segment_version (id),
  as_of      TEXT NOT NULL,
  taken_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE segment_version (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at INTEGER NOT NULL,
  recipe     TEXT NOT NULL,
  thresholds TEXT NOT NULL,
  active     INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
