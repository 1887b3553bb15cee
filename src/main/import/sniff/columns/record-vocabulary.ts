import type { RecordKindName } from '../../../../shared/model/import-kind.ts';
import type { AnyField, Field } from '../../../../shared/model/importing.ts';
import { RECORD_KINDS } from '../../records/kinds/index.ts';
import { type Vocabulary, vocabulary } from './header-words.ts';
import { RECORD_WORDS, SHARED_WORDS } from './record-words.ts';
import { SALE_WORDS } from './sale-words/index.ts';

const made = new Map<RecordKindName, Vocabulary>();

/** What the headers of one kind of file are called. */
export const vocabularyOf = (kind: RecordKindName): Vocabulary => {
  let known = made.get(kind);
  if (!known) {
    known = vocabulary(RECORD_KINDS[kind].fields.map((field) => [field, wordsOf(kind, field)] as const));
    made.set(kind, known);
  }
  return known;
};

const wordsOf = (kind: RecordKindName, field: AnyField): readonly string[] => [
  ...(field in SALE_WORDS ? SALE_WORDS[field as Field] : RECORD_WORDS[field as keyof typeof RECORD_WORDS]),
  ...(SHARED_WORDS[kind]?.[field] ?? []),
];
