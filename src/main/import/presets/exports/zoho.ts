import type { Adapted, SaleLine } from '../../check/adapter.ts';
import { eachOrder, type Held, orderOut, sale } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';
import { NOT_ISSUED } from './xero.ts';

/** Zoho's invoices: the invoice's own fields repeat on every line. */
export const zohoInvoices = preset({
  id: 'zoho-invoices',
  source: 'zoho',
  title: 'a Zoho invoices export',
  leavesOut:
    'Drafts and voided invoices are left out; shipping and discounts of the whole invoice count once, tax is not counted.',
  headings: {
    date: { field: 'order.date', names: ['Invoice Date'], also: ['Date'] },
    id: { field: 'order.id', names: ['Invoice Number'] },
    status: { field: 'order.status', names: ['Invoice Status'] },
    customer: { field: 'customer.id', names: ['Customer ID'] },
    name: { field: 'customer.name', names: ['Customer Name'] },
    email: { names: ['Primary Contact EmailID', 'Email'] },
    phone: { names: ['Primary Contact Phone', 'Billing Phone'] },
    currency: { field: 'order.currency', names: ['Currency Code'] },
    item: { field: 'product.name', names: ['Item Name'], also: ['Item Desc', 'Item Description'] },
    code: { names: ['SKU', 'Product ID'] },
    quantity: { field: 'line.quantity', names: ['Quantity'] },
    price: { field: 'line.unitPrice', names: ['Item Price'] },
    total: { field: 'line.amount', names: ['Item Total'] },
    tax: { field: 'line.tax', names: ['Item Tax Amount'] },
    shipping: { names: ['Shipping Charge'] },
    adjustment: { names: ['Adjustment'] },
    discount: { names: ['Entity Discount Amount'] },
    inclusive: { names: ['Is Inclusive Tax'] },
    city: { names: ['Billing City'] },
    // shown as the product's number, which the SKU is where there is one
    productId: { field: 'product.code', names: ['Product ID'] },
    lineDiscount: { field: 'line.discount', names: ['Discount Amount'] },
  },
  needs: ['date', 'id', 'status', 'name', 'item', 'quantity', 'price'],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachOrder(at.id, (records: readonly [Held, ...Held[]]): readonly Adapted[] => {
      const [{ record: head }] = records;
      const status = at.status(head);
      if (NOT_ISSUED.test(status))
        return orderOut(records, status, `The invoice is "${status}" and does not count.`, (record) =>
          money.read(at.total(record)),
        );
      const common: SaleLine = {
        'order.id': at.id(head),
        'order.date': at.date(head),
        'order.currency': at.currency(head),
        'order.status': /sent|unpaid|overdue|viewed/i.test(status) ? 'pending' : '',
        'customer.id': at.customer(head),
        'customer.name': at.name(head),
        'customer.email': at.email(head),
        'customer.phone': at.phone(head),
        'customer.city': at.city(head),
      };
      const once = (name: string, cell: string, sign: 1 | -1): SaleLine[] => {
        const amount = money.read(cell);
        return amount ? [{ ...common, 'product.name': name, 'line.amount': money.write(sign * amount) }] : [];
      };
      const whole = [
        ...once('Shipping', at.shipping(head), 1),
        ...once('Discount of the invoice', at.discount(head), -1),
        ...once('Adjustment of the invoice', at.adjustment(head), 1),
      ];
      return records.map(({ record, row }, index) => {
        const total = money.read(at.total(record));
        const tax = money.read(at.tax(record));
        const inclusive = /^(true|yes|1)$/i.test(at.inclusive(record));
        const amount =
          at.total(record) === '' || total === null || tax === null
            ? money.plain(at.total(record))
            : money.write(inclusive ? total - tax : total);
        return sale(
          row,
          {
            ...common,
            'product.code': at.code(record),
            'product.name': at.item(record),
            'line.quantity': money.plain(at.quantity(record)),
            'line.unitPrice': money.plain(at.price(record)),
            'line.amount': amount,
            'line.tax': money.plain(at.tax(record)),
          },
          ...(index === 0 ? whole : []),
        );
      });
    });
  },
});
