import { type Decimal, productAtScale, readDecimal } from '../check/decimal.ts';
import { eachOrder, type Held, left } from './adapting.ts';
import { moneyText } from './money-text.ts';
import { settlingLines } from './order-totals.ts';
import type { Adapted, Preset, SaleLine } from './preset.ts';

/** WooCommerce's orders as its usual export plugin writes them: the order's money repeats on every article. */
export const woocommerceOrders: Preset = {
  id: 'woocommerce-orders',
  source: 'woocommerce',
  title: 'a WooCommerce orders export',
  leavesOut:
    'Cancelled and failed orders are left out; refunds and discounts are taken off, tax is not counted.',
  needs: [
    ['Order Number', 'Order ID'],
    ['Order Status'],
    ['Order Date'],
    ['Order Total Amount', 'Order Total'],
    ['Item Name', 'Name'],
    ['Item Cost'],
  ],
  fields: {
    'Order Number': 'order.id',
    'Order Date': 'order.date',
    'Order Status': 'order.status',
    'First Name (Billing)': 'customer.firstName',
    'Last Name (Billing)': 'customer.lastName',
    'Company (Billing)': 'customer.company',
    'Email (Billing)': 'customer.email',
    'Phone (Billing)': 'customer.phone',
    'City (Billing)': 'customer.city',
    'Postcode (Billing)': 'customer.postcode',
    'Country Code (Billing)': 'customer.country',
    SKU: 'product.code',
    'Item Name': 'product.name',
    'Item Cost': 'line.unitPrice',
    'Quantity (- Refund)': 'line.quantity',
    Quantity: 'line.quantity',
    'Order Total Amount': 'line.amount',
    'Order Total Tax Amount': 'line.tax',
    'Order Shipping Amount': 'line.shipping',
    'Cart Discount Amount': 'line.discount',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      id: header.column('Order Number', 'Order ID'),
      status: header.column('Order Status'),
      date: header.column('Order Date'),
      first: header.column('First Name (Billing)'),
      last: header.column('Last Name (Billing)'),
      company: header.column('Company (Billing)'),
      email: header.column('Email (Billing)'),
      phone: header.column('Phone (Billing)'),
      street: header.column('Address 1&2 (Billing)'),
      city: header.column('City (Billing)'),
      zip: header.column('Postcode (Billing)'),
      country: header.column('Country Code (Billing)'),
      currency: header.column('Order Currency', 'Currency'),
      customer: header.column('Customer ID', 'Customer User ID'),
      total: header.column('Order Total Amount', 'Order Total'),
      tax: header.column('Order Total Tax Amount'),
      shipping: header.column('Order Shipping Amount'),
      refund: header.column('Order Refund Amount'),
      sku: header.column('SKU'),
      item: header.column('Item Name', 'Name'),
      quantity: header.column('Quantity (- Refund)', 'Quantity'),
      cost: header.column('Item Cost'),
      note: header.column('Customer Note'),
    };
    const quantity: Decimal = { mantissa: 1, scale: 0 };
    const price: Decimal = { mantissa: 0, scale: 0 };
    return eachOrder(at.id, (records: readonly [Held, ...Held[]]): Adapted[] => {
      const [{ record: head, row }] = records;
      const status = at.status(head);
      const total = money.read(at.total(head));
      const tax = money.read(at.tax(head));
      if (/^(wc-)?(cancelled|canceled|failed|trash|draft|checkout-draft)$/i.test(status))
        return records.map(({ row: each }, index) =>
          left(
            each,
            'status-left-out',
            'order.status',
            status,
            `The order is "${status}" and does not count.`,
            index === 0 ? (total ?? 0) - (tax ?? 0) : 0,
          ),
        );
      const common: SaleLine = {
        'order.id': at.id(head),
        'order.date': at.date(head),
        'order.currency': at.currency(head),
        'order.status': /pending|on-hold|on hold/i.test(status) ? 'pending' : '',
        'customer.id': at.customer(head) === '0' ? '' : at.customer(head),
        'customer.firstName': at.first(head),
        'customer.lastName': at.last(head),
        'customer.company': at.company(head),
        'customer.email': at.email(head),
        'customer.phone': at.phone(head),
        'customer.street': at.street(head),
        'customer.city': at.city(head),
        'customer.postcode': at.zip(head),
        'customer.country': at.country(head),
      };
      let sum = 0;
      const articles = records.map(({ record }): SaleLine => {
        const line = {
          ...common,
          'product.code': at.sku(record),
          'product.name': at.item(record),
          'line.quantity': money.plain(at.quantity(record)),
          'line.unitPrice': money.plain(at.cost(record)),
        };
        if (
          !readDecimal(at.quantity(record), context.mark, quantity) ||
          !readDecimal(at.cost(record), context.mark, price)
        )
          return line;
        const amount = productAtScale(quantity, price, context.digits);
        sum += amount;
        return { ...line, 'line.amount': money.write(amount) };
      });
      const refunded = money.read(at.refund(head));
      const settling = settlingLines(
        common,
        sum,
        {
          total,
          tax,
          shipping: money.read(at.shipping(head)),
          refunded: refunded === null ? null : Math.abs(refunded),
        },
        money,
      ) ?? [{ ...common, 'line.amount': at.total(head) }];
      return articles.map((line, index) => ({
        row: index === 0 ? row : records[index]!.row,
        lines: index === 0 ? [line, ...settling] : [line],
        leftOut: null,
      }));
    });
  },
};
