import type { AuditCheck, AuditDimension } from '../../../shared/model/audit.ts';

export const DIMENSION_WORDS: Readonly<Record<AuditDimension, string>> = {
  completeness: 'Complete',
  validity: 'Valid',
  uniqueness: 'Told once',
  freshness: 'Fresh',
  coverage: 'Far enough back',
};

/** Checks that found something, the widest gap first. */
export const gaps = (checks: readonly AuditCheck[]): readonly AuditCheck[] =>
  checks.filter(({ found }) => found > 0).sort((a, b) => a.score - b.score);

export const inOrder = (checks: readonly AuditCheck[]): readonly AuditCheck[] =>
  checks.filter(({ found }) => found === 0);

/** Rounded down: only what has no gap is 100. */
export const scoreText = (score: number): string => String(Math.floor(score));
