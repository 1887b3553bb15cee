import type { RecordKindName } from '../../../shared/model/import-kind.ts';
import type { AnyField } from '../../../shared/model/importing.ts';
import type { RecordSet, Said } from './record-set.ts';
import type { RecordValues } from './record-values.ts';

/** How the files of one kind are read: what their columns can mean, which are needed, and what a record says. */
export type RecordKind = {
  readonly kind: RecordKindName;
  readonly fields: readonly AnyField[];
  readonly dates: readonly AnyField[];
  readonly numbers: readonly AnyField[];
  /** the numbers that are money */
  readonly money: readonly AnyField[];
  /** of each group one column must be there, or the sentence says what is missing */
  readonly needs: readonly { readonly anyOf: readonly AnyField[]; readonly sentence: string }[];
  /** @returns what the record says, or null when it is left out and the reason noted */
  readonly read: (record: RecordValues, set: RecordSet) => readonly Said[] | null;
};

export const CUSTOMER_KEYS: readonly AnyField[] = [
  'customer.id',
  'customer.name',
  'customer.firstName',
  'customer.lastName',
  'customer.email',
  'customer.phone',
  'customer.company',
];

export const NEEDS_CUSTOMER = {
  anyOf: CUSTOMER_KEYS,
  sentence: 'No column says who the customer is.',
} as const;

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
