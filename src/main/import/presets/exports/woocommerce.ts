import type { Adapted, SaleLine } from '../../check/adapter.ts';
import { type Decimal, productAtScale, readDecimal } from '../../values/decimal.ts';
import { eachOrder, type Held, left } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { settlingLines } from '../order-totals.ts';
import type { Preset } from '../preset.ts';
import { cellsOfArticles } from './woocommerce-cells.ts';

/** WooCommerce's orders as its usual export plugin writes them: the order's money repeats on every article. */
export const woocommerceOrders: Preset = {
  id: 'woocommerce-orders',
  source: 'woocommerce',
  title: 'a WooCommerce orders export',
  leavesOut:
    'Cancelled and failed orders are left out; refunds and discounts are taken off, tax is not counted.',
  needs: [
    ['Order Number', 'Order ID'],
    ['Order Status', 'status'],
    ['Order Date', 'date'],
    ['Item Name', 'Name', 'Product Name', 'line_item_1', 'line_items'],
    ['Item Cost', 'Order Line (w/o tax)', 'Order Line Subtotal', 'Quantity (- Refund)', 'shipping_tax_total'],
  ],
  fields: {
    'Order Number': 'order.id',
    'Order ID': 'order.id',
    'Order Date': 'order.date',
    date: 'order.date',
    status: 'order.status',
    billing_first_name: 'customer.firstName',
    billing_last_name: 'customer.lastName',
    billing_email: 'customer.email',
    tax_total: 'line.tax',
    shipping_total: 'line.shipping',
    'Order Currency': 'order.currency',
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
    Name: 'product.name',
    'Product Name': 'product.name',
    'Item Cost': 'line.unitPrice',
    'Item Price': 'line.unitPrice',
    'Quantity (- Refund)': 'line.quantity',
    Quantity: 'line.quantity',
    'Order Total Amount': 'line.amount',
    'Order Total': 'line.amount',
    'Order Line (w/o tax)': 'line.amount',
    'Order Line Total': 'line.amount',
    'Order Line Subtotal': 'line.amount',
    'Order Total Tax Amount': 'line.tax',
    'Order Shipping Amount': 'line.shipping',
    'Cart Discount Amount': 'line.discount',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      id: header.column('Order Number', 'Order ID'),
      status: header.column('Order Status', 'status'),
      date: header.column('Order Date', 'date'),
      first: header.column('First Name (Billing)', 'billing_first_name'),
      last: header.column('Last Name (Billing)', 'billing_last_name'),
      company: header.column('Company (Billing)', 'billing_company'),
      email: header.column('Email (Billing)', 'billing_email', 'customer_email'),
      phone: header.column('Phone (Billing)', 'billing_phone'),
      street: header.column('Address 1&2 (Billing)', 'Address 1 (Billing)', 'billing_address_1'),
      city: header.column('City (Billing)', 'billing_city'),
      zip: header.column('Postcode (Billing)', 'billing_postcode'),
      country: header.column('Country Code (Billing)', 'billing_country'),
      currency: header.column('Order Currency', 'Currency'),
      customer: header.column('Customer ID', 'Customer User ID', 'customer_user'),
      total: header.column('Order Total Amount', 'Order Total'),
      tax: header.column('Order Total Tax Amount', 'Order Total Tax', 'Order Tax Amount', 'tax_total'),
      shipping: header.column('Order Shipping Amount', 'Order Shipping', 'shipping_total'),
      refund: header.column('Order Refund Amount', 'Order Refund', 'refunded_total'),
      sku: header.column('SKU'),
      item: header.column('Item Name', 'Product Name', 'Name'),
      line: header.column('Order Line (w/o tax)', 'Order Line Total', 'Order Line Subtotal'),
      quantity: header.column('Quantity (- Refund)', 'Quantity'),
      cost: header.column('Item Cost', 'Item Price'),
    };
    const quantity: Decimal = { mantissa: 1, scale: 0 };
    const price: Decimal = { mantissa: 0, scale: 0 };
    const articleCells = cellsOfArticles(context.header);
    const untotalled = !header.has('Order Total Amount', 'Order Total');
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
      const inCells = articleCells(head);
      const articles = (inCells.length > 0 ? [] : records).map(({ record }): SaleLine => {
        const line = {
          ...common,
          'product.code': at.sku(record),
          'product.name': at.item(record),
          'line.quantity': money.plain(at.quantity(record)),
          'line.unitPrice': money.plain(at.cost(record)),
        };
        const given = money.read(at.line(record));
        if (at.line(record) !== '' && given !== null) {
          sum += given;
          return { ...line, 'line.amount': money.write(given) };
        }
        if (
          !readDecimal(at.quantity(record), context.mark, quantity) ||
          !readDecimal(at.cost(record), context.mark, price)
        )
          return line;
        const amount = productAtScale(quantity, price, context.digits);
        sum += amount;
        return { ...line, 'line.amount': money.write(amount) };
      });
      for (const { name, sku, quantity: count, total: net } of inCells) {
        const amount = money.read(net);
        sum += amount ?? 0;
        articles.push({
          ...common,
          'product.code': sku,
          'product.name': name,
          'line.quantity': money.plain(count),
          'line.amount': amount === null ? net : money.write(amount),
        });
      }
      const refunded = money.read(at.refund(head));
      // where the owner's selection of columns leaves the order's total out, its articles are all there is
      const settling = untotalled
        ? []
        : (settlingLines(
            common,
            sum,
            {
              total,
              tax,
              shipping: money.read(at.shipping(head)),
              refunded: refunded === null ? null : Math.abs(refunded),
            },
            money,
          ) ?? [{ ...common, 'line.amount': at.total(head) }]);
      if (inCells.length > 0) return [{ row, lines: [...articles, ...settling], leftOut: null }];
      return articles.map((line, index) => ({
        row: index === 0 ? row : records[index]!.row,
        lines: index === 0 ? [line, ...settling] : [line],
        leftOut: null,
      }));
    });
  },
};
