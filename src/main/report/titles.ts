/** Key figures by metric, as an owner would say them. */
const TITLES: Readonly<Record<string, string>> = {
  revenue: 'Revenue',
  revenue12m: 'Revenue, last 12 months',
  customers: 'Customers',
  activeCustomers: 'Customers, last 12 months',
  newCustomers: 'New customers',
  orders: 'Orders',
  averageOrder: 'Average order',
  averagePurchaseDay: 'Average purchase',
  coverage: 'Sales with a customer',
  repeatShare: 'Customers who came back',
  usualGap: 'Usual gap between visits',
  atRisk: 'Customers at risk',
  revenueAtRisk: 'Revenue at risk',
  growth: 'Growth a year',
  concentration: 'Revenue from the top 10 %',
};

/**
 * A metric's title. One that is not known here is shown by its own name, spelled out ("medianGapDays", "median-gap_days"
 * → "Median gap days"); one that is already a phrase stays as it is.
 */
export const figureTitle = (metric: string): string => {
  const known = Object.hasOwn(TITLES, metric) ? TITLES[metric] : undefined;
  if (known !== undefined) return known;
  if (/\s/.test(metric)) return metric;
  const words = metric
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[-_.]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
