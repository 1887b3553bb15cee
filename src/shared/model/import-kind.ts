import { z } from 'zod';

/** The kinds of data a portfolio takes in. Sales make it; each further kind opens more. */
export const IMPORT_KINDS = [
  'orders',
  'customers',
  'products',
  'costs',
  'interactions',
  'acquisition',
  'campaigns',
  'feedback',
  'quotes',
  'consent',
] as const;
export const ImportKindSchema = z.enum(IMPORT_KINDS);
export type ImportKind = z.infer<typeof ImportKindSchema>;
/** Every kind but sales, which have a way of their own for their number. */
export type RecordKindName = Exclude<ImportKind, 'orders'>;

/** What a kind is called, and what it opens, as the owner reads it. */
export const KIND_WORDS: Readonly<
  Record<
    ImportKind,
    { readonly title: string; readonly one: string; readonly many: string; readonly opens: string }
  >
> = {
  orders: { title: 'Sales', one: 'order', many: 'orders', opens: 'Everything else builds on these.' },
  customers: {
    title: 'Customers and prospects',
    one: 'customer',
    many: 'customers',
    opens: 'Names, contacts, industry and size; people who have not bought yet.',
  },
  products: {
    title: 'Products with unit cost',
    one: 'product',
    many: 'products',
    opens: 'What a sale leaves after what the goods cost.',
  },
  costs: {
    title: 'Costs to serve',
    one: 'cost record',
    many: 'cost records',
    opens: 'Which customers cost more than they bring.',
  },
  interactions: {
    title: 'Visits, calls and support',
    one: 'interaction',
    many: 'interactions',
    opens: 'The time each customer takes, and who is in touch.',
  },
  acquisition: {
    title: 'Spending to win customers',
    one: 'spending record',
    many: 'spending records',
    opens: 'What a new customer costs, by source.',
  },
  campaigns: {
    title: 'Campaigns and who received them',
    one: 'campaign record',
    many: 'campaign records',
    opens: 'Who was reached and who answered.',
  },
  feedback: {
    title: 'Survey answers and comments',
    one: 'answer',
    many: 'answers',
    opens: 'How satisfied each segment is, and what waits for a reply.',
  },
  quotes: {
    title: 'Quotes',
    one: 'quote',
    many: 'quotes',
    opens: 'What was offered, what was won, and who has not bought yet.',
  },
  consent: {
    title: 'Consent and opt-outs',
    one: 'decision',
    many: 'decisions',
    opens: 'Who may be written to, and by which channel.',
  },
};

/** What a column of a file of another kind can mean, besides the customer's and the product's own fields. */
export const RECORD_FIELDS = [
  'customer.industry',
  'customer.size',
  'customer.group',
  'customer.acquiredBy',
  'customer.referredBy',
  'customer.since',
  'customer.noProfiling',
  'consent.email',
  'consent.phone',
  'consent.sms',
  'consent.post',
  'consent.date',
  'consent.channel',
  'consent.granted',
  'product.unitCost',
  'product.price',
  'cost.date',
  'cost.activity',
  'cost.quantity',
  'cost.amount',
  'cost.rate',
  'cost.unit',
  'cost.note',
  'interaction.id',
  'interaction.date',
  'interaction.time',
  'interaction.type',
  'interaction.minutes',
  'interaction.outcome',
  'interaction.note',
  'spend.from',
  'spend.until',
  'spend.channel',
  'spend.campaign',
  'spend.segment',
  'spend.amount',
  'campaign.name',
  'campaign.channel',
  'campaign.date',
  'campaign.segment',
  'campaign.cost',
  'campaign.sent',
  'campaign.variant',
  'campaign.opened',
  'campaign.clicked',
  'campaign.answered',
  'feedback.id',
  'feedback.date',
  'feedback.time',
  'feedback.touchpoint',
  'feedback.recommend',
  'feedback.satisfaction',
  'feedback.rating',
  'feedback.comment',
  'feedback.state',
  'feedback.answeredOn',
  'feedback.answeredTime',
  'quote.id',
  'quote.date',
  'quote.validUntil',
  'quote.status',
  'quote.amount',
] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];
