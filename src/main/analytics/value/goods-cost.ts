/** Sold lines as far as the cost of goods goes, columnar. Money in minor units. */
export type CostedLines = {
  /** products, 0 .. items − 1; negative where none is named */
  readonly item: Int32Array;
  /** as in the sale, negative for what came back; NaN where it is not known */
  readonly quantity: Float64Array;
  readonly net: Float64Array;
};

export type GoodsCosts = {
  /** what one piece of each item costs, minor units; NaN where unknown */
  readonly unitCost: Float64Array;
  /** category of each item, 0 .. categories − 1 */
  readonly categoryOf: Int32Array;
  readonly categories: number;
  /** margin the owner assumes for the whole shop, 0.4 for 40 % of revenue; null where none was given */
  readonly shopMargin: number | null;
};

/** How the cost of a line is known, best first. */
export const COST_SOURCES = ['unit-cost', 'category-margin', 'assumed-margin'] as const;
export type CostSource = (typeof COST_SOURCES)[number];

export type LineCosts = {
  /** minor units per line, negative for what came back */
  readonly cost: Float64Array;
  /** place in COST_SOURCES per line */
  readonly source: Uint8Array;
  /** sums of |net| by source: what part of the turnover is based on what */
  readonly turnover: Readonly<Record<CostSource, number>>;
  /** the margin assumed where nothing nearer is known */
  readonly shopMargin: number;
  /** whether it is the owner's, or that of the lines whose cost is known */
  readonly shopMarginIs: 'given' | 'learned';
};

/**
 * What the goods of each line cost (MODELS 3): unit cost × quantity; else by the margin of the category's lines whose cost is
 * known; else by one margin for the whole shop, which is an assumption. What comes back brings its cost back.
 * @returns null where neither a unit cost nor a margin is known: revenue is then all there is (DEFINITIONS 6)
 * @throws RangeError for a margin above 1
 */
export const goodsCosts = (lines: CostedLines, costs: GoodsCosts): LineCosts | null => {
  const { unitCost, categoryOf, categories, shopMargin } = costs;
  if (shopMargin !== null && !(shopMargin <= 1)) throw new RangeError(`not a margin: ${shopMargin}`);
  const n = lines.item.length;
  const cost = new Float64Array(n);
  const source = new Uint8Array(n).fill(COST_SOURCES.indexOf('assumed-margin'));
  const known = { revenue: 0, cost: 0 };
  const ofCategory = { revenue: new Float64Array(categories), cost: new Float64Array(categories) };
  for (let k = 0; k < n; k++) {
    const item = lines.item[k]!;
    const own = item < 0 ? Number.NaN : unitCost[item]! * lines.quantity[k]!;
    if (Number.isNaN(own)) continue;
    cost[k] = own;
    source[k] = COST_SOURCES.indexOf('unit-cost');
    const net = lines.net[k]!;
    if (!(net > 0)) continue;
    known.revenue += net;
    known.cost += own;
    ofCategory.revenue[categoryOf[item]!]! += net;
    ofCategory.cost[categoryOf[item]!]! += own;
  }
  if (shopMargin === null && !(known.revenue > 0)) return null;
  const margin = shopMargin ?? 1 - known.cost / known.revenue;
  const turnover = { 'unit-cost': 0, 'category-margin': 0, 'assumed-margin': 0 };
  for (let k = 0; k < n; k++) {
    const net = lines.net[k]!;
    if (COST_SOURCES[source[k]!] !== 'unit-cost') {
      const category = lines.item[k]! < 0 ? -1 : categoryOf[lines.item[k]!]!;
      const seen = category < 0 ? 0 : ofCategory.revenue[category]!;
      cost[k] = net * (seen > 0 ? ofCategory.cost[category]! / seen : 1 - margin);
      if (seen > 0) source[k] = COST_SOURCES.indexOf('category-margin');
    }
    turnover[COST_SOURCES[source[k]!]!] += Math.abs(net);
  }
  return {
    cost,
    source,
    turnover,
    shopMargin: margin,
    shopMarginIs: shopMargin === null ? 'learned' : 'given',
  };
};
