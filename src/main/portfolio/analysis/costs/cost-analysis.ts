import { dayFromNumber } from '../../../../shared/model/day.ts';
import { minorDigits } from '../../../../shared/model/money.ts';
import type { Settings } from '../../../../shared/model/portfolio.ts';
import { monthsBefore } from '../../../analytics/calendar/months.ts';
import type { PurchaseHistory } from '../../../analytics/history.ts';
import { type Contribution, contribution } from '../../../analytics/value/contribution.ts';
import type { DirectCost } from '../../../analytics/value/cost-to-serve.ts';
import { goodsCosts, type LineCosts } from '../../../analytics/value/goods-cost.ts';
import type { Readable } from '../../../database/connection.ts';
import { lineColumns } from '../products/line-columns.ts';
import { categoriesOf, productList } from '../products/product-list.ts';
import { isEmptyRecord, serviceCosts, serviceRecord } from './service-costs.ts';

/** What customers cost and leave, as far as it is known; columns by place of the customer. */
export type CostAnalysis = {
  /** from the first sale on */
  readonly whole: Contribution;
  /** of the last 12 months */
  readonly year: Contribution;
  readonly goods: Pick<LineCosts, 'turnover' | 'shopMargin' | 'shopMarginIs'>;
  /** cost to serve by what it is for, from the first sale on */
  readonly serving: readonly DirectCost[];
  /** what was done but has no cost per unit */
  readonly missing: readonly string[];
  /** cost to serve that depends on the orders, from the first sale on */
  readonly withOrders: Float64Array;
  /** that depends on what was paid */
  readonly withRevenue: Float64Array;
  /** cost to serve of the last 12 months that depends on neither */
  readonly standing: Float64Array;
};

export type CostQuestion = {
  readonly history: PurchaseHistory;
  readonly placeOf: ReadonlyMap<number, number>;
  readonly currency: string;
  readonly settings: Settings;
};

/** @returns null while neither a unit cost nor a margin is known (DEFINITIONS 6) */
export const costAnalysis = (
  db: Readable,
  { history, placeOf, currency, settings }: CostQuestion,
): CostAnalysis | null => {
  const minorUnits = 10 ** minorDigits(currency);
  const products = productList(db, minorUnits);
  if (settings.assumedMargin === null && products.every(({ unitCost }) => unitCost === null)) return null;
  const lines = lineColumns(
    db,
    dayFromNumber(history.asOf),
    new Map(products.map(({ id }, item) => [id, item])),
    placeOf,
  );
  const { categoryOf, categories } = categoriesOf(products);
  const costs = goodsCosts(lines, {
    unitCost: Float64Array.from(products, ({ unitCost }) => unitCost ?? Number.NaN),
    categoryOf,
    categories: categories.length,
    shopMargin: settings.assumedMargin,
  });
  if (!costs) return null;
  const customers = history.customer.length;
  const record = serviceRecord(db, history, placeOf, minorUnits);
  const yearAgo = monthsBefore(history.asOf, 12);
  const all = serviceCosts(record, customers, minorUnits);
  const recent = serviceCosts(record, customers, minorUnits, yearAgo);
  return {
    whole: contribution(lines, costs, all),
    year: contribution(lines, costs, recent, yearAgo),
    goods: { turnover: costs.turnover, shopMargin: costs.shopMargin, shopMarginIs: costs.shopMarginIs },
    serving: all.serving.parts,
    missing: all.serving.missing,
    withOrders: all.withOrders,
    withRevenue: all.withRevenue,
    standing: recent.serving.total.map((total, i) => total - recent.withOrders[i]! - recent.withRevenue[i]!),
  };
};

/** Whether costs to serve are known though what goods cost is not. */
export const knowsServiceOnly = (
  db: Readable,
  { history, placeOf, currency }: Pick<CostQuestion, 'history' | 'placeOf' | 'currency'>,
): boolean => !isEmptyRecord(serviceRecord(db, history, placeOf, 10 ** minorDigits(currency)));
