import { eachRecord, left, sale } from './adapting.ts';
import { moneyText } from './money-text.ts';
import type { Preset } from './preset.ts';

/** Amazon's all-orders report: tab-separated, without any buyer. */
export const amazonOrders: Preset = {
  id: 'amazon-orders',
  source: 'amazon',
  title: 'an Amazon all-orders report',
  leavesOut:
    'Cancelled orders are left out; tax is not counted. Amazon names no buyers, so these sales are anonymous.',
  needs: [['amazon-order-id'], ['purchase-date'], ['order-status'], ['item-price'], ['quantity']],
  fields: {
    'amazon-order-id': 'order.id',
    'purchase-date': 'order.date',
    'order-status': 'order.status',
    currency: 'order.currency',
    sku: 'product.code',
    'product-name': 'product.name',
    quantity: 'line.quantity',
    'item-price': 'line.amount',
    'shipping-price': 'line.shipping',
    'item-tax': 'line.tax',
    'item-promotion-discount': 'line.discount',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      id: header.column('amazon-order-id'),
      date: header.column('purchase-date'),
      status: header.column('order-status'),
      item: header.column('item-status'),
      currency: header.column('currency'),
      sku: header.column('sku'),
      name: header.column('product-name'),
      quantity: header.column('quantity'),
      price: header.column('item-price'),
      shipping: header.column('shipping-price'),
      wrap: header.column('gift-wrap-price'),
      discount: header.column('item-promotion-discount'),
      shippingDiscount: header.column('ship-promotion-discount'),
      tax: header.column('item-tax'),
    };
    return eachRecord((record, row) => {
      const status = at.status(record);
      const parts = [at.price, at.shipping, at.wrap].map((cell) => money.read(cell(record)));
      const off = [at.discount, at.shippingDiscount].map((cell) => money.read(cell(record)));
      const readable = [...parts, ...off].every((part) => part !== null);
      const amount = readable
        ? parts.reduce((sum: number, part) => sum + (part ?? 0), 0) -
          off.reduce((sum: number, part) => sum + Math.abs(part ?? 0), 0)
        : null;
      if (/cancel/i.test(status) || /cancel/i.test(at.item(record)))
        return left(
          row,
          'status-left-out',
          'order.status',
          status,
          `The order is "${status}" and does not count.`,
          amount,
        );
      if (at.price(record) === '')
        return left(row, 'status-left-out', 'order.status', status, 'The order has no price yet.');
      return sale(row, {
        'order.id': at.id(record),
        'order.date': at.date(record),
        'order.status': /pending/i.test(status) ? 'pending' : '',
        'order.currency': at.currency(record),
        'product.code': at.sku(record),
        'product.name': at.name(record),
        'line.quantity': money.plain(at.quantity(record)),
        'line.amount': amount === null ? at.price(record) : money.write(amount),
        'line.tax': money.plain(at.tax(record)),
      });
    });
  },
};
