import type { SaleLine } from '../../check/adapter.ts';
import { eachRecord, sale, statusOut } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** Each heading in the all-orders report and in the reports of orders that the seller ships. */
const HEADERS = {
  id: ['amazon-order-id', 'order-id'],
  quantity: ['quantity', 'quantity-purchased', 'quantity-shipped'],
  discount: ['item-promotion-discount', 'item-promo-discount'],
  shippingDiscount: ['ship-promotion-discount', 'shipment-promo-discount', 'ship-promo-discount'],
} as const;

/** Amazon's orders: the all-orders report, tab-separated and without any buyer, and the seller's own with the buyer's name. */
export const amazonOrders = preset({
  id: 'amazon-orders',
  source: 'amazon',
  title: 'an Amazon all-orders report',
  leavesOut:
    'Cancelled orders are left out; tax is not counted. Where Amazon names no buyers, sales are anonymous.',
  headings: {
    id: { field: 'order.id', names: HEADERS.id },
    date: { field: 'order.date', names: ['purchase-date'] },
    status: { field: 'order.status', names: ['order-status'] },
    item: { names: ['item-status'] },
    currency: { field: 'order.currency', names: ['currency'] },
    sku: { field: 'product.code', names: ['sku'] },
    name: { field: 'product.name', names: ['product-name'] },
    quantity: { field: 'line.quantity', names: HEADERS.quantity },
    price: { field: 'line.amount', names: ['item-price'] },
    shipping: { field: 'line.shipping', names: ['shipping-price'] },
    wrap: { names: ['gift-wrap-price'] },
    discount: { field: 'line.discount', names: HEADERS.discount },
    shippingDiscount: { names: HEADERS.shippingDiscount },
    tax: { field: 'line.tax', names: ['item-tax'] },
    shippingTax: { names: ['shipping-tax'] },
    wrapTax: { names: ['gift-wrap-tax'] },
    bare: { names: ['vat-exclusive-item-price'] },
    bareShipping: { names: ['vat-exclusive-shipping-price'] },
    bareWrap: { names: ['vat-exclusive-giftwrap-price'] },
    buyer: { field: 'customer.name', names: ['buyer-name'] },
    email: { field: 'customer.email', names: ['buyer-email'] },
    phone: { names: ['buyer-phone-number'] },
    recipient: { names: ['recipient-name'] },
    city: { names: ['ship-city'] },
    zip: { names: ['ship-postal-code'] },
    country: { names: ['ship-country'] },
    itemNumber: { names: ['order-item-id', 'amazon-order-item-id', 'shipment-id'] },
  },
  needs: ['id', 'date', ['status', 'itemNumber'], 'price', 'quantity'],
  adapter: (context, at, has) => {
    const money = moneyText(context);
    const named = has('buyer', 'email');
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
        return statusOut(row, status, `The order is "${status}" and does not count.`, amount);
      if (at.price(record) === '') return statusOut(row, status, 'The order has no price yet.');
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
});
