import type { Readable, Writable } from '../../database/connection.ts';

/** A customer of a snapshot that is being taken, and the segment they are in. */
export type Member = { readonly customer: number; readonly segment: number | null };

/** Keeps who is in a snapshot by all names the sources have for them, which outlast imports (DEFINITIONS 26). */
export const keepMembers = (db: Writable, snapshot: number, members: Iterable<Member>): void => {
  db.raw.exec(
    'CREATE TEMP TABLE IF NOT EXISTS keeping (customer_id INTEGER PRIMARY KEY, segment_id INTEGER); DELETE FROM keeping;',
  );
  const add = db.prepare('INSERT INTO keeping VALUES (?, ?)');
  for (const { customer, segment } of members) add.run(customer, segment);
  db.execute(
    `INSERT OR IGNORE INTO kept_identity (value, kind, source)
     SELECT i.value, i.kind, i.source FROM keeping k JOIN customer_identity i ON i.customer_id = k.customer_id
     WHERE NOT EXISTS (SELECT 1 FROM kept_identity o WHERE o.value = i.value AND o.kind = i.kind AND o.source = i.source)
     ORDER BY i.value, i.kind, i.source`,
  );
  db.execute(
    `INSERT INTO segment_member (snapshot_id, member, kept_id, segment_id)
     SELECT ?, k.customer_id, n.id, k.segment_id
     FROM keeping k JOIN customer_identity i ON i.customer_id = k.customer_id
     JOIN kept_identity n ON n.value = i.value AND n.kind = i.kind AND n.source = i.source`,
    snapshot,
  );
  db.raw.exec('DELETE FROM keeping');
};

/**
 * Who of a snapshot's people is which customer now, ascending; whoever has none of their names any more has a negative
 * number of their own, the same in every snapshot. Two who have become one customer since count once.
 */
export const membersOf = (db: Readable, snapshot: number): Member[] => {
  const rows = db.cells<[member: number, segment: number | null, kept: number, customer: number | null]>(
    `SELECT m.member, m.segment_id, m.kept_id, i.customer_id
     FROM segment_member m JOIN kept_identity k ON k.id = m.kept_id
     LEFT JOIN customer_identity i ON i.value = k.value AND i.kind = k.kind AND i.source = k.source
     WHERE m.snapshot_id = ? ORDER BY m.member, m.kept_id`,
    snapshot,
  );
  const found = new Map<number, Member>();
  for (let at = 0; at < rows.length; ) {
    const [member, segment, kept] = rows[at]!;
    let customer = -kept;
    for (; at < rows.length && rows[at]![0] === member; at++) {
      const now = rows[at]![3];
      if (customer < 0 && now !== null) customer = now;
    }
    if (!found.has(customer)) found.set(customer, { customer, segment });
  }
  return [...found.values()].sort((a, b) => a.customer - b.customer);
};
