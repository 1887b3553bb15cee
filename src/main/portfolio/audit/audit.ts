import { formats } from '../../../shared/format.ts';
import type { Audit, AuditCheck, AuditDimension } from '../../../shared/model/audit.ts';
import type { IsoDay } from '../../../shared/model/day.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import { dataQuality } from '../../analytics/audit/data-quality.ts';
import type { Readable } from '../../database/connection.ts';
import { readSettings } from '../../database/settings.ts';
import { lastSaleDay } from '../analysis/history.ts';
import type { AuditInput } from './check.ts';
import { completeness } from './completeness.ts';
import { coverage } from './coverage.ts';
import { freshness } from './freshness.ts';
import { sourcesOf, sourcesSentence } from './sources.ts';
import { uniqueness } from './uniqueness.ts';
import { validity } from './validity.ts';

const CHECKS: Readonly<Record<AuditDimension, (input: AuditInput) => AuditCheck[]>> = {
  completeness,
  validity,
  uniqueness,
  freshness,
  coverage,
};

/**
 * How good the data are: each check with the cases at fault, what they prevent and what to do.
 * @param today the owner's day: it says how fresh the data are, and is part of nothing else
 */
export const readAudit = (db: Readable, today: IsoDay): Audit | NotAvailable => {
  if (lastSaleDay(db) === null)
    return { grade: 'D', reason: 'There are no sales yet.', needed: 'Import your sales.' };
  const { locale, currency } = readSettings(db);
  const say = formats(locale, currency ?? 'EUR');
  const input = { db, today, say };
  const checks = Object.values(CHECKS).flatMap((of) => of(input));
  const score = Math.round(dataQuality(checks));
  const sources = sourcesOf(db);
  return {
    score,
    sentence: sentenceOf(score, checks),
    checks,
    sources,
    sourcesSentence: sourcesSentence(db, sources, say),
  };
};

/** The score for a reader who has the paper alone, without anybody's name; null without sales. */
export const auditNote = (db: Readable, today: IsoDay): string | null => {
  const audit = readAudit(db, today);
  if ('reason' in audit) return null;
  const gaps = audit.checks.filter(({ found }) => found > 0).length;
  return `Quality of the data: ${audit.score} of 100; ${gaps === 0 ? `none of ${audit.checks.length} checks found a gap` : `${gaps} of ${audit.checks.length} checks found a gap`}.`;
};

const sentenceOf = (score: number, checks: readonly AuditCheck[]): string => {
  const worst = checks.reduce((a, b) => (b.score < a.score ? b : a));
  return worst.score === 100
    ? `${score} of 100: nothing is missing.`
    : `${score} of 100. The widest gap: ${worst.sentence}`;
};
