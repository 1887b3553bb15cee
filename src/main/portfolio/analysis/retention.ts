import { dayFromNumber } from '../../../shared/model/day.ts';
import { type Retention, retentionOf } from '../../analytics/retention/retention.ts';
import { goneIn } from './at-risk.ts';
import { withoutContracts } from './contracts.ts';
import { dataPart } from './part.ts';
import { anonymousBetween } from './totals.ts';

/** Retention of those who buy when they like, contracts apart; lapsed are those who are gone. */
export const retentionIn = dataPart(
  'retention',
  (db, analysis): Retention =>
    retentionOf(withoutContracts(analysis.history, analysis.contracts), {
      gone: goneIn(analysis),
      ...(analysis.contracts === null ? { purchases: analysis.purchases } : {}),
      anonymousRevenue: (after, upTo) => anonymousBetween(db, dayFromNumber(after), dayFromNumber(upTo)),
    }),
);
