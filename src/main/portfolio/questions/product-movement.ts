import { dayNumber } from '../../../shared/model/day.ts';
import { type GrowthWindows, growthWindows } from '../../analytics/growth/windows.ts';
import type { Readable } from '../../database/connection.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { salesIn } from '../analysis/products/sold-lines.ts';

/** Revenue of a product in two equal periods, minor units; anonymous sales count too. */
export type ProductMovement = { readonly product: string; readonly before: number; readonly after: number };

/** The windows of the whole business, with or without customers. */
export const salesWindows = ({ growth, totals, history }: Analysis): GrowthWindows | null =>
  growth.windows ?? growthWindows(dayNumber(totals.period.from), history.asOf);

/** Every product sold in either period, the greatest change of revenue first, whichever way it goes. */
export const productMovement = (
  db: Readable,
  analysis: Analysis,
  { start, middle, end }: GrowthWindows,
): ProductMovement[] => {
  const { lines, products } = salesIn(db, analysis);
  const before = new Float64Array(products.length);
  const after = new Float64Array(products.length);
  for (let k = 0; k < lines.item.length; k++) {
    const day = lines.day[k]!;
    if (day <= start || day > end) continue;
    (day <= middle ? before : after)[lines.item[k]!]! += lines.net[k]!;
  }
  return products
    .map(({ name }, item) => ({ product: name, before: before[item]!, after: after[item]! }))
    .filter((moved) => moved.before !== 0 || moved.after !== 0)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
};
