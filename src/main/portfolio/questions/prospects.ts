import type { IsoDay } from '../../../shared/model/day.ts';
import type { Connection } from '../../database/connection.ts';
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

export const prospectsIn = (db: Connection, asOf: IsoDay): Prospects => {
  const quotes = db.row<{
    open: number | null;
    expired: number | null;
    won: number | null;
    lost: number | null;
  }>(
    `SELECT sum(status = 'open' AND (valid_until IS NULL OR valid_until >= ?)) AS open, sum(status = 'open' AND valid_until < ?) AS expired, sum(status = 'won') AS won, sum(status = 'lost') AS lost
     FROM quote_now WHERE quoted_on <= ?`,
    asOf,
    asOf,
    asOf,
  );
  return {
    strangers: listProspects(db, { offset: 0, limit: 0 }).total,
    quotes: {
      open: quotes?.open ?? 0,
      expired: quotes?.expired ?? 0,
      won: quotes?.won ?? 0,
      lost: quotes?.lost ?? 0,
    },
  };
};
