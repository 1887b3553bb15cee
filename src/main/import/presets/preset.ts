import type { Field, IssueCode } from '../../../shared/model/importing.ts';
import type { DecimalMark } from '../values/decimal.ts';
import type { Header } from './header.ts';

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

export type AdapterContext = {
  readonly header: Header;
  readonly mark: DecimalMark;
  /** decimals of the portfolio's currency */
  readonly digits: number;
  readonly currency: string;
};

/** The export of a known product, recognised by the set of its headers, never by their place or number. */
export type Preset = {
  readonly id: string;
  /** name space of its order and customer numbers; companions share it */
  readonly source: string;
  /** "a Shopify orders export" */
  readonly title: string;
  /** what it leaves out and why, as a sentence, or null */
  readonly leavesOut: string | null;
  /** all of them must be there; each with its translations */
  readonly needs: readonly (readonly string[])[];
  /** headers that speak against it */
  readonly without?: readonly string[];
  /** what its columns mean, for the screen and for deciding how dates and numbers are written */
  readonly fields: Readonly<Record<string, Field>>;
  readonly adapter: (context: AdapterContext) => Adapter;
};

/** What was recognised, and what of it is left out and why. */
export const presetSentence = ({ title, leavesOut }: Pick<Preset, 'title' | 'leavesOut'>): string =>
  `This is ${title}.${leavesOut ? ` ${leavesOut}` : ''}`;
