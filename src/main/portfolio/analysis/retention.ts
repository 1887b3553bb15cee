import { dayFromNumber } from '../../../shared/model/day.ts';
import { type Retention, retentionOf } from '../../analytics/retention/retention.ts';
import type { Connection } from '../../database/connection.ts';
import type { Analysis } from './analysis.ts';
import { goneIn } from './at-risk.ts';
import { derived } from './derived.ts';
import { anonymousBetween } from './totals.ts';

/** Retention of one analysis; lapsed are those who are gone. */
export const retentionIn = (db: Connection, analysis: Analysis): Retention =>
  derived(analysis, 'retention', () =>
    retentionOf(analysis.history, {
      gone: goneIn(analysis),
      purchases: analysis.purchases,
      anonymousRevenue: (after, upTo) => anonymousBetween(db, dayFromNumber(after), dayFromNumber(upTo)),
    }),
  );
