import type { Field } from '../../../../../shared/model/sale-field.ts';
import { CUSTOMER_WORDS } from './customer.ts';
import { LINE_WORDS } from './line.ts';
import { ORDER_WORDS } from './order.ts';
import { PRODUCT_WORDS } from './product.ts';

/**
 * What column headers are called in the exports of tills and shops, normalised as {@link plainHeader} does.
 * The first word of a list is the most telling; languages follow one another.
 */
export const SALE_WORDS: Readonly<Record<Field, readonly string[]>> = {
  ...ORDER_WORDS,
  ...CUSTOMER_WORDS,
  ...PRODUCT_WORDS,
  ...LINE_WORDS,
};
