import type { SaleLine } from '../check/adapter.ts';
import type { MoneyText } from './money-text.ts';

/** What an order's first record says of the whole, minor units; null where it cannot be read. */
export type OrderTotals = {
  readonly total: number | null;
  readonly tax: number | null;
  readonly shipping: number | null;
  readonly refunded: number | null;
};

/**
 * Lines that bring an order's articles to its own total (DEFINITIONS 1): shipping; what discounts and tax in the prices
 * make of the rest; and the refund, without the share of tax in it, as a return of its own that names the order. The sum of all lines is then exactly
 * total − tax − refund without tax.
 * @param lineSum what the article lines come to
 */
export const settlingLines = (
  head: SaleLine,
  lineSum: number,
  totals: OrderTotals,
  money: MoneyText,
): SaleLine[] | null => {
  const { total, tax, shipping, refunded } = totals;
  if (total === null || tax === null || shipping === null || refunded === null) return null;
  const net = total - tax;
  const rest = net - shipping - lineSum;
  const refund = refunded === 0 || total === 0 ? 0 : Math.round((refunded * net) / total);
  const line = (name: string, amount: number): SaleLine => ({
    ...head,
    'product.name': name,
    'line.amount': money.write(amount),
  });
  return [
    ...(shipping !== 0 ? [line('Shipping', shipping)] : []),
    ...(rest !== 0
      ? [line(rest < 0 ? 'Discount and tax of the order' : 'Other charges of the order', rest)]
      : []),
    ...(refund !== 0
      ? [
          {
            ...line('Refund', -refund),
            'order.id': `${head['order.id'] ?? ''} refund`,
            'order.refersTo': head['order.id'] ?? '',
          },
        ]
      : []),
  ];
};
