import type { Adapted, SaleLine } from '../../check/adapter.ts';
import { type Decimal, productAtScale, readDecimal } from '../../values/decimal.ts';
import { eachOrder, type Held, orderOut } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { settlingLines } from '../order-totals.ts';
import { preset } from '../preset.ts';
import { cellsOfArticles } from './woocommerce-cells.ts';

/** WooCommerce's orders as its usual export plugin writes them: the order's money repeats on every article. */
export const woocommerceOrders = preset({
  id: 'woocommerce-orders',
  source: 'woocommerce',
  title: 'a WooCommerce orders export',
  leavesOut:
    'Cancelled and failed orders are left out; refunds and discounts are taken off, tax is not counted.',
  headings: {
    id: { field: 'order.id', names: ['Order Number', 'Order ID'] },
    status: { field: 'order.status', names: ['Order Status', 'status'] },
    date: { field: 'order.date', names: ['Order Date', 'date'] },
    first: { field: 'customer.firstName', names: ['First Name (Billing)', 'billing_first_name'] },
    last: { field: 'customer.lastName', names: ['Last Name (Billing)', 'billing_last_name'] },
    company: { field: 'customer.company', names: ['Company (Billing)'], also: ['billing_company'] },
    email: { field: 'customer.email', names: ['Email (Billing)', 'billing_email'], also: ['customer_email'] },
    phone: { field: 'customer.phone', names: ['Phone (Billing)'], also: ['billing_phone'] },
    street: { names: ['Address 1&2 (Billing)', 'Address 1 (Billing)', 'billing_address_1'] },
    city: { field: 'customer.city', names: ['City (Billing)'], also: ['billing_city'] },
    zip: { field: 'customer.postcode', names: ['Postcode (Billing)'], also: ['billing_postcode'] },
    country: { field: 'customer.country', names: ['Country Code (Billing)'], also: ['billing_country'] },
    currency: { field: 'order.currency', names: ['Order Currency'], also: ['Currency'] },
    customer: { names: ['Customer ID', 'Customer User ID', 'customer_user'] },
    total: { field: 'line.amount', names: ['Order Total Amount', 'Order Total'] },
    tax: {
      field: 'line.tax',
      names: ['Order Total Tax Amount'],
      also: ['Order Total Tax', 'Order Tax Amount', 'tax_total'],
    },
    shipping: {
      field: 'line.shipping',
      names: ['Order Shipping Amount'],
      also: ['Order Shipping', 'shipping_total'],
    },
    refund: { names: ['Order Refund Amount', 'Order Refund', 'refunded_total'] },
    sku: { field: 'product.code', names: ['SKU'] },
    item: { field: 'product.name', names: ['Item Name', 'Product Name', 'Name'] },
    line: {
      field: 'line.amount',
      names: ['Order Line (w/o tax)', 'Order Line Total', 'Order Line Subtotal'],
    },
    quantity: { field: 'line.quantity', names: ['Quantity (- Refund)', 'Quantity'] },
    cost: { field: 'line.unitPrice', names: ['Item Cost', 'Item Price'] },
    // shown as what they are, though read above only where the usual ones are missing
    plainTax: { field: 'line.tax', names: ['tax_total'] },
    plainShipping: { field: 'line.shipping', names: ['shipping_total'] },
    discount: { field: 'line.discount', names: ['Cart Discount Amount'] },
    itemCells: { names: ['line_item_1', 'line_items'] },
    // one of these tells the plugin that wrote the file
    layout: {
      names: [
        'Item Cost',
        'Order Line (w/o tax)',
        'Order Line Subtotal',
        'Quantity (- Refund)',
        'shipping_tax_total',
      ],
    },
  },
  needs: ['id', 'status', 'date', ['item', 'itemCells'], 'layout'],
  adapter: (context, at, has) => {
    const money = moneyText(context);
    const quantity: Decimal = { mantissa: 1, scale: 0 };
    const price: Decimal = { mantissa: 0, scale: 0 };
    const articleCells = cellsOfArticles(context.header);
    const untotalled = !has('total');
    return eachOrder(at.id, (records: readonly [Held, ...Held[]]): readonly Adapted[] => {
      const [{ record: head, row }] = records;
      const status = at.status(head);
      const total = money.read(at.total(head));
      const tax = money.read(at.tax(head));
      if (/^(wc-)?(cancelled|canceled|failed|trash|draft|checkout-draft)$/i.test(status))
        return orderOut(records, status, `The order is "${status}" and does not count.`, (_, index) =>
          index === 0 ? (total ?? 0) - (tax ?? 0) : 0,
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
});
