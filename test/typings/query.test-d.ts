// Checked by tsc: each mistake below must be refused, or the line that expects it is itself an error.
import type { Readable, Writable } from '../../src/main/database/connection.ts';
import { q, type Select } from '../../src/main/database/query.ts';
import { type IsoDay, isoDay } from '../../src/shared/model/day.ts';
import { type Minor, minor } from '../../src/shared/model/money.ts';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_T extends true>(): void => undefined;

export const rowsHaveTheirKinds = (db: Readable): void => {
  const [row] = db.all(
    q
      .selectFrom('sales_order as o')
      .leftJoin('customer_identity as i', 'i.id', 'o.identity_id')
      .select(['o.id', 'o.ordered_on as day', 'o.revenue_minor', 'o.counted_minor', 'i.kind']),
  );
  holds<
    Same<
      typeof row,
      | {
          id: number;
          day: IsoDay;
          revenue_minor: Minor;
          counted_minor: Minor | null;
          kind: 'id' | 'email' | 'phone' | 'name' | null;
        }
      | undefined
    >
  >();
  const view = db.get(q.selectFrom('acquisition_spend_now').select(['amount_minor', 'campaign']));
  holds<Same<typeof view, { amount_minor: Minor; campaign: string | null } | undefined>>();
};

export const mistakesInReading = (db: Readable): void => {
  // @ts-expect-error no such table
  q.selectFrom('sales_orders');
  // @ts-expect-error no such column
  q.selectFrom('sales_order').select('ordered_at');
  // @ts-expect-error a column of a table that is not joined
  q.selectFrom('sales_order').select('customer.name');
  // @ts-expect-error any text is no calendar day
  q.selectFrom('sales_order').where('ordered_on', '<=', '31.12.2025');
  // @ts-expect-error money is no calendar day
  q.selectFrom('sales_order').where('ordered_on', '<=', minor(1));
  // @ts-expect-error a bare number is no money
  q.selectFrom('sales_order').where('net_minor', '>', 1.5);
  // @ts-expect-error a calendar day is no money
  q.selectFrom('sales_order').where('net_minor', '>', isoDay('2025-12-31'));
  // @ts-expect-error truth is 0 or 1
  q.selectFrom('sales_order').where('pending', '=', true);
  // @ts-expect-error a Date is no parameter
  q.selectFrom('sales_order').where('ordered_on', '<', new Date());
  // @ts-expect-error a value that the column never has
  q.selectFrom('customer_identity').where('kind', '=', 'fax');
  // @ts-expect-error nobody is told that it may be empty
  const names: string[] = db.all(q.selectFrom('customer').select('email')).map(({ email }) => email);
  // @ts-expect-error rows of another shape
  const other: Select<{ readonly nothing: string }> = q.selectFrom('customer').select('email');
  void [names, other];
};

export const mistakesInWriting = (reader: Readable, db: Writable): void => {
  const write = q.deleteFrom('setting').where('name', '=', 'dataVersion');
  db.run(write);
  // @ts-expect-error a reader does not write
  reader.run(write);
  // @ts-expect-error nor by hand
  reader.execute('DELETE FROM setting');
  // @ts-expect-error nor through the connection below it
  reader.raw.exec('DELETE FROM setting');
  // @ts-expect-error nor does it lend that to others
  reader.database.exec('DELETE FROM setting');
  // @ts-expect-error nor begin what writes
  reader.transaction(() => undefined);
  // @ts-expect-error what reads cannot stand where something is written
  const writer: Writable = reader;
  // @ts-expect-error a select changes nothing
  db.run(q.selectFrom('setting').selectAll());
  // @ts-expect-error rows that nobody takes
  db.run(q.deleteFrom('setting').returning('name'));
  // @ts-expect-error a write has no rows
  db.all(write);
  // @ts-expect-error a write is no read, whatever it gives back
  db.get(q.deleteFrom('setting').returning('name'));
  // @ts-expect-error money is whole minor units
  q.updateTable('sales_order').set({ counted_minor: 12 });
  // @ts-expect-error what is computed is not written
  q.updateTable('sales_order').set({ revenue_minor: minor(12) });
  // @ts-expect-error a column that must not be empty
  q.insertInto('setting').values({ name: 'dataVersion' });
  // @ts-expect-error a view is not written
  q.updateTable('campaign_now').set({ name: 'Spring' });
  void writer;
};
