import { eachRecord, left, sale } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import type { Preset } from '../preset.ts';

/** Etsy's orders: one record for each order; tax is collected and paid by Etsy. The items tell the same orders. */
export const etsyOrders: Preset = {
  id: 'etsy-orders',
  source: 'etsy',
  title: 'an Etsy orders export',
  leavesOut:
    'Cancelled orders are left out; tax, which Etsy collects, is not counted. With the order items export the articles come in, and nothing counts twice.',
  needs: [['Sale Date'], ['Order ID'], ['Order Value'], ['Order Total']],
  fields: {
    'Sale Date': 'order.date',
    'Order ID': 'order.id',
    'Buyer User ID': 'customer.id',
    'Full Name': 'customer.name',
    'Ship City': 'customer.city',
    'Ship Zipcode': 'customer.postcode',
    'Ship Country': 'customer.country',
    Currency: 'order.currency',
    Status: 'order.status',
    'Order Value': 'line.amount',
    'Discount Amount': 'line.discount',
    Shipping: 'line.shipping',
    'Sales Tax': 'line.tax',
    SKU: 'product.code',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      date: header.column('Sale Date'),
      id: header.column('Order ID'),
      user: header.column('Buyer User ID'),
      buyer: header.column('Buyer'),
      name: header.column('Full Name'),
      first: header.column('First Name'),
      last: header.column('Last Name'),
      street: header.column('Street 1', 'Ship Address1'),
      city: header.column('Ship City'),
      zip: header.column('Ship Zipcode'),
      country: header.column('Ship Country'),
      currency: header.column('Currency'),
      status: header.column('Status'),
      value: header.column('Order Value'),
      discount: header.column('Discount Amount'),
      shipping: header.column('Shipping'),
      shippingDiscount: header.column('Shipping Discount'),
      inPerson: header.column('InPerson Discount'),
      total: header.column('Order Total'),
      adjusted: header.column('Adjusted Order Total'),
    };
    return eachRecord((record, row) => {
      const [value, discount, shipping, shippingDiscount, inPerson] = [
        at.value,
        at.discount,
        at.shipping,
        at.shippingDiscount,
        at.inPerson,
      ].map((cell) => money.read(cell(record)));
      const readable =
        value != null && discount != null && shipping != null && shippingDiscount != null && inPerson != null;
      const net = readable
        ? value - Math.abs(discount) + shipping - Math.abs(shippingDiscount) - Math.abs(inPerson)
        : null;
      const status = at.status(record);
      if (/cancel/i.test(status))
        return left(
          row,
          'status-left-out',
          'order.status',
          status,
          `The order is "${status}" and does not count.`,
          net,
        );
      // what was given back shows in the adjusted total only
      const adjusted = at.adjusted(record) === '' ? null : money.read(at.adjusted(record));
      const total = money.read(at.total(record));
      const back = adjusted !== null && total !== null && adjusted < total ? adjusted - total : 0;
      const common = {
        'order.id': at.id(record),
        'order.date': at.date(record),
        'order.currency': at.currency(record),
        'customer.id': at.user(record) || userIn(at.buyer(record)),
        'customer.name': at.name(record) || `${at.first(record)} ${at.last(record)}`.trim(),
        'customer.street': at.street(record),
        'customer.city': at.city(record),
        'customer.postcode': at.zip(record),
        'customer.country': at.country(record),
      };
      const line = { ...common, 'line.amount': net === null ? at.value(record) : money.write(net) };
      return back === 0
        ? sale(row, line)
        : sale(row, line, {
            ...common,
            'order.id': `${at.id(record)} refund`,
            'order.refersTo': at.id(record),
            'line.amount': money.write(back),
          });
    });
  },
};

/** The orders name the buyer as `ann88`, the items as `Ann Abel (ann88)`: one and the same. */
const userIn = (buyer: string): string => /\(([^()]+)\)\s*$/.exec(buyer)?.[1]?.trim() ?? buyer;

/** Etsy's order items: shipping stands on every item of an order and counts once. */
export const etsyItems: Preset = {
  id: 'etsy-items',
  source: 'etsy',
  title: 'an Etsy order items export',
  leavesOut:
    'Tax, which Etsy collects, is not counted; the shipping of an order is counted once. With the orders export nothing counts twice.',
  needs: [
    ['Sale Date'],
    ['Item Name'],
    ['Quantity'],
    ['Price'],
    ['Order ID'],
    ['Transaction ID', 'Listing ID'],
  ],
  fields: {
    'Sale Date': 'order.date',
    'Order ID': 'order.id',
    Buyer: 'customer.id',
    'Ship Name': 'customer.name',
    'Ship City': 'customer.city',
    'Ship Zipcode': 'customer.postcode',
    'Ship Country': 'customer.country',
    Currency: 'order.currency',
    SKU: 'product.code',
    'Item Name': 'product.name',
    Quantity: 'line.quantity',
    Price: 'line.unitPrice',
    'Item Total': 'line.amount',
    'Discount Amount': 'line.discount',
    'Order Shipping': 'line.shipping',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      date: header.column('Sale Date'),
      id: header.column('Order ID'),
      customer: header.column('Buyer'),
      name: header.column('Ship Name'),
      city: header.column('Ship City'),
      zip: header.column('Ship Zipcode'),
      country: header.column('Ship Country'),
      currency: header.column('Currency'),
      sku: header.column('SKU'),
      item: header.column('Item Name'),
      quantity: header.column('Quantity'),
      price: header.column('Price'),
      total: header.column('Item Total'),
      discount: header.column('Discount Amount'),
      shipping: header.column('Order Shipping'),
      shippingDiscount: header.column('Shipping Discount'),
    };
    const seen = new Set<string>();
    return eachRecord((record, row) => {
      const common = {
        'order.id': at.id(record),
        'order.date': at.date(record),
        'order.currency': at.currency(record),
        'customer.id': userIn(at.customer(record)),
        'customer.name': at.name(record),
        'customer.city': at.city(record),
        'customer.postcode': at.zip(record),
        'customer.country': at.country(record),
      };
      const total = money.read(at.total(record));
      const discount = Math.abs(money.read(at.discount(record)) ?? 0);
      const line = {
        ...common,
        'product.code': at.sku(record),
        'product.name': at.item(record),
        'line.quantity': money.plain(at.quantity(record)),
        'line.unitPrice': money.plain(at.price(record)),
        ...(total === null || at.total(record) === ''
          ? {}
          : { 'line.amount': money.write(total - discount) }),
        'line.discount': money.write(discount),
      };
      const first = !seen.has(at.id(record));
      seen.add(at.id(record));
      const shipping =
        (money.read(at.shipping(record)) ?? 0) - Math.abs(money.read(at.shippingDiscount(record)) ?? 0);
      return first && shipping !== 0
        ? sale(row, line, { ...common, 'product.name': 'Shipping', 'line.amount': money.write(shipping) })
        : sale(row, line);
    });
  },
};
