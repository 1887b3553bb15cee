import type { RecordKindName } from '../../../shared/model/import-kind.ts';
import type { AnyField } from '../../../shared/model/importing.ts';
import type { Rate } from '../../../shared/model/rate.ts';
import type { Field } from '../../../shared/model/sale-field.ts';
import type { DateOrder } from '../values/date.ts';
import type { DecimalMark } from '../values/decimal.ts';
import type { Dialect } from './dialect.ts';
import type { OrderShape } from './order-shape.ts';
import type { Statuses } from './statuses.ts';

/** Everything decided about a file of sales before its rows are read; plain data, handed to the parser thread unchanged. */
export type ReadPlan = {
  readonly kind: 'orders';
  readonly path: string;
  readonly dialect: Dialect;
  readonly headerRow: number;
  readonly width: number;
  readonly header: readonly string[];
  /** the known product whose export this is */
  readonly preset: string | null;
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  readonly dateOrder: DateOrder;
  /** of what the row check reads; a known product's adapter writes plain decimals */
  readonly decimal: DecimalMark;
  /** of the file itself */
  readonly fileDecimal: DecimalMark;
  readonly currency: string;
  /** of other currencies to that one */
  readonly rates: readonly Rate[];
  /** the file has a column of taxes, or says that its amounts are without */
  readonly taxTold: boolean;
  /** in the amounts, as the owner decided, millionths; null where the file tells it or there is none to be taken off */
  readonly tax: number | null;
  readonly digits: number;
  readonly timezone: string;
  readonly region: string | null;
  /** the amount includes the tax in the tax column, which is then taken off */
  readonly amountIncludesTax: boolean;
  /** the amount is before the discount column, which is then taken off */
  readonly amountBeforeDiscount: boolean;
  /** the discount is a part of the price (0.2 for 20 %), not money */
  readonly discountIsFraction: boolean;
  /** how rows make up orders where they do not stand for themselves; null for a known product's export */
  readonly shape: OrderShape | null;
  /** null for a known product's export, which knows its own words, and where no column says how far a sale has come */
  readonly statuses: Statuses | null;
  /** many rows end early because the program that wrote them drops empty cells at the end */
  readonly endsEarly: boolean;
  /** e-mails and phones that several people share (lower case, as written): they tell nobody apart */
  readonly sharedContacts: readonly string[];
  /** name space of the source's own order and customer numbers */
  readonly sourceKey: string;
};

/** A column of marks for one thing, which the owner of a survey has named. */
export type RatingColumn = { readonly name: string; readonly column: number };

/** The same for a file of another kind. */
export type RecordPlan = {
  readonly kind: RecordKindName;
  readonly path: string;
  readonly dialect: Dialect;
  readonly headerRow: number;
  readonly width: number;
  readonly columns: Readonly<Partial<Record<AnyField, number>>>;
  readonly ratings: readonly RatingColumn[];
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalMark;
  readonly currency: string;
  readonly digits: number;
  readonly timezone: string;
  readonly region: string | null;
  readonly endsEarly: boolean;
  readonly sourceKey: string;
};

export type AnyPlan = ReadPlan | RecordPlan;
