import { z } from 'zod';
import { ResultSchema } from './result.ts';
import { IsoDaySchema, MinorSchema } from './schemas.ts';

/** What makes somebody worth an hour of the owner's week. */
export const ActionKindSchema = z.enum(['answer', 'keep', 'remind', 'welcome', 'invite-back', 'offer-more']);
export type ActionKind = z.infer<typeof ActionKindSchema>;

/** One customer, the one action that suits best, and why. */
export const ActionSchema = z.object({
  /** 1 is first */
  rank: z.number().int(),
  customer: z.number().int(),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  segmentName: z.string().nullable(),
  kind: ActionKindSchema,
  /** what to do, in a few words */
  action: z.string(),
  /** one sentence with what it is based on */
  reason: z.string(),
  /** value at stake × risk × reachability; not what the action earns while `effectKnown` is false */
  expectedValue: MinorSchema,
  /** whether the owner's own pilots say what such an action changes */
  effectKnown: z.boolean(),
  /** whether consent is known for a message; the owner's own word at the counter needs none */
  contactable: z.boolean(),
  /** by which ways they have agreed to be written to or called */
  channels: z.array(z.enum(['email', 'phone', 'sms', 'post'])),
});
export type Action = z.infer<typeof ActionSchema>;

/** All actions of one kind together. */
export const ActionGroupSchema = z.object({
  kind: ActionKindSchema,
  title: z.string(),
  /** who is meant, in one sentence */
  who: z.string(),
  count: z.number().int(),
  expectedValue: MinorSchema,
  first: z.array(z.object({ customer: z.number().int(), name: z.string() })),
});
export type ActionGroup = z.infer<typeof ActionGroupSchema>;

/** A page of the ranked list, with what is to be said about all of it. */
export const ActionListSchema = z.object({
  asOf: IsoDaySchema.nullable(),
  /** actions that fit the filter, and how many of them may be written to */
  total: z.number().int(),
  contactable: z.number().int(),
  /** what these actions are about together; null where there are none */
  atStake: ResultSchema.nullable(),
  groups: z.array(ActionGroupSchema),
  rows: z.array(ActionSchema),
  /** what holds for every row, said once */
  notes: z.array(z.string()),
  /** why the list is empty, and how to begin */
  reason: z.string().nullable(),
  howToBegin: z.array(z.string()),
});
export type ActionList = z.infer<typeof ActionListSchema>;
