import type { Adapted, SaleLine } from '../../check/adapter.ts';
import { eachOrder, type Held, left, sale } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import type { Preset } from '../preset.ts';
import { NOT_ISSUED } from './xero.ts';

/** Zoho's invoices: the invoice's own fields repeat on every line. */
export const zohoInvoices: Preset = {
  id: 'zoho-invoices',
  source: 'zoho',
  title: 'a Zoho invoices export',
  leavesOut:
    'Drafts and voided invoices are left out; shipping and discounts of the whole invoice count once, tax is not counted.',
  needs: [
    ['Invoice Date', 'Date'],
    ['Invoice Number'],
    ['Invoice Status'],
    ['Customer Name'],
    ['Item Name', 'Item Desc', 'Item Description'],
    ['Quantity'],
    ['Item Price'],
  ],
  fields: {
    'Invoice Date': 'order.date',
    'Invoice Number': 'order.id',
    'Invoice Status': 'order.status',
    'Customer Name': 'customer.name',
    'Customer ID': 'customer.id',
    'Currency Code': 'order.currency',
    'Item Name': 'product.name',
    'Product ID': 'product.code',
    Quantity: 'line.quantity',
    'Item Price': 'line.unitPrice',
    'Item Total': 'line.amount',
    'Discount Amount': 'line.discount',
    'Item Tax Amount': 'line.tax',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      date: header.column('Invoice Date', 'Date'),
      id: header.column('Invoice Number'),
      status: header.column('Invoice Status'),
      customer: header.column('Customer ID'),
      name: header.column('Customer Name'),
      email: header.column('Primary Contact EmailID', 'Email'),
      phone: header.column('Primary Contact Phone', 'Billing Phone'),
      currency: header.column('Currency Code'),
      item: header.column('Item Name', 'Item Desc', 'Item Description'),
      code: header.column('SKU', 'Product ID'),
      quantity: header.column('Quantity'),
      price: header.column('Item Price'),
      total: header.column('Item Total'),
      tax: header.column('Item Tax Amount'),
      shipping: header.column('Shipping Charge'),
      adjustment: header.column('Adjustment'),
      discount: header.column('Entity Discount Amount'),
      inclusive: header.column('Is Inclusive Tax'),
      city: header.column('Billing City'),
    };
    return eachOrder(at.id, (records: readonly [Held, ...Held[]]): Adapted[] => {
      const [{ record: head }] = records;
      const status = at.status(head);
      if (NOT_ISSUED.test(status))
        return records.map(({ record, row }) =>
          left(
            row,
            'status-left-out',
            'order.status',
            status,
            `The invoice is "${status}" and does not count.`,
            money.read(at.total(record)),
          ),
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
};
