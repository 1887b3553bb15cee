import { eachRecord, left, sale, statusOut } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** Wave's double entry: a sale has several rows; those on income accounts are the revenue. */
export const waveTransactions = preset({
  id: 'wave-transactions',
  source: 'wave',
  title: 'a Wave transactions export',
  leavesOut: 'Only rows on income accounts are sales; the other sides of the bookings are left out.',
  headings: {
    id: { field: 'order.id', names: ['Transaction ID'] },
    date: { field: 'order.date', names: ['Transaction Date'] },
    account: { field: 'product.category', names: ['Account Name'] },
    group: { names: ['Account Group'] },
    type: { names: ['Account Type'] },
    customer: { field: 'customer.name', names: ['Customer'] },
    vendor: { names: ['Vendor'] },
    invoice: { names: ['Invoice Number'] },
    description: {
      field: 'product.name',
      names: ['Transaction Line Description'],
      also: ['Transaction Description'],
    },
    debit: { field: 'line.discount', names: ['Debit Amount (Two Column Approach)'] },
    credit: { field: 'line.amount', names: ['Credit Amount (Two Column Approach)'] },
  },
  needs: ['id', 'date', 'account', 'debit', 'credit'],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachRecord((record, row) => {
      const credit = money.read(at.credit(record));
      const debit = money.read(at.debit(record));
      const income =
        /income|revenue|sales/i.test(at.group(record)) ||
        (/income|revenue/i.test(at.type(record)) && !/tax/i.test(at.type(record)));
      if (!income || /uncategorized/i.test(at.type(record)))
        return left(
          row,
          'not-a-sale',
          'product.category',
          at.account(record),
          `"${at.account(record)}" is no income account.`,
        );
      const amount =
        credit === null || debit === null
          ? at.credit(record) || at.debit(record)
          : money.write(credit - debit);
      return sale(row, {
        'order.id': at.id(record),
        'order.date': at.date(record),
        'customer.name': at.customer(record),
        'product.name': at.description(record) || at.account(record),
        'product.category': at.account(record),
        'line.amount': amount,
      });
    });
  },
});

/** Toast's check details: one record for each check, the only one of its reports that names customers. */
export const toastCheckDetails = preset({
  id: 'toast-check-details',
  source: 'toast',
  title: 'a Toast check details report',
  leavesOut: 'Tax is not counted; voided checks are left out.',
  headings: {
    id: { field: 'order.id', names: ['Check Id'] },
    number: { names: ['Check #'] },
    date: { field: 'order.date', names: ['Opened Date'] },
    time: { field: 'order.time', names: ['Opened Time'] },
    item: { field: 'product.name', names: ['Item Description'] },
    customer: { field: 'customer.id', names: ['Customer Id'] },
    name: { field: 'customer.name', names: ['Customer'] },
    phone: { field: 'customer.phone', names: ['Customer Phone'] },
    email: { field: 'customer.email', names: ['Customer Email'] },
    total: { field: 'line.amount', names: ['Total'] },
    tax: { field: 'line.tax', names: ['Tax'] },
    discount: { field: 'line.discount', names: ['Discount'] },
    status: { names: ['Check Status', 'Status'] },
    voided: { names: ['Voided', 'Void', 'Void?'] },
    service: { names: ['Server', 'Tender', 'Table Size'] },
  },
  needs: ['date', ['id', 'number'], 'total', 'service'],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachRecord((record, row) => {
      const total = money.read(at.total(record));
      const tax = money.read(at.tax(record));
      if (/^void/i.test(at.status(record)) || /^(true|yes|y|1)$/i.test(at.voided(record)))
        return statusOut(
          row,
          at.status(record),
          'The check was voided and does not count.',
          (total ?? 0) - (tax ?? 0),
        );
      return sale(row, {
        'order.id': at.id(record) || at.number(record),
        'order.date': at.date(record),
        'order.time': at.time(record),
        'customer.id': at.customer(record),
        'customer.name': at.name(record),
        'customer.phone': at.phone(record),
        'customer.email': at.email(record),
        'product.name': at.item(record),
        'line.amount': total === null || tax === null ? at.total(record) : money.write(total - tax),
        'line.tax': money.plain(at.tax(record)),
        'line.discount': money.plain(at.discount(record)),
      });
    });
  },
});
