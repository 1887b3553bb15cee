import type { IsoDay } from '../../../shared/model/day.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import { listProspects } from '../customers/prospects.ts';

/** Who is known but has not bought (DEFINITIONS 10), and what became of quotes. */
export type Prospects = {
  readonly strangers: number;
  readonly quotes: {
    /** those still valid on the day, or without a last day */
    readonly open: number;
    readonly expired: number;
    readonly won: number;
    readonly lost: number;
  };
};

export const prospectsIn = (db: Readable, asOf: IsoDay): Prospects => {
  const quotes = db.get(
    q
      .selectFrom('quote_now')
      .select(({ fn }) => [
        fn
          .countAll<number>()
          .filterWhere('status', '=', 'open')
          .filterWhere(({ eb, or }) => or([eb('valid_until', 'is', null), eb('valid_until', '>=', asOf)]))
          .as('open'),
        fn
          .countAll<number>()
          .filterWhere('status', '=', 'open')
          .filterWhere('valid_until', '<', asOf)
          .as('expired'),
        fn.countAll<number>().filterWhere('status', '=', 'won').as('won'),
        fn.countAll<number>().filterWhere('status', '=', 'lost').as('lost'),
      ])
      .where('quoted_on', '<=', asOf),
  )!;
  return {
    strangers: listProspects(db, { offset: 0, limit: 0 }).total,
    quotes,
  };
};
