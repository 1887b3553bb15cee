import type { AnyField } from '../../../shared/model/importing.ts';
import type { RecordRow, RecordSet } from './record-set.ts';
import type { RecordValues } from './record-values.ts';

/** Reads one record of a kind. @returns what it says, or null when it is left out and the reason noted */
export type RecordReader = (record: RecordValues, set: RecordSet) => readonly RecordRow[] | null;

/** Leaves a record out that does not say whom it is about. */
export const nobody = (record: RecordValues): null => {
  record.fail('customer-missing', null, '', 'The row does not say who the customer is.');
  return null;
};

/** Leaves a record out that has no day. */
export const noDay = (record: RecordValues, field: AnyField): null => {
  record.fail('date-unreadable', field, '', 'There is no date.');
  return null;
};
