import type { Formats } from '../../../shared/format.ts';
import type { AuditCheck } from '../../../shared/model/audit.ts';
import type { IsoDay } from '../../../shared/model/day.ts';
import { faultScore } from '../../analytics/audit/data-quality.ts';
import type { Readable } from '../../database/connection.ts';

/** What every check is made from. `today` says how fresh the data are, and is part of no other figure. */
export type AuditInput = {
  readonly db: Readable;
  readonly today: IsoDay;
  readonly say: Formats;
};

/** A check with its score; none where there was nothing to look at. */
export const checked = (check: Omit<AuditCheck, 'score'>): AuditCheck[] =>
  check.of === 0 ? [] : [{ ...check, score: faultScore(check) }];
