import type { RecordKindName } from '../../../shared/model/import-kind.ts';
import type { AnyField } from '../../../shared/model/importing.ts';
import { plainHeader } from '../sniff/columns/header-words.ts';
import { fieldsOf, type Headings, namesOf } from './preset.ts';

/** The export of a known product that holds something else than sales: its columns mean what they say. */
export type RecordPreset = {
  readonly id: string;
  readonly kind: RecordKindName;
  /** name space of its customer numbers, shared with the product's sales */
  readonly source: string;
  readonly title: string;
  readonly leavesOut: string | null;
  readonly needs: readonly (readonly string[])[];
  readonly fields: Readonly<Record<string, AnyField>>;
};

const recordPreset = <const H extends Headings<AnyField>>({
  headings,
  needs,
  ...said
}: Omit<RecordPreset, 'needs' | 'fields'> & {
  readonly headings: H;
  readonly needs: readonly (keyof H)[];
}): RecordPreset => ({
  ...said,
  needs: needs.map((key) => namesOf(headings[key]!)),
  fields: fieldsOf(headings),
});

const shopifyCustomers = recordPreset({
  id: 'shopify-customers',
  kind: 'customers',
  source: 'shopify',
  title: 'a Shopify customers export',
  leavesOut: 'Its sums of orders are left aside: they come from the orders export.',
  headings: {
    id: { field: 'customer.id', names: ['Customer ID'] },
    first: { field: 'customer.firstName', names: ['First Name'] },
    last: { field: 'customer.lastName', names: ['Last Name'] },
    email: { field: 'customer.email', names: ['Email'] },
    phone: { field: 'customer.phone', names: ['Phone', 'Default Address Phone'] },
    company: { field: 'customer.company', names: ['Company', 'Default Address Company'] },
    street: { field: 'customer.street', names: ['Address1', 'Default Address Address1'] },
    city: { field: 'customer.city', names: ['City', 'Default Address City'] },
    zip: { field: 'customer.postcode', names: ['Zip', 'Default Address Zip'] },
    country: {
      field: 'customer.country',
      names: ['Country Code', 'Default Address Country Code', 'Country'],
    },
    acceptsEmail: { field: 'consent.email', names: ['Accepts Email Marketing', 'Accepts Marketing'] },
    acceptsSms: { field: 'consent.sms', names: ['Accepts SMS Marketing'] },
    spent: { names: ['Total Spent'] },
    orders: { names: ['Total Orders', 'Orders Count'] },
  },
  needs: ['first', 'last', 'email', 'acceptsEmail', 'spent', 'orders'],
});

const squareCustomers = recordPreset({
  id: 'square-customers',
  kind: 'customers',
  source: 'square',
  title: 'a Square customer directory',
  leavesOut: 'Its counts of visits and sums are left aside: they come from the sales export.',
  headings: {
    id: { field: 'customer.id', names: ['Square Customer ID'] },
    first: { field: 'customer.firstName', names: ['First Name'] },
    last: { field: 'customer.lastName', names: ['Last Name'] },
    email: { field: 'customer.email', names: ['Email Address'] },
    phone: { field: 'customer.phone', names: ['Phone Number'] },
    company: { field: 'customer.company', names: ['Company Name'] },
    street: { field: 'customer.street', names: ['Street Address 1'] },
    city: { field: 'customer.city', names: ['City'] },
    zip: { field: 'customer.postcode', names: ['Postal Code'] },
    country: { field: 'customer.country', names: ['Country'] },
    source: { field: 'customer.acquiredBy', names: ['Creation Source'] },
    acceptsEmail: { field: 'consent.email', names: ['Email Subscription Status'] },
  },
  needs: ['first', 'id', 'email', 'phone'],
});

export const RECORD_PRESETS: readonly RecordPreset[] = [shopifyCustomers, squareCustomers];

export const recordPresetNamed = (id: string): RecordPreset | null =>
  RECORD_PRESETS.find((preset) => preset.id === id) ?? null;

export const identifyRecordPreset = (header: readonly string[]): RecordPreset | null => {
  const names = new Set(header.map(plainHeader));
  return (
    RECORD_PRESETS.find(({ needs }) =>
      needs.every((aliases) => aliases.some((alias) => names.has(plainHeader(alias)))),
    ) ?? null
  );
};
