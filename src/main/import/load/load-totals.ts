import type { Issue, IssueCode } from '../../../shared/model/importing.ts';
import type { LineChunk } from '../check/line-chunk.ts';
import type { LineCounts } from './orders/line-counts.ts';

/** Totals of a load, the same whether it wrote or only looked. Money is minor units. */
export type LoadTotals = {
  read: number;
  /** records of the file; one may have brought several lines */
  imported: number;
  lines: number;
  leftOut: number;
  alreadyThere: number;
  revenueMinor: number;
  /** tax in the amounts, which the owner's rate takes off */
  taxMinor: number;
  leftOutMinor: number;
  alreadyThereMinor: number;
  orders: number;
  /** orders known by their total that the file gives the articles of */
  expanded: number;
  /** lines that are in but do not count, because the owner has said that their product is no sale */
  notASale: number;
  refunds: number;
  anonymousOrders: number;
  firstDay: string | null;
  lastDay: string | null;
  readonly issues: Issue[];
  readonly issueCounts: Partial<Record<IssueCode, number>>;
  /** lines in other currencies, as {@link LineChunk} counts them */
  readonly foreign: Record<string, number>;
};

export const emptyTotals = (): LoadTotals => ({
  read: 0,
  imported: 0,
  lines: 0,
  leftOut: 0,
  alreadyThere: 0,
  revenueMinor: 0,
  taxMinor: 0,
  leftOutMinor: 0,
  alreadyThereMinor: 0,
  orders: 0,
  expanded: 0,
  notASale: 0,
  refunds: 0,
  anonymousOrders: 0,
  firstDay: null,
  lastDay: null,
  issues: [],
  issueCounts: {},
  foreign: {},
});

/** Adds what the parser counted and left out in a chunk. */
export const addChunk = (totals: LoadTotals, chunk: LineChunk): void => {
  totals.read += chunk.read;
  totals.leftOut += chunk.leftOut;
  totals.leftOutMinor += chunk.leftOutMinor;
  for (const issue of chunk.issues) totals.issues.push(issue);
  for (const [code, count] of Object.entries(chunk.issueCounts) as [IssueCode, number][])
    totals.issueCounts[code] = (totals.issueCounts[code] ?? 0) + count;
  for (const [key, lines] of Object.entries(chunk.foreign))
    totals.foreign[key] = (totals.foreign[key] ?? 0) + lines;
};

/** The period reaches to this day. */
export const extendPeriod = (totals: LoadTotals, day: string): void => {
  if (totals.firstDay === null || day < totals.firstDay) totals.firstDay = day;
  if (totals.lastDay === null || day > totals.lastDay) totals.lastDay = day;
};

/** The first of them are kept to be shown; all are counted. */
const KEPT_PER_CODE = 5000;

/**
 * What of a line that is in the portfolio now counts as revenue.
 * @param amount minor units, as is `lineTax`: the tax its file tells of it, 0 for none
 */
export const countLine = (
  totals: LoadTotals,
  counts: LineCounts,
  product: number | null,
  amount: number,
  lineTax: number,
  row: number,
): void => {
  if (product !== null) counts.add(product, amount);
  if (counts.isSale(product)) {
    const tax = lineTax === 0 ? counts.taxIn(product, amount) : 0;
    totals.revenueMinor += amount - tax;
    totals.taxMinor += tax;
    return;
  }
  totals.leftOutMinor += amount;
  totals.issueCounts['not-a-sale'] = (totals.issueCounts['not-a-sale'] ?? 0) + 1;
  if (totals.notASale++ < KEPT_PER_CODE) totals.issues.push(counts.issue(product, row));
};

/** A line of a known order that the file has otherwise: the first version stays, which the owner is told. */
export const reportOtherVersion = (
  totals: LoadTotals,
  row: number,
  orderNumber: string,
  isTotal: boolean,
): void => {
  totals.issueCounts['duplicate-line'] = (totals.issueCounts['duplicate-line'] ?? 0) + 1;
  totals.issues.push({
    row,
    column: null,
    code: 'duplicate-line',
    value: orderNumber,
    message: isTotal
      ? `Order ${orderNumber} is in the portfolio already with its articles; they stay, and its total does not count twice.`
      : `Order ${orderNumber} is in the portfolio already with other content on this line; the first version stays.`,
    leftOut: true,
  });
};
