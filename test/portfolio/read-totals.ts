import type { Writable } from '../../src/main/database/connection.ts';
import { analysisOf } from '../../src/main/portfolio/analysis/analysis.ts';
import { keyFigures } from '../../src/main/portfolio/analysis/figures.ts';
import { tillOf } from '../../src/main/portfolio/analysis/till.ts';
import { monthsOf } from '../../src/main/portfolio/analysis/totals.ts';
import { describeProducts } from '../../src/main/portfolio/products/products.ts';

/** What a portfolio says of its sales, without the ids of its rows and without what it says of products that are no sale. */
export const readTotals = (db: Writable) => {
  const analysis = analysisOf(db)!;
  const { notASale: _, ...totals } = analysis.totals;
  const { popular } = describeProducts(db, analysis);
  return {
    ...totals,
    asOf: analysis.asOf,
    names: analysis.names.key.map((key, i) => [key, analysis.names.orders[i]]),
    days: [...analysis.history.day],
    net: [...analysis.history.net],
    months: monthsOf(db, analysis.asOf),
    figures: keyFigures(db, analysis),
    popular: 'rows' in popular ? popular.rows.map(({ id: _id, ...row }) => row) : popular,
    till: tillOf(db, analysis),
  };
};
