import type { Field } from '../sale-field.ts';

/** What a kind of data is called, and what it opens, as the owner reads it. */
export type KindNames = {
  readonly title: string;
  readonly one: string;
  readonly many: string;
  readonly opens: string;
};

/** A table with made-up rows in it, which an owner replaces by their own. */
export type Template = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A field of a kind's own: what the owner is asked for, and the headers it has, as `plainHeader` writes them. */
type OwnField = { readonly label: string; readonly words: readonly string[] };

/** Of these fields one must have a column, or the sentence says what is missing. */
type Need<F extends string> = { readonly anyOf: readonly F[]; readonly sentence: string };

/** A table whose rows are records of the kind. */
export type TableOfRecords<T extends string> = {
  readonly name: T;
  /** it has a column `identity_id` */
  readonly namesCustomers: boolean;
  /** the columns that say when something was: the period of an import spans them */
  readonly days: readonly string[];
};

/**
 * A kind of data besides sales, declared once: screens, template, usage line, recognition of its files, their reading
 * and the tables of its records follow from it.
 */
export type RecordKindDeclaration<
  Name extends string = string,
  Own extends string = string,
  Table extends string = string,
> = KindNames & {
  readonly kind: Name;
  /** a word may mean one thing in a list of customers and another in one of quotes, so each kind has its own fields */
  readonly fields: Readonly<Record<Own, OwnField>>;
  /** titles of groups of fields, by the fields' first word */
  readonly groups: Readonly<Record<string, string>>;
  /** all a column can mean; where two fields have the same word, the earlier one has it */
  readonly columns: readonly (Field | Own)[];
  readonly dates: readonly Own[];
  readonly numbers: readonly Own[];
  /** the numbers that are money */
  readonly money: readonly Own[];
  readonly needs: readonly Need<Field | Own>[];
  /** further names of shared fields, which mean something only in files of this kind */
  readonly sharedWords?: Readonly<Partial<Record<Field, readonly string[]>>>;
  /** headers that no other kind has; one of them tells the kind even where days and amounts look like sales */
  readonly telling: readonly string[];
  readonly tables: readonly TableOfRecords<Table>[];
  readonly template: Template;
};

export const recordKind = <const Name extends string, Own extends string, const Table extends string = never>(
  declaration: RecordKindDeclaration<Name, Own, Table>,
): RecordKindDeclaration<Name, Own, Table> => declaration;

/** Headers in one text; languages follow one another. */
export const words = (text: string): readonly string[] => text.split(' | ');

export const CUSTOMER_KEYS = [
  'customer.id',
  'customer.name',
  'customer.firstName',
  'customer.lastName',
  'customer.email',
  'customer.phone',
  'customer.company',
] as const satisfies readonly Field[];

export const NEEDS_CUSTOMER = {
  anyOf: CUSTOMER_KEYS,
  sentence: 'No column says who the customer is.',
} as const;
