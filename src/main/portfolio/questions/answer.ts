import { type Formats, formats } from '../../../shared/format.ts';
import type { Question, QuestionEntry, QuestionFact } from '../../../shared/model/question.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { Readable } from '../../database/connection.ts';
import type { Analysis } from '../analysis/analysis.ts';

/** A question without its number and words. */
export type Answer = Omit<Question, 'n' | 'question'>;

/** What every question is answered from. */
export type Asked = { readonly db: Readable; readonly analysis: Analysis; readonly say: Formats };

export const askedOf = (db: Readable, analysis: Analysis): Asked => ({
  db,
  analysis,
  say: formats(analysis.settings.locale, analysis.currency),
});

type Parts = {
  readonly answer: readonly (string | null)[];
  readonly facts?: readonly Result[];
  readonly list?: readonly QuestionEntry[];
  readonly cannotKnow?: readonly (string | null)[];
  readonly next?: readonly (string | null)[];
};

/** A figure that there is stands among the facts; one that there is not is said with its reason among what cannot be known. */
export const answerOf = ({ answer, facts = [], list = [], cannotKnow = [], next = [] }: Parts): Answer => ({
  answer: said(answer).join(' '),
  facts: facts
    .filter(({ value }) => value !== null)
    .map((result): QuestionFact => ({ metric: result.metric, result })),
  list: [...list],
  cannotKnow: [
    ...new Set([
      ...facts.filter(({ value }) => value === null).flatMap(({ warnings }) => warnings.slice(0, 1)),
      ...said(cannotKnow),
    ]),
  ],
  next: said(next),
});

const said = (sentences: readonly (string | null)[]): string[] =>
  sentences.filter((sentence): sentence is string => sentence !== null && sentence !== '');

export const entry = (name: string, why: string, customer: number | null = null): QuestionEntry => ({
  name,
  why,
  customer,
});
