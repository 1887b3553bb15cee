import type { Adapted } from '../../check/adapter.ts';
import { eachOrder, type Held, left, sale } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import type { Preset } from '../preset.ts';

/** Invoices that were never issued or no longer stand. */
export const NOT_ISSUED = /^(draft|void|voided|deleted|rejected|submitted|declined)$/i;

/** Xero's sales invoices: one record for each line; credit notes name the invoice they give back in "Reference". */
export const xeroSalesInvoices: Preset = {
  id: 'xero-sales-invoices',
  source: 'xero',
  title: 'a Xero sales invoices export',
  leavesOut: 'Drafts, voided invoices and payments in advance are left out; tax is not counted.',
  needs: [['ContactName'], ['InvoiceNumber'], ['InvoiceDate'], ['Description'], ['Quantity'], ['UnitAmount']],
  fields: {
    ContactName: 'customer.name',
    EmailAddress: 'customer.email',
    POCity: 'customer.city',
    POPostalCode: 'customer.postcode',
    POCountry: 'customer.country',
    InvoiceNumber: 'order.id',
    InvoiceDate: 'order.date',
    InventoryItemCode: 'product.code',
    Description: 'product.name',
    Quantity: 'line.quantity',
    UnitAmount: 'line.unitPrice',
    LineAmount: 'line.amount',
    TaxAmount: 'line.tax',
    Currency: 'order.currency',
    Type: 'order.type',
    Status: 'order.status',
    DueDate: 'order.date',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      name: header.column('ContactName'),
      email: header.column('EmailAddress'),
      city: header.column('POCity'),
      zip: header.column('POPostalCode'),
      country: header.column('POCountry'),
      street: header.column('POAddressLine1'),
      id: header.column('InvoiceNumber'),
      reference: header.column('Reference'),
      date: header.column('InvoiceDate'),
      total: header.column('Total'),
      taxTotal: header.column('TaxTotal'),
      code: header.column('InventoryItemCode'),
      description: header.column('Description'),
      quantity: header.column('Quantity'),
      unit: header.column('UnitAmount'),
      amount: header.column('LineAmount'),
      tax: header.column('TaxAmount'),
      currency: header.column('Currency'),
      type: header.column('Type'),
      status: header.column('Status'),
    };
    const adapt = (records: readonly [Held, ...Held[]]): Adapted[] => {
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
            money.read(at.amount(record)),
          ),
        );
      if (/payment/i.test(at.type(head)))
        return records.map(({ record, row }) =>
          left(
            row,
            'not-a-sale',
            'order.type',
            at.type(head),
            `"${at.type(head)}" is money paid, not a sale.`,
            money.read(at.amount(record)),
          ),
        );
      const sum = records.reduce((all, { record }) => all + (money.read(at.amount(record)) ?? 0), 0);
      const total = money.read(at.total(head)) ?? 0;
      const tax = money.read(at.taxTotal(head)) ?? 0;
      // organisations choose whether line amounts include tax; the invoice's total tells
      const inclusive = tax !== 0 && total !== 0 && Math.abs(sum - total) < Math.abs(sum - (total - tax));
      const credit = /credit/i.test(at.type(head));
      return records.map(({ record, row }) => {
        const given = money.read(at.amount(record));
        const net =
          given === null || at.amount(record) === ''
            ? null
            : given - (inclusive ? (money.read(at.tax(record)) ?? 0) : 0);
        return sale(row, {
          'order.id': at.id(record),
          'order.date': at.date(record),
          'order.currency': at.currency(record),
          'order.status': /await|unpaid|overdue/i.test(status) ? 'pending' : '',
          'customer.name': at.name(record),
          'customer.email': at.email(record),
          'customer.street': at.street(record),
          'customer.city': at.city(record),
          'customer.postcode': at.zip(record),
          'customer.country': at.country(record),
          'product.code': at.code(record),
          'product.name': at.description(record),
          'line.quantity': money.plain(at.quantity(record)),
          'line.unitPrice': money.plain(at.unit(record)),
          'line.tax': money.plain(at.tax(record)),
          ...(net === null ? {} : { 'line.amount': money.write(credit && net > 0 ? -net : net) }),
          ...(credit
            ? {
                'order.type': 'credit note',
                ...(at.reference(record) === '' ? {} : { 'order.refersTo': at.reference(record) }),
              }
            : {}),
        });
      });
    };
    return eachOrder(at.id, adapt);
  },
};
