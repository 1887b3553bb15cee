import type { Adapted } from '../../check/adapter.ts';
import { eachOrder, type Held, noSale, orderOut, sale } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** Invoices that were never issued or are no longer valid. */
export const NOT_ISSUED = /^(draft|void|voided|deleted|rejected|submitted|declined)$/i;

/** Xero's sales invoices: one record for each line; credit notes name the invoice they give back in "Reference". */
export const xeroSalesInvoices = preset({
  id: 'xero-sales-invoices',
  source: 'xero',
  title: 'a Xero sales invoices export',
  leavesOut: 'Drafts, voided invoices and payments in advance are left out; tax is not counted.',
  headings: {
    name: { field: 'customer.name', names: ['ContactName'] },
    email: { field: 'customer.email', names: ['EmailAddress'] },
    city: { field: 'customer.city', names: ['POCity'] },
    zip: { field: 'customer.postcode', names: ['POPostalCode'] },
    country: { field: 'customer.country', names: ['POCountry'] },
    street: { names: ['POAddressLine1'] },
    id: { field: 'order.id', names: ['InvoiceNumber'] },
    reference: { names: ['Reference'] },
    date: { field: 'order.date', names: ['InvoiceDate'] },
    total: { names: ['Total'] },
    taxTotal: { names: ['TaxTotal'] },
    code: { field: 'product.code', names: ['InventoryItemCode'] },
    description: { field: 'product.name', names: ['Description'] },
    quantity: { field: 'line.quantity', names: ['Quantity'] },
    unit: { field: 'line.unitPrice', names: ['UnitAmount'] },
    amount: { field: 'line.amount', names: ['LineAmount'] },
    tax: { field: 'line.tax', names: ['TaxAmount'] },
    currency: { field: 'order.currency', names: ['Currency'] },
    type: { field: 'order.type', names: ['Type'] },
    status: { field: 'order.status', names: ['Status'] },
    // not read; it helps to tell how days are written
    due: { field: 'order.date', names: ['DueDate'] },
  },
  needs: ['name', 'id', 'date', 'description', 'quantity', 'unit'],
  adapter: (context, at) => {
    const money = moneyText(context);
    const adapt = (records: readonly [Held, ...Held[]]): readonly Adapted[] => {
      const [{ record: head }] = records;
      const status = at.status(head);
      if (NOT_ISSUED.test(status))
        return orderOut(records, status, `The invoice is "${status}" and does not count.`, (record) =>
          money.read(at.amount(record)),
        );
      if (/payment/i.test(at.type(head)))
        return records.map(({ record, row }) =>
          noSale(
            row,
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
});
