import { eachRecord, left, noSale, orderNumber, sale } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** eBay's transaction report: orders, refunds, fees and payouts, each with what is left of it after the fees. */
export const ebayTransactions = preset({
  id: 'ebay-transactions',
  source: 'ebay',
  title: 'an eBay transaction report',
  leavesOut:
    'Fees, labels, holds and payouts are left out; an order counts before the fees, and tax, which eBay collects, is not counted.',
  headings: {
    date: { field: 'order.date', names: ['Transaction creation date'] },
    type: { field: 'order.type', names: ['Type'] },
    id: { field: 'order.id', names: ['Order number'] },
    user: { field: 'customer.id', names: ['Buyer username'] },
    name: { field: 'customer.name', names: ['Buyer name'] },
    item: { field: 'product.name', names: ['Item title'] },
    label: { field: 'product.code', names: ['Custom label'] },
    quantity: { field: 'line.quantity', names: ['Quantity'] },
    subtotal: { field: 'line.amount', names: ['Item subtotal'] },
    shipping: { field: 'line.shipping', names: ['Shipping and handling', 'Postage and packaging'] },
    net: { names: ['Net amount'] },
    currency: { field: 'order.currency', names: ['Transaction currency'] },
  },
  needs: ['date', 'type', 'id', 'subtotal', 'shipping', 'net'],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachRecord((record, row) => {
      const type = at.type(record);
      const [subtotal, shipping] = [at.subtotal, at.shipping].map((cell) => money.read(cell(record)));
      const isRefund = /^(refund|payment dispute|claim)$/i.test(type);
      if (!isRefund && !/^order$/i.test(type))
        return noSale(row, type, `"${type}" is no sale: a fee, hold or payout.`, money.read(at.net(record)));
      if (at.subtotal(record) === '')
        return left(row, 'subtotal-row', null, at.id(record), 'The sum of an order whose items follow.');
      return sale(row, {
        ...orderNumber(at.id(record), isRefund, at.date(record)),
        'order.date': at.date(record),
        'order.currency': at.currency(record),
        'customer.id': at.user(record),
        'customer.name': at.name(record),
        'product.name': at.item(record),
        'product.code': at.label(record),
        'line.quantity': isRefund ? '' : money.plain(at.quantity(record)),
        'line.amount':
          subtotal == null || shipping == null ? at.subtotal(record) : money.write(subtotal + shipping),
      });
    });
  },
});
