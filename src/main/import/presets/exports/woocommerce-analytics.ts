import { eachRecord, orderNumber, sale, statusOut } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** WooCommerce's own analytics report of orders: net sales, all articles in one cell. */
export const woocommerceAnalytics = preset({
  id: 'woocommerce-analytics',
  source: 'woocommerce',
  title: 'a WooCommerce orders report',
  leavesOut:
    'Cancelled and failed orders are left out; tax and shipping are not in its net sales. With the orders export the articles come in, and nothing counts twice.',
  headings: {
    date: { field: 'order.date', names: ['Date'] },
    id: { field: 'order.id', names: ['Order #', 'Order number'] },
    status: { field: 'order.status', names: ['Status'] },
    customer: { field: 'customer.name', names: ['Customer'] },
    net: { field: 'line.amount', names: ['N. Revenue', 'Net Revenue', 'Net sales', 'N. Sales'] },
    products: { names: ['Product(s)', 'Products', 'Items sold', 'Items Sold'] },
  },
  needs: ['date', 'id', 'net', 'status', 'products'],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachRecord((record, row) => {
      const status = at.status(record);
      const net = money.read(at.net(record));
      if (/^(wc-)?(cancelled|canceled|failed|trash|draft|checkout-draft)$/i.test(status))
        return statusOut(row, status, `The order is "${status}" and does not count.`, net);
      const refund = net !== null && net < 0;
      const id = at.id(record).replace(/^#/, '');
      return sale(row, {
        ...orderNumber(id, refund, at.date(record)),
        'order.date': at.date(record),
        'order.status': /pending|on-hold|on hold/i.test(status) ? 'pending' : '',
        'customer.name': at.customer(record),
        'line.amount': money.plain(at.net(record)),
      });
    });
  },
});
