import type { MondayName } from '../../../shared/model/segment.ts';
import type { Readable } from '../../database/connection.ts';
import { firstToCall } from '../actions/actions.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { customerRow } from '../analysis/customer-row.ts';
import { riskReason } from '../analysis/reasons.ts';

const NAMES = 5;

/**
 * Five names for Monday: the first of the next best actions whose customers have gone quiet or are late, each with one
 * sentence why. Fewer when there are fewer reasons to call; who has said no to calls is not among them.
 */
export const mondayNames = (db: Readable, analysis: Analysis): MondayName[] =>
  firstToCall(db, analysis, ['keep', 'remind'], NAMES).map((i) => ({
    customer: customerRow(analysis, i),
    reason: riskReason(analysis, i),
  }));
