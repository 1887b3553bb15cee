import type { AnyField } from '../../../shared/model/importing.ts';
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

/** A column of an export, by all the names it has in its versions and languages. */
export type Heading<F extends AnyField = Field> = {
  /** what it means to the owner; without one it is read, or tells the export, and is shown as not needed */
  readonly field?: F;
  readonly names: readonly string[];
  /** names it is also read under, where none of the others is there; shown as not needed */
  readonly also?: readonly string[];
};

export type Headings<F extends AnyField = Field> = Readonly<Record<string, Heading<F>>>;

/** Reads the cell of each heading from a record; an empty text where the export has no such column. */
export type Columns<H extends Headings> = {
  readonly [K in keyof H]: (record: readonly string[]) => string;
};

type Declaration<H extends Headings> = Pick<Preset, 'id' | 'source' | 'title' | 'leavesOut'> & {
  /** each of the export's headings, declared once: it is recognised, shown and read by them */
  readonly headings: H;
  /** one heading of each group must be there */
  readonly needs: readonly (keyof H | readonly (keyof H)[])[];
  /** headings that speak against it */
  readonly without?: readonly (keyof H)[];
  /** @param has whether the export has a column for one of the headings */
  readonly adapter: (
    context: AdapterContext,
    at: Columns<H>,
    has: (...keys: readonly (keyof H)[]) => boolean,
  ) => Adapter;
};

/** The export of a known program, from its headings. */
export const preset = <const H extends Headings>(declaration: Declaration<H>): Preset => {
  const { headings, needs, without, adapter, ...said } = declaration;
  const aliases = (keys: readonly (keyof H)[]): readonly string[] =>
    keys.flatMap((key) => namesOf(headings[key]!));
  return {
    ...said,
    needs: needs.map((need) => aliases(Array.isArray(need) ? need : [need])),
    ...(without ? { without: aliases(without) } : {}),
    fields: fieldsOf(headings),
    adapter: (context) =>
      adapter(context, columnsOf(headings, context.header), (...keys) =>
        context.header.has(...aliases(keys)),
      ),
  };
};

/** What the names of the headings mean to the owner. */
export const fieldsOf = <F extends AnyField>(headings: Headings<F>): Readonly<Record<string, F>> =>
  Object.fromEntries(
    Object.values(headings).flatMap(({ field, names }) => (field ? names.map((name) => [name, field]) : [])),
  );

/** Every name of a heading, those first under which it is shown. */
export const namesOf = ({ names, also = [] }: Heading<AnyField>): readonly string[] => [...names, ...also];

const columnsOf = <H extends Headings>(headings: H, header: Header): Columns<H> =>
  Object.fromEntries(
    Object.entries(headings).map(([key, heading]) => [key, header.column(...namesOf(heading))]),
  ) as Columns<H>;

/** What was recognised, and what of it is left out and why. */
export const presetSentence = ({ title, leavesOut }: Pick<Preset, 'title' | 'leavesOut'>): string =>
  `This is ${title}.${leavesOut ? ` ${leavesOut}` : ''}`;
