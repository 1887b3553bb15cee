import {
  RECORD_FIELD_DECLARATIONS,
  RECORD_FIELD_GROUPS,
  RECORD_FIELDS,
} from '../../../shared/model/import-kind.ts';
import type { AnyField } from '../../../shared/model/importing.ts';
import type { Field } from '../../../shared/model/sale-field.ts';

const SALE_FIELD_WORDS: Readonly<Record<Field, string>> = {
  'order.id': 'Order or receipt number',
  'order.date': 'Day of the sale',
  'order.time': 'Time of the sale',
  'order.status': 'Status (paid, cancelled …)',
  'order.type': 'Kind of record (sale, refund …)',
  'order.currency': 'Currency',
  'order.refersTo': 'Order that a refund belongs to',
  'customer.id': 'Customer number',
  'customer.name': 'Customer’s name',
  'customer.firstName': 'Customer’s first name',
  'customer.lastName': 'Customer’s last name',
  'customer.email': 'Customer’s e-mail',
  'customer.phone': 'Customer’s phone',
  'customer.company': 'Customer’s company',
  'customer.street': 'Customer’s street',
  'customer.city': 'Customer’s town',
  'customer.postcode': 'Customer’s postcode',
  'customer.country': 'Customer’s country',
  'product.code': 'Product number',
  'product.name': 'Product',
  'product.category': 'Product group',
  'line.quantity': 'Quantity',
  'line.unitPrice': 'Price of one',
  'line.amount': 'Amount',
  'line.discount': 'Discount',
  'line.tax': 'Tax',
  'line.shipping': 'Shipping',
};

/** What each field is called when an owner is asked what a column means. */
export const FIELD_WORDS = {
  ...SALE_FIELD_WORDS,
  ...Object.fromEntries(RECORD_FIELDS.map((field) => [field, RECORD_FIELD_DECLARATIONS[field].label])),
} as Readonly<Record<AnyField, string>>;

const GROUPS: Readonly<Record<string, string>> = {
  order: 'The sale',
  customer: 'The customer',
  product: 'The product',
  line: 'Quantity and money',
  ...RECORD_FIELD_GROUPS,
};

export const isField = (text: string): text is AnyField => Object.hasOwn(FIELD_WORDS, text);

/** The word for a field; anything else is already said in words. */
export const wordsOf = (field: string): string => (isField(field) ? FIELD_WORDS[field] : field);

/** What is missing, as a sentence, whether the engine named a field or said it in words. */
export const neededSentence = (missing: string): string =>
  isField(missing) ? `No column holds this: ${FIELD_WORDS[missing]}.` : missing;

/** In the Select of a column: this column is left aside. */
export const NOT_USED = 'not-used';

type Choice = { readonly value: string; readonly label: string };

/** All meanings a column of this kind of file can have, in groups, as the Select wants them. */
export const fieldChoices = (
  fields: readonly AnyField[],
): { readonly group: string; readonly items: Choice[] }[] => [
  { group: 'Not needed', items: [{ value: NOT_USED, label: 'Leave this column aside' }] },
  ...Object.entries(GROUPS).flatMap(([prefix, group]) => {
    const items = fields
      .filter((field) => field.startsWith(`${prefix}.`))
      .map((value) => ({ value, label: FIELD_WORDS[value] }));
    return items.length > 0 ? [{ group, items }] : [];
  }),
];
