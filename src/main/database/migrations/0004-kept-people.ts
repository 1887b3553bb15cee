/**
 * Who is meant by what is kept beyond an import. Numbers of customers go with their imports, so a kept person is known by
 * every name the sources have for them; one who has none of them any more is absent, whoever has the number now.
 *
 * Of a snapshot of before only those are still known who were there before it was taken; of the others their number.
 */
export const keptPeople = `
CREATE TABLE kept_identity (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  value  TEXT NOT NULL,
  kind   TEXT NOT NULL CHECK (kind IN ('id', 'email', 'phone', 'name', 'number')),
  source TEXT NOT NULL,
  UNIQUE (value, kind, source)
) STRICT;

CREATE TABLE segment_member_new (
  snapshot_id INTEGER NOT NULL REFERENCES segment_snapshot (id),
  member      INTEGER NOT NULL,
  kept_id     INTEGER NOT NULL REFERENCES kept_identity (id),
  segment_id  INTEGER,
  PRIMARY KEY (snapshot_id, member, kept_id)
) STRICT, WITHOUT ROWID;

CREATE TEMP TABLE known_member AS
  SELECT m.snapshot_id, m.customer_id, m.segment_id, i.value, i.kind, i.source
  FROM segment_member m JOIN segment_snapshot s ON s.id = m.snapshot_id
  JOIN customer_identity i ON i.customer_id = m.customer_id
  WHERE EXISTS (SELECT 1 FROM identity_claim c JOIN batch b ON b.id = c.batch_id
                WHERE c.identity_id = i.id AND b.imported_at <= s.taken_at);
INSERT INTO known_member
  SELECT m.snapshot_id, m.customer_id, m.segment_id, CAST(m.customer_id AS TEXT), 'number', ''
  FROM segment_member m
  WHERE NOT EXISTS (SELECT 1 FROM known_member k WHERE k.snapshot_id = m.snapshot_id AND k.customer_id = m.customer_id);
INSERT INTO kept_identity (value, kind, source)
  SELECT DISTINCT value, kind, source FROM known_member ORDER BY value, kind, source;
INSERT INTO segment_member_new
  SELECT m.snapshot_id, m.customer_id, k.id, m.segment_id
  FROM known_member m JOIN kept_identity k ON k.value = m.value AND k.kind = m.kind AND k.source = m.source;
DROP TABLE known_member;
DROP TABLE segment_member;
ALTER TABLE segment_member_new RENAME TO segment_member;
`;
