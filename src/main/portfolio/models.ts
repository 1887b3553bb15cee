import { dayFromNumber } from '../../shared/model/day.ts';
import { minorDigits } from '../../shared/model/money.ts';
import { type Retention, retentionOf } from '../analytics/retention/retention.ts';
import { type CustomerModels, customerModels } from '../analytics/value/customer-models.ts';
import { paramsOf } from '../analytics/value/fit.ts';
import type { Connection } from '../database/connection.ts';
import type { Analysis } from './analysis.ts';
import { anonymousBetween } from './totals.ts';

const models = new WeakMap<Analysis, CustomerModels>();

/** The repeat-buying models of one analysis, fitted when they are first asked for. */
export const modelsOf = (analysis: Analysis): CustomerModels => {
  let found = models.get(analysis);
  if (!found) {
    found = customerModels(analysis.history, {
      minorUnits: 10 ** minorDigits(analysis.currency),
      purchases: analysis.purchases,
      groupOf: analysis.segmentation.planned.segmentOf,
    });
    models.set(analysis, found);
  }
  return found;
};

/** Retention of one analysis; lapses are judged by the chosen model where there is one. */
export const retentionIn = (db: Connection, analysis: Analysis): Retention => {
  const { chosen, bgnbd, mbgnbd } = modelsOf(analysis);
  const params = chosen === null ? null : paramsOf((chosen === 'bg' ? bgnbd : mbgnbd).map);
  return retentionOf(analysis.history, {
    params,
    purchases: analysis.purchases,
    rhythm: analysis.rhythm,
    anonymousRevenue: (after, upTo) => anonymousBetween(db, dayFromNumber(after), dayFromNumber(upTo)),
  });
};
