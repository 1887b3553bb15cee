import { eachRecord, left, sale } from './adapting.ts';
import { moneyText } from './money-text.ts';
import type { Preset } from './preset.ts';

/** Square's items: one record for each article; a refund is a record of its own with negative amounts. */
export const squareItems: Preset = {
  id: 'square-items',
  source: 'square',
  title: 'a Square items export',
  leavesOut:
    'Gift cards that were sold are left out: they count when they are spent. Tax and tips are not counted.',
  needs: [
    ['Item'],
    ['Qty', 'Quantity', 'Count'],
    ['Gross Sales'],
    ['Net Sales'],
    ['Transaction ID', 'Payment ID'],
  ],
  fields: {
    Date: 'order.date',
    Time: 'order.time',
    'Transaction ID': 'order.id',
    'Event Type': 'order.type',
    'Customer ID': 'customer.id',
    'Customer Name': 'customer.name',
    SKU: 'product.code',
    Item: 'product.name',
    Category: 'product.category',
    Qty: 'line.quantity',
    Quantity: 'line.quantity',
    'Net Sales': 'line.amount',
    Discounts: 'line.discount',
    Tax: 'line.tax',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      id: header.column('Transaction ID', 'Payment ID'),
      date: header.column('Date'),
      time: header.column('Time'),
      event: header.column('Event Type'),
      kind: header.column('Itemization Type'),
      net: header.column('Net Sales'),
      discounts: header.column('Discounts'),
      tax: header.column('Tax'),
      item: header.column('Item'),
      price: header.column('Price Point Name'),
      sku: header.column('SKU'),
      category: header.column('Category'),
      quantity: header.column('Qty', 'Quantity', 'Count'),
      customer: header.column('Customer ID'),
      name: header.column('Customer Name'),
    };
    return eachRecord((record, row) => {
      if (/gift card/i.test(at.kind(record)))
        return left(
          row,
          'not-a-sale',
          'product.name',
          at.item(record),
          'A gift card counts when it is spent, not when it is sold.',
          money.read(at.net(record)),
        );
      const refund = /refund/i.test(at.event(record)) && at.id(record) !== '';
      const variant = at.price(record);
      const category = at.category(record);
      return sale(row, {
        'order.id': refund ? `${at.id(record)} refund` : at.id(record),
        ...(refund ? { 'order.refersTo': at.id(record) } : {}),
        'order.date': at.date(record),
        'order.time': at.time(record),
        'customer.id': at.customer(record),
        'customer.name': at.name(record),
        'product.code': at.sku(record),
        'product.name':
          variant === '' || variant === 'Regular' ? at.item(record) : `${at.item(record)} (${variant})`,
        'product.category': category === 'None' ? '' : category,
        'line.quantity': money.plain(at.quantity(record)),
        'line.amount': money.plain(at.net(record)),
        'line.discount': money.plain(at.discounts(record)),
        'line.tax': money.plain(at.tax(record)),
      });
    });
  },
};

/** Square's transactions: one record for each payment. The items export tells the articles of the same transactions. */
export const squareTransactions: Preset = {
  id: 'square-transactions',
  source: 'square',
  title: 'a Square transactions export',
  leavesOut:
    'Tax, tips, fees and gift cards that were sold are not counted; failed and voided payments are left out. With the items export the articles come in, and nothing counts twice.',
  needs: [['Gross Sales'], ['Net Sales'], ['Total Collected'], ['Transaction ID', 'Payment ID']],
  without: ['Item'],
  fields: {
    Date: 'order.date',
    Time: 'order.time',
    'Transaction ID': 'order.id',
    'Event Type': 'order.type',
    'Customer ID': 'customer.id',
    'Customer Name': 'customer.name',
    'Net Sales': 'line.amount',
    Discounts: 'line.discount',
    Tax: 'line.tax',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      id: header.column('Transaction ID', 'Payment ID'),
      date: header.column('Date'),
      time: header.column('Time'),
      event: header.column('Event Type'),
      status: header.column('Transaction Status'),
      net: header.column('Net Sales'),
      service: header.column('Service Charges'),
      partial: header.column('Partial Refunds'),
      discounts: header.column('Discounts'),
      tax: header.column('Tax'),
      customer: header.column('Customer ID'),
      name: header.column('Customer Name'),
    };
    return eachRecord((record, row) => {
      const parts = [at.net(record), at.service(record), at.partial(record)].map(money.read);
      const amount = parts.every((part) => part !== null)
        ? money.write(parts.reduce((sum: number, part) => sum + (part ?? 0), 0))
        : at.net(record);
      const refund = /refund/i.test(at.event(record)) && at.id(record) !== '';
      return sale(row, {
        'order.id': refund ? `${at.id(record)} refund` : at.id(record),
        ...(refund ? { 'order.refersTo': at.id(record) } : {}),
        'order.date': at.date(record),
        'order.time': at.time(record),
        'order.status': at.status(record),
        'customer.id': at.customer(record),
        'customer.name': at.name(record),
        'line.amount': amount,
        'line.discount': money.plain(at.discounts(record)),
        'line.tax': money.plain(at.tax(record)),
      });
    });
  },
};
