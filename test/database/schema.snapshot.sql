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

CREATE TABLE change_log (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  at        INTEGER NOT NULL,
  kind      TEXT NOT NULL,
  sentence  TEXT NOT NULL,
  before    TEXT,
  after     TEXT,
  undone_at INTEGER
) STRICT;

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
) STRICT;

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

CREATE TABLE product (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL CHECK (kind IN ('code', 'name')),
  value    TEXT NOT NULL,
  name     TEXT NOT NULL,
  category TEXT,
  is_sale  INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE product_claim (
  product_id INTEGER NOT NULL REFERENCES product (id),
  batch_id   INTEGER NOT NULL REFERENCES batch (id),
  name       TEXT,
  category   TEXT,
  PRIMARY KEY (product_id, batch_id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX product_key ON product (value, kind);

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
) STRICT;

CREATE INDEX sales_order_by_day ON sales_order (ordered_on);

CREATE INDEX sales_order_by_identity ON sales_order (identity_id, ordered_on);

CREATE UNIQUE INDEX sales_order_key ON sales_order (key, source);

CREATE TABLE segment (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  version_id INTEGER NOT NULL REFERENCES segment_version (id),
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  rule       TEXT NOT NULL,
  UNIQUE (version_id, position)
) STRICT;

CREATE TABLE segment_member (
  snapshot_id INTEGER NOT NULL REFERENCES segment_snapshot (id),
  customer_id INTEGER NOT NULL,
  segment_id  INTEGER,
  PRIMARY KEY (snapshot_id, customer_id)
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
