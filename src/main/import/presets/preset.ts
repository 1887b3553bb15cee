import type { Field } from '../../../shared/model/sale-field.ts';
import type { Adapter } from '../check/adapter.ts';
import type { DecimalMark } from '../values/decimal.ts';
import type { Header } from './header.ts';

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
