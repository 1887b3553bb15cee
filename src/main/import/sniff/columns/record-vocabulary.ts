import {
  declarationOf,
  RECORD_FIELD_DECLARATIONS,
  type RecordKindName,
} from '../../../../shared/model/import-kind.ts';
import type { AnyField } from '../../../../shared/model/importing.ts';
import type { Field } from '../../../../shared/model/sale-field.ts';
import { type Vocabulary, vocabulary } from './header-words.ts';
import { SALE_WORDS } from './sale-words/index.ts';

const made = new Map<RecordKindName, Vocabulary>();

/** What the headers of one kind of file are called. */
export const vocabularyOf = (kind: RecordKindName): Vocabulary => {
  let known = made.get(kind);
  if (!known) {
    known = vocabulary(declarationOf(kind).columns.map((field) => [field, wordsOf(kind, field)] as const));
    made.set(kind, known);
  }
  return known;
};

const isShared = (field: AnyField): field is Field => field in SALE_WORDS;

const wordsOf = (kind: RecordKindName, field: AnyField): readonly string[] =>
  isShared(field)
    ? [...SALE_WORDS[field], ...(declarationOf(kind).sharedWords?.[field] ?? [])]
    : RECORD_FIELD_DECLARATIONS[field].words;
