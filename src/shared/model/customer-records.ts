import { z } from 'zod';
import { IsoDaySchema } from './schemas.ts';

/** Something that was with a customer besides a sale, with where it is from. */
export const CustomerEntrySchema = z.object({
  kind: z.enum(['interaction', 'feedback', 'quote', 'campaign', 'cost']),
  day: IsoDaySchema,
  sentence: z.string(),
  file: z.string(),
  row: z.number().int(),
});
export type CustomerEntry = z.infer<typeof CustomerEntrySchema>;

/** What is known of a customer besides what they bought. */
export const CustomerRecordsSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  /** has bought, and may be profiled: then there is a page of figures too */
  hasFigures: z.boolean(),
  /** why there are none, as a sentence */
  reason: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  traits: z.array(z.object({ name: z.string(), value: z.string() })),
  /** a sentence for each channel that was decided on */
  consents: z.array(z.object({ channel: z.string(), granted: z.boolean(), sentence: z.string() })),
  total: z.number().int(),
  /** newest first */
  entries: z.array(CustomerEntrySchema),
});
export type CustomerRecords = z.infer<typeof CustomerRecordsSchema>;

/** Somebody who has not bought yet. */
export const ProspectSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  company: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  city: z.string().nullable(),
  group: z.string().nullable(),
  openQuotes: z.number().int(),
  contactable: z.boolean(),
});
export type Prospect = z.infer<typeof ProspectSchema>;
