import { z } from 'zod';
import { ResultSchema } from './result.ts';
import { IsoDaySchema } from './schemas.ts';

/** A figure of the catalogue that an answer is based on. */
export const QuestionFactSchema = z.object({ metric: z.string(), result: ResultSchema });
export type QuestionFact = z.infer<typeof QuestionFactSchema>;

/** Somebody or something the answer names, and why. */
export const QuestionEntrySchema = z.object({
  name: z.string(),
  why: z.string(),
  /** the customer named, null for a segment, product, month or day */
  customer: z.number().int().nullable(),
});
export type QuestionEntry = z.infer<typeof QuestionEntrySchema>;

/** One of the twelve questions, answered as far as the data carry it. */
export const QuestionSchema = z.object({
  n: z.number().int().min(1).max(12),
  question: z.string(),
  /** one or two plain sentences with the owner's own numbers */
  answer: z.string(),
  facts: z.array(QuestionFactSchema),
  list: z.array(QuestionEntrySchema),
  /** what is missing, and what it prevents */
  cannotKnow: z.array(z.string()),
  /** what to do, what to add */
  next: z.array(z.string()),
});
export type Question = z.infer<typeof QuestionSchema>;

export const QuestionsSchema = z.object({
  asOf: IsoDaySchema.nullable(),
  questions: z.array(QuestionSchema).length(12),
});
export type Questions = z.infer<typeof QuestionsSchema>;
