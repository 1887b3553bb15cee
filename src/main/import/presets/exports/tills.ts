import { eachRecord, left, sale } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import type { Preset } from '../preset.ts';

/** Wave's double entry: a sale has several rows; those on income accounts are the revenue. */
export const waveTransactions: Preset = {
  id: 'wave-transactions',
  source: 'wave',
  title: 'a Wave transactions export',
  leavesOut: 'Only rows on income accounts are sales; the other sides of the bookings are left out.',
  needs: [
    ['Transaction ID'],
    ['Transaction Date'],
    ['Account Name'],
    ['Debit Amount (Two Column Approach)'],
    ['Credit Amount (Two Column Approach)'],
  ],
  fields: {
    'Transaction ID': 'order.id',
    'Transaction Date': 'order.date',
    Customer: 'customer.name',
    'Transaction Line Description': 'product.name',
    'Account Name': 'product.category',
    'Credit Amount (Two Column Approach)': 'line.amount',
    'Debit Amount (Two Column Approach)': 'line.discount',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      id: header.column('Transaction ID'),
      date: header.column('Transaction Date'),
      account: header.column('Account Name'),
      group: header.column('Account Group'),
      type: header.column('Account Type'),
      customer: header.column('Customer'),
      vendor: header.column('Vendor'),
      invoice: header.column('Invoice Number'),
      description: header.column('Transaction Line Description', 'Transaction Description'),
      debit: header.column('Debit Amount (Two Column Approach)'),
      credit: header.column('Credit Amount (Two Column Approach)'),
    };
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
};

/** Toast's check details: one record for each check, the only one of its reports that names customers. */
export const toastCheckDetails: Preset = {
  id: 'toast-check-details',
  source: 'toast',
  title: 'a Toast check details report',
  leavesOut: 'Tax is not counted; voided checks are left out.',
  needs: [['Opened Date'], ['Check Id', 'Check #'], ['Total'], ['Server', 'Tender', 'Table Size']],
  fields: {
    'Opened Date': 'order.date',
    'Opened Time': 'order.time',
    'Check Id': 'order.id',
    'Item Description': 'product.name',
    'Customer Id': 'customer.id',
    Customer: 'customer.name',
    'Customer Phone': 'customer.phone',
    'Customer Email': 'customer.email',
    Total: 'line.amount',
    Tax: 'line.tax',
    Discount: 'line.discount',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      id: header.column('Check Id'),
      number: header.column('Check #'),
      date: header.column('Opened Date'),
      time: header.column('Opened Time'),
      item: header.column('Item Description'),
      customer: header.column('Customer Id'),
      name: header.column('Customer'),
      phone: header.column('Customer Phone'),
      email: header.column('Customer Email'),
      total: header.column('Total'),
      tax: header.column('Tax'),
      discount: header.column('Discount'),
      status: header.column('Check Status', 'Status'),
      voided: header.column('Voided', 'Void', 'Void?'),
    };
    return eachRecord((record, row) => {
      const total = money.read(at.total(record));
      const tax = money.read(at.tax(record));
      if (/^void/i.test(at.status(record)) || /^(true|yes|y|1)$/i.test(at.voided(record)))
        return left(
          row,
          'status-left-out',
          'order.status',
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
};
