import { z } from 'zod';
import { NotAvailableSchema, ResultSchema } from './result.ts';
import { IsoDaySchema, PeriodSchema } from './schemas.ts';

/** How far a piece of feedback has come: something was changed because of it, and the customer was told. */
export const FeedbackStateSchema = z.enum(['new', 'answered', 'changed', 'told']);
export type FeedbackState = z.infer<typeof FeedbackStateSchema>;

export const ResponseClockSchema = ResultSchema.extend({
  median: ResultSchema,
  open: z.number().int(),
  overdue: z.number().int(),
});

/** What a group of customers says and how soon they are answered. */
export const VoiceSchema = z.object({
  nps: z.union([ResultSchema, NotAvailableSchema]),
  csat: z.union([ResultSchema.extend({ mean: z.number() }), NotAvailableSchema]),
  responseClock: z.union([ResponseClockSchema, NotAvailableSchema]),
  /** the same in opening hours */
  officeClock: z.union([ResponseClockSchema, NotAvailableSchema]),
  /** people who answered */
  people: z.number().int(),
  /** who answered ÷ customers it speaks for; null for nobody in particular */
  coverage: z.number().nullable(),
  /** of those who were asked in a campaign that is a survey */
  responseRate: z.union([ResultSchema, NotAvailableSchema]),
});
export type Voice = z.infer<typeof VoiceSchema>;

export const ListeningSchema = VoiceSchema.extend({
  asOf: IsoDaySchema,
  period: PeriodSchema,
  /** one sentence on what they say */
  finding: z.string(),
  /** one on how soon they are answered */
  clockFinding: z.string(),
  /** "Monday to Friday, 9:00 to 17:00" */
  officeHours: z.string(),
  bySegment: z.array(VoiceSchema.extend({ segment: z.string(), customers: z.number().int() })),
  impactPerformance: NotAvailableSchema,
});
export type Listening = z.infer<typeof ListeningSchema>;

/** A comment or a bad score: it wants an answer from a person. */
export const InboxItemSchema = z.object({
  key: z.string(),
  customer: z.number().int().nullable(),
  name: z.string().nullable(),
  segment: z.string().nullable(),
  day: IsoDaySchema,
  touchpoint: z.string().nullable(),
  recommend: z.number().int().nullable(),
  satisfaction: z.number().int().nullable(),
  comment: z.string().nullable(),
  state: FeedbackStateSchema,
  /** hours it has waited, or waited for its answer; null where it came after the day of the analysis */
  waited: z.number().nullable(),
  overdue: z.boolean(),
  /** what the customer can be expected to bring, minor units: what is at stake */
  atStake: z.number().int(),
});
export type InboxItem = z.infer<typeof InboxItemSchema>;

export const InboxSchema = z.object({
  asOf: IsoDaySchema.nullable(),
  /** of everything that wants an answer */
  counts: z.record(FeedbackStateSchema, z.number().int()),
  overdue: z.number().int(),
  /** answers without a word and with a good score: nothing to do */
  quiet: z.number().int(),
  /** what is at stake: what a customer will still bring by the model, or what they brought in 12 months */
  stakeIs: z.enum(['clv', 'revenue12m']),
  total: z.number().int(),
  rows: z.array(InboxItemSchema),
});
export type Inbox = z.infer<typeof InboxSchema>;
