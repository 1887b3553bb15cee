import { dayFromNumber } from '../../../shared/model/day.ts';
import type { Result } from '../../../shared/model/result.ts';
import { type Evidence, proportion, result } from '../../analytics/estimate.ts';
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

/** The share of those who came back who are gone, as a figure; why there is none where there is none. */
export const lapseFigure = (
  { rate, count, repeaters, grade }: Retention['lapse'],
  evidence: Pick<Evidence, 'period' | 'warnings'>,
): Result =>
  rate === null
    ? result('lapseRate', null, {
        n: repeaters,
        warnings: [
          repeaters === 0
            ? 'Who has lapsed: nobody has come back yet.'
            : 'Who has lapsed: that takes 24 months of sales, since nobody is called gone who was not silent for a year.',
        ],
      })
    : proportion('lapseRate', count, repeaters, { ...evidence, grade });
