import { formats } from './format.ts';
import type { Holdings } from './model/safety-copy.ts';

/** "Sales from 1 Jan 2024 to 31 Dec 2024, 12 customers, £1,234.00; last import: orders.csv." */
export const holdingsText = (
  { period, customers, revenue, lastImport }: Holdings,
  locale: string,
): string => {
  const say = formats(locale, revenue?.currency ?? '');
  const sales = period ? `Sales from ${say.day(period.from)} to ${say.day(period.to)}` : 'No sales';
  const money = revenue ? `, ${say.money(revenue.minor)}` : '';
  const last = lastImport ? `; last import: ${lastImport.fileName}` : '';
  return `${sales}, ${say.counted(customers, 'customer')}${money}${last}.`;
};
