import type { Settings } from '../../../shared/model/portfolio.ts';
import type { Readable, Writable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import { refreshSummaries } from '../../database/summaries.ts';
import { recountWhatCounts, toldTax } from '../../database/what-counts.ts';

/**
 * What is known of the tax in the amounts: nothing is to be said where every file told it or it is not in them; it was
 * taken off at the owner's rate; it is in them at no known rate; or nobody has said.
 */
export type TaxState = 'told' | 'taken-off' | 'no-rate' | 'unknown';

export const taxState = (db: Readable, { pricesIncludeTax, taxRate }: Settings): TaxState => {
  const open = db.get(
    q
      .selectFrom('batch')
      .select('id')
      .where('kind', '=', 'orders')
      .where('undone_at', 'is', null)
      .where(({ eb, ref }) => eb(toldTax(ref('reading')), '=', 0))
      .limit(1),
  );
  if (!open || pricesIncludeTax === 'excluded') return 'told';
  if (pricesIncludeTax === 'unknown') return 'unknown';
  return taxRate === null ? 'no-rate' : 'taken-off';
};

/** What must be said of tax beside revenue, once on each screen; null where there is nothing to say. */
export const taxSentence = (state: TaxState, { locale, taxRate }: Settings): string | null => {
  switch (state) {
    case 'unknown':
      return 'It is not known whether these prices include tax.';
    case 'no-rate':
      return 'These prices include tax, and so does revenue: its rate is not known.';
    case 'taken-off':
      return `Revenue is without the tax in these prices, ${percent(taxRate ?? 0, locale)} unless a product has a rate of its own.`;
    default:
      return null;
  }
};

const percent = (rate: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(rate);

/** Everything counts anew after another word on tax; runs inside the caller's transaction. */
export const followTax = (db: Writable): void => {
  recountWhatCounts(db, q.selectFrom('sales_order').select('id'));
  refreshSummaries(db, 'all');
};
