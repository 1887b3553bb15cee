import type { Field } from '../../../../../shared/model/sale-field.ts';
import { CUSTOMER_WORDS } from './customer.ts';
import { FURTHER_WORDS } from './further-languages.ts';
import { LINE_WORDS } from './line.ts';
import { ORDER_WORDS } from './order.ts';
import { PRODUCT_WORDS } from './product.ts';

const FIRST: Readonly<Record<Field, readonly string[]>> = {
  ...ORDER_WORDS,
  ...CUSTOMER_WORDS,
  ...PRODUCT_WORDS,
  ...LINE_WORDS,
};

/**
 * What column headers are called in the exports of tills and shops, normalised as {@link plainHeader} does.
 * The first word of a list is the most telling; languages follow one another.
 */
export const SALE_WORDS = Object.fromEntries(
  Object.entries(FIRST).map(([field, words]) => [
    field,
    [...words, ...(FURTHER_WORDS[field as Field] ?? [])],
  ]),
) as unknown as Readonly<Record<Field, readonly string[]>>;
