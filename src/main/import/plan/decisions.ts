import type { ImportKind } from '../../../shared/model/import-kind.ts';
import type { AnyField } from '../../../shared/model/importing.ts';
import type { DateOrder } from '../values/date.ts';
import type { DecimalMark } from '../values/decimal.ts';

/** What the owner decided about a file, so that the next one with the same headings need not be asked about. */
export type Decisions = {
  /** by the plain form of a heading */
  readonly mapping?: Readonly<Record<string, AnyField | null>>;
  readonly dateOrder?: DateOrder;
  readonly decimal?: DecimalMark;
  /** of a known product, or 'none' */
  readonly preset?: string;
  readonly kind?: ImportKind;
};

/** The import in which something was decided. */
export type Origin = { readonly batch: number; readonly importedAt: number };

export type Remembered = Decisions & Origin;
