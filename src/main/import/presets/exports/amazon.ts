import type { SaleLine } from '../../check/adapter.ts';
import { eachRecord, left, sale } from '../adapting.ts';
import { meaning } from '../header.ts';
import { moneyText } from '../money-text.ts';
import type { Preset } from '../preset.ts';

/** Each heading in the all-orders report and in the reports of orders that the seller ships. */
const HEADERS = {
  id: ['amazon-order-id', 'order-id'],
  quantity: ['quantity', 'quantity-purchased', 'quantity-shipped'],
  discount: ['item-promotion-discount', 'item-promo-discount'],
  shippingDiscount: ['ship-promotion-discount', 'shipment-promo-discount', 'ship-promo-discount'],
} as const;

/** Amazon's orders: the all-orders report, tab-separated and without any buyer, and the seller's own with the buyer's name. */
export const amazonOrders: Preset = {
  id: 'amazon-orders',
  source: 'amazon',
  title: 'an Amazon all-orders report',
  leavesOut:
    'Cancelled orders are left out; tax is not counted. Where Amazon names no buyers, sales are anonymous.',
  needs: [
    HEADERS.id,
    ['purchase-date'],
    ['order-status', 'order-item-id', 'amazon-order-item-id', 'shipment-id'],
    ['item-price'],
    HEADERS.quantity,
  ],
  fields: {
    ...meaning(HEADERS.id, 'order.id'),
    'buyer-name': 'customer.name',
    'buyer-email': 'customer.email',
    'purchase-date': 'order.date',
    'order-status': 'order.status',
    currency: 'order.currency',
    sku: 'product.code',
    'product-name': 'product.name',
    ...meaning(HEADERS.quantity, 'line.quantity'),
    'item-price': 'line.amount',
    'shipping-price': 'line.shipping',
    'item-tax': 'line.tax',
    ...meaning(HEADERS.discount, 'line.discount'),
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      id: header.column(...HEADERS.id),
      date: header.column('purchase-date'),
      status: header.column('order-status'),
      item: header.column('item-status'),
      currency: header.column('currency'),
      sku: header.column('sku'),
      name: header.column('product-name'),
      quantity: header.column(...HEADERS.quantity),
      price: header.column('item-price'),
      shipping: header.column('shipping-price'),
      wrap: header.column('gift-wrap-price'),
      discount: header.column(...HEADERS.discount),
      shippingDiscount: header.column(...HEADERS.shippingDiscount),
      tax: header.column('item-tax'),
      shippingTax: header.column('shipping-tax'),
      wrapTax: header.column('gift-wrap-tax'),
      bare: header.column('vat-exclusive-item-price'),
      bareShipping: header.column('vat-exclusive-shipping-price'),
      bareWrap: header.column('vat-exclusive-giftwrap-price'),
      buyer: header.column('buyer-name'),
      email: header.column('buyer-email'),
      phone: header.column('buyer-phone-number'),
      recipient: header.column('recipient-name'),
      city: header.column('ship-city'),
      zip: header.column('ship-postal-code'),
      country: header.column('ship-country'),
    };
    const named = header.has('buyer-name', 'buyer-email');
    const buyerOf = (record: readonly string[]): SaleLine => ({
      'customer.name': at.buyer(record) || at.recipient(record),
      'customer.email': at.email(record),
      'customer.phone': at.phone(record),
      'customer.city': at.city(record),
      'customer.postcode': at.zip(record),
      'customer.country': at.country(record),
    });
    return eachRecord((record, row) => {
      const status = at.status(record);
      // European reports tell prices with tax in them, and beside them without
      const withTax = at.bare(record) !== '';
      const parts = (
        [
          [at.price, at.tax, at.bare],
          [at.shipping, at.shippingTax, at.bareShipping],
          [at.wrap, at.wrapTax, at.bareWrap],
        ] as const
      ).map(([price, tax, bare]) => {
        if (bare(record) !== '') return money.read(bare(record));
        const [whole, part] = [money.read(price(record)), withTax ? money.read(tax(record)) : 0];
        return whole === null || part === null ? null : whole - part;
      });
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
        ...(named ? buyerOf(record) : {}),
        'product.code': at.sku(record),
        'product.name': at.name(record),
        'line.quantity': money.plain(at.quantity(record)),
        'line.amount': amount === null ? at.price(record) : money.write(amount),
        'line.tax': money.plain(at.tax(record)),
      });
    });
  },
};
