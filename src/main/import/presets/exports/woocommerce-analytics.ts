import { eachRecord, left, sale } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import type { Preset } from '../preset.ts';

/** WooCommerce's own analytics report of orders: net sales, all articles in one cell. */
export const woocommerceAnalytics: Preset = {
  id: 'woocommerce-analytics',
  source: 'woocommerce',
  title: 'a WooCommerce orders report',
  leavesOut:
    'Cancelled and failed orders are left out; tax and shipping are not in its net sales. With the orders export the articles come in, and nothing counts twice.',
  needs: [
    ['Date'],
    ['Order #', 'Order number'],
    ['N. Revenue', 'Net Revenue', 'Net sales', 'N. Sales'],
    ['Status'],
    ['Product(s)', 'Products', 'Items sold', 'Items Sold'],
  ],
  fields: {
    Date: 'order.date',
    'Order #': 'order.id',
    'Order number': 'order.id',
    Status: 'order.status',
    Customer: 'customer.name',
    'N. Revenue': 'line.amount',
    'Net Revenue': 'line.amount',
    'Net sales': 'line.amount',
    'N. Sales': 'line.amount',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      date: header.column('Date'),
      id: header.column('Order #', 'Order number'),
      status: header.column('Status'),
      customer: header.column('Customer'),
      net: header.column('N. Revenue', 'Net Revenue', 'Net sales', 'N. Sales'),
    };
    return eachRecord((record, row) => {
      const status = at.status(record);
      const net = money.read(at.net(record));
      if (/^(wc-)?(cancelled|canceled|failed|trash|draft|checkout-draft)$/i.test(status))
        return left(
          row,
          'status-left-out',
          'order.status',
          status,
          `The order is "${status}" and does not count.`,
          net,
        );
      const refund = net !== null && net < 0;
      const id = at.id(record).replace(/^#/, '');
      return sale(row, {
        'order.id': refund ? `${id} refund ${at.date(record)}` : id,
        ...(refund ? { 'order.refersTo': id } : {}),
        'order.date': at.date(record),
        'order.status': /pending|on-hold|on hold/i.test(status) ? 'pending' : '',
        'customer.name': at.customer(record),
        'line.amount': money.plain(at.net(record)),
      });
    });
  },
};
