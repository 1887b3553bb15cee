/**
 * What a business knows besides its sales. Each row is what one import says of one thing, named by its natural key;
 * in force is what the latest import says, which the views ending in `_now` give. So an undo only deletes rows, and
 * what an earlier import said stands again.
 *
 * Money is INTEGER minor units, rates and quantities INTEGER millionths, durations whole seconds, days TEXT ISO days.
 */
const RECORDS = {
  cost_rate: `
    activity   TEXT NOT NULL,
    unit       TEXT NOT NULL,
    rate_micro INTEGER NOT NULL`,
  cost_entry: `
    identity_id    INTEGER REFERENCES customer_identity (id),
    day            TEXT NOT NULL,
    activity       TEXT NOT NULL,
    quantity_micro INTEGER,
    amount_minor   INTEGER,
    note           TEXT`,
  interaction: `
    identity_id      INTEGER NOT NULL REFERENCES customer_identity (id),
    day              TEXT NOT NULL,
    second_of_day    INTEGER,
    type             TEXT NOT NULL CHECK (type IN ('visit', 'open', 'click', 'call', 'support', 'loyalty', 'use', 'complaint', 'other')),
    label            TEXT NOT NULL,
    duration_seconds INTEGER,
    outcome          TEXT,
    note             TEXT`,
  acquisition_spend: `
    first_day    TEXT NOT NULL,
    last_day     TEXT NOT NULL,
    channel      TEXT NOT NULL,
    campaign     TEXT,
    segment      TEXT,
    amount_minor INTEGER NOT NULL`,
  campaign: `
    name           TEXT NOT NULL,
    channel        TEXT,
    day            TEXT,
    target_segment TEXT,
    cost_minor     INTEGER`,
  campaign_recipient: `
    campaign     TEXT NOT NULL,
    identity_id  INTEGER NOT NULL REFERENCES customer_identity (id),
    sent_on      TEXT,
    variant      TEXT,
    opened       INTEGER,
    clicked      INTEGER,
    answered     INTEGER`,
  feedback: `
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
    answered_second    INTEGER`,
  quote: `
    identity_id  INTEGER REFERENCES customer_identity (id),
    number       TEXT,
    quoted_on    TEXT NOT NULL,
    valid_until  TEXT,
    status       TEXT NOT NULL CHECK (status IN ('open', 'won', 'lost')),
    amount_minor INTEGER`,
} as const;

const recordTable = ([name, columns]: readonly [string, string]): string => `
CREATE TABLE ${name} (
    key        TEXT NOT NULL,
    batch_id   INTEGER NOT NULL REFERENCES batch (id),
    source_row INTEGER NOT NULL,${columns},
    PRIMARY KEY (key, batch_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ${name}_by_batch ON ${name} (batch_id);
CREATE VIEW ${name}_now AS
  SELECT r.* FROM ${name} r WHERE r.batch_id = (SELECT max(n.batch_id) FROM ${name} n WHERE n.key = r.key);
`;

export const otherKinds = `
ALTER TABLE product ADD COLUMN unit_cost_micro INTEGER;
ALTER TABLE product ADD COLUMN price_micro INTEGER;
ALTER TABLE product_claim ADD COLUMN unit_cost_micro INTEGER;
ALTER TABLE product_claim ADD COLUMN price_micro INTEGER;

CREATE TABLE customer_trait (
  identity_id    INTEGER NOT NULL REFERENCES customer_identity (id),
  batch_id       INTEGER NOT NULL REFERENCES batch (id),
  industry       TEXT,
  size           TEXT,
  customer_group TEXT,
  acquired_by    TEXT,
  referred_by    TEXT,
  no_profiling   INTEGER,
  PRIMARY KEY (identity_id, batch_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE consent (
  identity_id INTEGER NOT NULL REFERENCES customer_identity (id),
  channel     TEXT NOT NULL CHECK (channel IN ('email', 'phone', 'sms', 'post')),
  batch_id    INTEGER NOT NULL REFERENCES batch (id),
  granted     INTEGER NOT NULL,
  decided_on  TEXT,
  PRIMARY KEY (identity_id, channel, batch_id)
) STRICT, WITHOUT ROWID;

${Object.entries(RECORDS).map(recordTable).join('')}`;
