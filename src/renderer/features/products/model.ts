import type { LikelyBuyer, PopularProduct, Products, Spread } from '../../../shared/model/products.ts';
import type { Cell } from '../../ui/text/copy.ts';
import type { Format } from '../../ui/text/format-core.ts';

export const SPREAD_WORDS: Readonly<Record<Spread['of'], string>> = {
  customers: 'Customers',
  segments: 'Segments',
  products: 'Products',
  categories: 'Categories',
};

type Periods = NonNullable<Extract<Products['popular'], { rows: unknown }>['periods']>;

/** What the trend compares. */
export const periodsText = ({ before, after }: Periods, format: Format): string =>
  `Trend: ${format.day(after.from)} to ${format.day(after.to)} against ${format.day(before.from)} to ${format.day(before.to)}.`;

/** Why a customer might want a product. */
export const reasonText = (
  { penetration, because }: Pick<LikelyBuyer, 'penetration' | 'because'>,
  format: Format,
): string =>
  because === null
    ? `${format.share(penetration)} of the customers like them buy it`
    : `buys ${because}, which goes with it`;

/** The table as a spreadsheet takes it. */
export const copyOf = (
  rows: readonly PopularProduct[],
  format: Format,
): { readonly head: readonly string[]; readonly cells: readonly (readonly Cell[])[] } => ({
  head: ['Product', 'Category', 'Revenue', 'Share', 'Margin', 'Orders', 'Buyers', 'Bought again', 'Trend'],
  cells: rows.map((row) => [
    row.product,
    row.category ?? '',
    format.amountCell(row.revenue),
    format.percentCell(row.share),
    format.amountCell(row.margin),
    format.cell(row.orders, 0),
    format.cell(row.buyers, 0),
    format.percentCell(row.repeatShare),
    format.percentCell(row.trend),
  ]),
});
