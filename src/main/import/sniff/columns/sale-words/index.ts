import { FIELDS, type Field } from '../../../../../shared/model/sale-field.ts';
import { CUSTOMER_WORDS } from './customer.ts';
import { FURTHER_WORDS } from './further-languages.ts';
import { LEDGER_WORDS } from './ledger.ts';
import { LINE_WORDS } from './line.ts';
import { ORDER_WORDS } from './order.ts';
import { PRODUCT_WORDS } from './product.ts';

type Words = Readonly<Record<Field, readonly string[]>>;

const OF_TILLS: Words = { ...ORDER_WORDS, ...CUSTOMER_WORDS, ...PRODUCT_WORDS, ...LINE_WORDS };

/** The words of more lists behind those that are there. */
const withMore = (words: Words, ...lists: readonly Partial<Words>[]): Words => {
  const all: { -readonly [F in Field]: Words[F] } = { ...words };
  for (const field of FIELDS) all[field] = [...words[field], ...lists.flatMap((list) => list[field] ?? [])];
  return all;
};

/**
 * What column headers are called in the exports of tills and shops, normalised as {@link plainHeader} does.
 * The first word of a list is the most telling; languages follow one another.
 */
export const SALE_WORDS: Words = withMore(OF_TILLS, FURTHER_WORDS, LEDGER_WORDS);
