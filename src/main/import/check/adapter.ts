import type { IssueCode } from '../../../shared/model/importing.ts';
import type { Field } from '../../../shared/model/sale-field.ts';

/** A sale in the importer's own words: texts by field, money as plain decimals with a point. */
export type SaleLine = Partial<Readonly<{ [F in Field]: string }>>;

/** Why a record is no sale, with what of its money can be read. */
export type LeftOut = {
  readonly code: IssueCode;
  readonly field: Field | null;
  readonly value: string;
  readonly message: string;
  /** minor units */
  readonly amount: number;
};

/** What one record of the source comes to: lines, or a reason. A record is counted once, however many lines it gives. */
export type Adapted = {
  readonly row: number;
  readonly lines: readonly SaleLine[];
  readonly leftOut: LeftOut | null;
  /** what the file itself says it comes to, minor units, where this record says so */
  readonly ownTotal?: number;
  /** how many records the file itself says it has */
  readonly ownRows?: number;
};

/** Turns the records of a known product's export into sales. It may hold records back until their order is complete. */
export type Adapter = {
  readonly take: (record: readonly string[], row: number) => readonly Adapted[];
  readonly end: () => readonly Adapted[];
};
