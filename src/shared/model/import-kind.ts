import { z } from 'zod';
import { RECORD_KINDS } from './kinds/index.ts';
import type { KindNames, RecordKindDeclaration, TableOfRecords, Template } from './kinds/kind.ts';
import { orders } from './kinds/orders.ts';

type Declared = typeof RECORD_KINDS;
/** Every kind but sales, which have a way of their own for their number. */
export type RecordKindName = keyof Declared;
/** The kinds of data a portfolio takes in. Sales make it; each further kind opens more. */
export type ImportKind = 'orders' | RecordKindName;

type OwnFieldsOf<K> = K extends { readonly fields: infer F } ? keyof F & string : never;
type TablesOf<K> = K extends { readonly tables: readonly TableOfRecords<infer T>[] } ? T : never;

/** What a column of a file of another kind can mean, besides the customer's and the product's own fields. */
export type RecordField = OwnFieldsOf<Declared[RecordKindName]>;
/** A table of records, whose rows are deleted with the import that brought them. */
export type RecordTable = TablesOf<Declared[RecordKindName]>;

export const RECORD_KIND_NAMES = Object.keys(RECORD_KINDS) as readonly RecordKindName[];
export const IMPORT_KINDS: readonly ImportKind[] = ['orders', ...RECORD_KIND_NAMES];
export const ImportKindSchema = z.enum(IMPORT_KINDS);

/** How the kind is declared, with its fields as those of any kind. */
export const declarationOf = (
  kind: RecordKindName,
): RecordKindDeclaration<RecordKindName, RecordField, RecordTable> =>
  RECORD_KINDS[kind] as RecordKindDeclaration<RecordKindName, RecordField, RecordTable>;

const DECLARATIONS = RECORD_KIND_NAMES.map(declarationOf);

/** What a kind is called, and what it opens. */
export const KIND_WORDS = { orders, ...RECORD_KINDS } as Readonly<Record<ImportKind, KindNames>>;

export const templateOf = (kind: ImportKind): Template =>
  kind === 'orders' ? orders.template : RECORD_KINDS[kind].template;

/** What each field of other kinds is called and which headers it has. */
export const RECORD_FIELD_DECLARATIONS = Object.assign(
  {},
  ...DECLARATIONS.map(({ fields }) => fields),
) as Readonly<Record<RecordField, { readonly label: string; readonly words: readonly string[] }>>;
export const RECORD_FIELDS = Object.keys(RECORD_FIELD_DECLARATIONS) as readonly RecordField[];

/** Titles of groups of fields, by the fields' first word. */
export const RECORD_FIELD_GROUPS: Readonly<Record<string, string>> = Object.assign(
  {},
  ...DECLARATIONS.map(({ groups }) => groups),
);

export const TABLES_OF_RECORDS: readonly TableOfRecords<RecordTable>[] = DECLARATIONS.flatMap(
  ({ tables }) => tables,
);
