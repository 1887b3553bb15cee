import { isoDay } from '../../src/shared/model/day.ts';
import type { ImportPreview, ImportResult } from '../../src/shared/model/importing.ts';
import { minor } from '../../src/shared/model/money.ts';
import { FIELDS } from '../../src/shared/model/sale-field.ts';

const euros = (amount: number) => ({ minor: minor(amount), currency: 'EUR' });

/** What an import of a small file says. */
export const aResult = (over: Partial<ImportResult> = {}): ImportResult => ({
  batch: null,
  source: {
    name: 'till.csv',
    sha256: '',
    bytes: 1,
    encoding: 'utf-8',
    delimiter: ';',
    headerRow: 1,
    sheet: null,
    preset: null,
    locale: null,
    dateFormat: null,
    decimal: ',',
    kind: 'orders',
  },
  mapping: {},
  rows: { read: 10, imported: 9, leftOut: 1, alreadyThere: 0 },
  orders: 9,
  orderLines: 9,
  refunds: 0,
  customers: { created: 3, matched: 0, anonymousOrders: 0, possibleDuplicates: 0 },
  revenue: euros(900),
  revenueLeftOut: euros(0),
  taxTakenOff: euros(0),
  period: { from: isoDay('2025-01-01'), to: isoDay('2025-01-31') },
  issues: { count: 1, byCode: {}, first: [] },
  controlTotals: {
    own: null,
    ownRow: null,
    ownRows: null,
    imported: euros(900),
    alreadyThere: euros(0),
    leftOut: euros(0),
    sum: euros(900),
    difference: null,
    agrees: null,
    sentence: '',
  },
  skipped: { byReason: {}, first: [] },
  ordersDetailed: 0,
  notASale: 0,
  mayBeNoSale: [],
  converted: [],
  withoutRate: [],
  remembered: null,
  contentHash: null,
  elapsedMs: 1,
  peakRssBytes: 1,
  ...over,
});

export const aPreview = (over: Partial<ImportPreview> = {}): ImportPreview => ({
  preview: 'p',
  recognised: '',
  source: aResult().source,
  columns: [],
  fields: [...FIELDS],
  questions: [],
  result: aResult(),
  missing: [],
  sentence: '',
  taxNote: null,
  sheets: [],
  product: null,
  remembered: null,
  ...over,
});
