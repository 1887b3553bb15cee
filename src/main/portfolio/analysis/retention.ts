import { dayFromNumber } from '../../../shared/model/day.ts';
import { type Retention, retentionOf } from '../../analytics/retention/retention.ts';
import { goneIn } from './at-risk.ts';
import { dataPart } from './part.ts';
import { anonymousBetween } from './totals.ts';

/** Retention of one analysis; lapsed are those who are gone. */
export const retentionIn = dataPart(
  'retention',
  (db, analysis): Retention =>
    retentionOf(analysis.history, {
      gone: goneIn(analysis),
      purchases: analysis.purchases,
      anonymousRevenue: (after, upTo) => anonymousBetween(db, dayFromNumber(after), dayFromNumber(upTo)),
    }),
);
