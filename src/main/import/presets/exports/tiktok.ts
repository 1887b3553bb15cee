import type { Adapted, SaleLine } from '../../check/adapter.ts';
import { eachOrder, type Held, left, orderNumber, orderOut, sale } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** TikTok Shop's orders: one record for each article; the order's own sums are repeated on each of them. */
export const tiktokOrders = preset({
  id: 'tiktok-orders',
  source: 'tiktok',
  title: 'a TikTok Shop orders export',
  leavesOut:
    'Cancelled and unpaid orders are left out; an order counts with what the buyer paid for goods and shipping, after all discounts and without tax.',
  headings: {
    id: { field: 'order.id', names: ['Order ID'] },
    status: { field: 'order.status', names: ['Order Status'] },
    created: { field: 'order.date', names: ['Created Time'] },
    buyer: { field: 'customer.id', names: ['Buyer Username'] },
    recipient: { field: 'customer.name', names: ['Recipient'] },
    phone: { field: 'customer.phone', names: ['Phone #'] },
    country: { field: 'customer.country', names: ['Country'] },
    city: { field: 'customer.city', names: ['City'] },
    zip: { field: 'customer.postcode', names: ['Zipcode'] },
    sku: { field: 'product.code', names: ['Seller SKU'] },
    skuId: { names: ['SKU ID'] },
    item: { field: 'product.name', names: ['Product Name'] },
    variation: { names: ['Variation'] },
    quantity: { field: 'line.quantity', names: ['Quantity'] },
    goods: { field: 'line.amount', names: ['SKU Subtotal After Discount'] },
    shipping: { field: 'line.shipping', names: ['Shipping Fee After Discount'] },
    taxes: { field: 'line.tax', names: ['Taxes'] },
    amount: { names: ['Order Amount'] },
    refunded: { names: ['Order Refund Amount'] },
  },
  needs: ['id', 'status', 'created', 'goods', 'quantity'],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachOrder(at.id, (records: readonly [Held, ...Held[]]): readonly Adapted[] => {
      const [{ record: head }] = records;
      if (!/\d/.test(at.created(head)))
        return records.map(({ row }) =>
          left(row, 'subtotal-row', null, at.id(head), 'It explains the headings and is no sale.'),
        );
      const cents = (cell: (record: readonly string[]) => string): number[] =>
        records.map(({ record }) => money.read(cell(record)) ?? 0);
      const goods = sum(cents(at.goods));
      const amount = cents(at.amount)[0] ?? 0;
      const [shipping, tax] = ownSums(cents(at.shipping), cents(at.taxes), amount - goods);
      const status = at.status(head);
      if (/cancel|unpaid/i.test(status))
        return orderOut(records, status, `The order is "${status}" and does not count.`, (_, index) =>
          index === 0 ? goods + shipping : 0,
        );
      const common: SaleLine = {
        'order.date': at.created(head),
        'customer.id': at.buyer(head),
        'customer.name': at.recipient(head),
        'customer.phone': at.phone(head),
        'customer.city': at.city(head),
        'customer.postcode': at.zip(head),
        'customer.country': at.country(head),
      };
      const order = { ...common, ...orderNumber(at.id(head), false) };
      const given = repeatedOrSummed(cents(at.refunded));
      const net = goods + shipping;
      const back = net + tax === 0 ? 0 : Math.round((Math.abs(given) * net) / (net + tax));
      return records.map(({ record, row }, index) => {
        const variation = at.variation(record);
        const readable = money.read(at.goods(record)) !== null;
        const article = {
          ...order,
          'product.code': at.sku(record) || at.skuId(record),
          'product.name': /^(default)?$/i.test(variation)
            ? at.item(record)
            : `${at.item(record)} (${variation})`,
          'line.quantity': money.plain(at.quantity(record)),
          'line.amount': readable ? money.plain(at.goods(record)) : at.goods(record),
        };
        if (index > 0) return sale(row, article);
        return sale(
          row,
          article,
          ...(shipping === 0
            ? []
            : [{ ...order, 'product.name': 'Shipping', 'line.amount': money.write(shipping) }]),
          ...(back === 0
            ? []
            : [
                {
                  ...common,
                  ...orderNumber(at.id(head), true),
                  'product.name': 'Refund',
                  'line.amount': money.write(-back),
                },
              ]),
        );
      });
    });
  },
});

const sum = (all: readonly number[]): number => all.reduce((sofar, each) => sofar + each, 0);

/** What an order's records repeat is said once; where they differ, each says its own part. */
const repeatedOrSummed = (all: readonly number[]): number =>
  new Set(all).size === 1 ? (all[0] ?? 0) : sum(all);

/** Shipping and tax of an order, each said once or by part: as they make up what the buyer paid above the goods. */
const ownSums = (
  shipping: readonly number[],
  taxes: readonly number[],
  above: number,
): readonly [number, number] => {
  const ways = [shipping[0] ?? 0, sum(shipping)].flatMap((ship) =>
    [taxes[0] ?? 0, sum(taxes)].map((tax): readonly [number, number] => [ship, tax]),
  );
  const miss = ([ship, tax]: readonly [number, number]): number => Math.abs(above - ship - tax);
  return ways.reduce((best, way) => (miss(way) < miss(best) ? way : best));
};
