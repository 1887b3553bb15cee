import type { RecordKindName } from '../../../shared/model/import-kind.ts';
import type { AnyField } from '../../../shared/model/importing.ts';
import { plainHeader } from '../sniff/columns/header-words.ts';

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

const shopifyCustomers: RecordPreset = {
  id: 'shopify-customers',
  kind: 'customers',
  source: 'shopify',
  title: 'a Shopify customers export',
  leavesOut: 'Its sums of orders are left aside: they come from the orders export.',
  needs: [
    ['First Name'],
    ['Last Name'],
    ['Email'],
    ['Accepts Email Marketing', 'Accepts Marketing'],
    ['Total Spent'],
    ['Total Orders', 'Orders Count'],
  ],
  fields: {
    'Customer ID': 'customer.id',
    'First Name': 'customer.firstName',
    'Last Name': 'customer.lastName',
    Email: 'customer.email',
    Phone: 'customer.phone',
    'Default Address Phone': 'customer.phone',
    Company: 'customer.company',
    'Default Address Company': 'customer.company',
    Address1: 'customer.street',
    'Default Address Address1': 'customer.street',
    City: 'customer.city',
    'Default Address City': 'customer.city',
    Zip: 'customer.postcode',
    'Default Address Zip': 'customer.postcode',
    'Country Code': 'customer.country',
    'Default Address Country Code': 'customer.country',
    Country: 'customer.country',
    'Accepts Email Marketing': 'consent.email',
    'Accepts Marketing': 'consent.email',
    'Accepts SMS Marketing': 'consent.sms',
  },
};

const squareCustomers: RecordPreset = {
  id: 'square-customers',
  kind: 'customers',
  source: 'square',
  title: 'a Square customer directory',
  leavesOut: 'Its counts of visits and sums are left aside: they come from the sales export.',
  needs: [['First Name'], ['Square Customer ID'], ['Email Address'], ['Phone Number']],
  fields: {
    'Square Customer ID': 'customer.id',
    'First Name': 'customer.firstName',
    'Last Name': 'customer.lastName',
    'Email Address': 'customer.email',
    'Phone Number': 'customer.phone',
    'Company Name': 'customer.company',
    'Street Address 1': 'customer.street',
    City: 'customer.city',
    'Postal Code': 'customer.postcode',
    Country: 'customer.country',
    'Creation Source': 'customer.acquiredBy',
    'Email Subscription Status': 'consent.email',
  },
};

export const RECORD_PRESETS: readonly RecordPreset[] = [shopifyCustomers, squareCustomers];

export const recordPresetNamed = (id: string): RecordPreset | null =>
  RECORD_PRESETS.find((preset) => preset.id === id) ?? null;

export const recogniseRecordPreset = (header: readonly string[]): RecordPreset | null => {
  const names = new Set(header.map(plainHeader));
  return (
    RECORD_PRESETS.find(({ needs }) =>
      needs.every((aliases) => aliases.some((alias) => names.has(plainHeader(alias)))),
    ) ?? null
  );
};
