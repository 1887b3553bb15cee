import type { Settings } from '../../shared/model/portfolio.ts';
import type { Rate } from '../../shared/model/rate.ts';
import type { Readable, Writable } from './connection.ts';
import { once, q } from './query.ts';

/** Settings as the portfolio keeps them: JSON by name, each with a default from this machine. */
export const readSettings = (db: Readable): Settings => {
  const system = Intl.DateTimeFormat().resolvedOptions();
  return {
    businessName: readSetting(db, 'businessName', ''),
    currency: readSetting<string | null>(db, 'currency', null),
    locale: readSetting(db, 'locale', system.locale),
    timezone: readSetting(db, 'timezone', system.timeZone),
    pricesIncludeTax: readSetting(db, 'pricesIncludeTax', 'unknown'),
    taxRate: readSetting<number | null>(db, 'taxRate', null),
    rates: readSetting<Rate[]>(db, 'rates', []),
    assumedMargin: readSetting<number | null>(db, 'assumedMargin', null),
  };
};

const settingNamed = once((p: { name: string }) =>
  q.selectFrom('setting').select('value').where('name', '=', p.name),
);

export const readSetting = <T>(db: Readable, name: string, missing: T): T => {
  const row = db.get(settingNamed({ name }));
  return row ? (JSON.parse(row.value) as T) : missing;
};

export const writeSetting = (db: Writable, name: string, value: unknown): void => {
  db.run(
    q
      .insertInto('setting')
      .values({ name, value: JSON.stringify(value) })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet({ value: (row) => row.ref('excluded.value') }),
      ),
  );
};

/** Grows with every committed change of data or settings; results are cached by it. */
export const dataVersion = (db: Readable): number => readSetting(db, 'dataVersion', 0);

export const bumpDataVersion = (db: Writable): number => {
  const next = dataVersion(db) + 1;
  writeSetting(db, 'dataVersion', next);
  return next;
};
