import type { Field } from '../../../../shared/model/sale-field.ts';

/** Where a file of sales keeps each field: the number of its column. */
export type Places = Partial<Record<Field, number>>;
