import { eachRecord, left, sale } from './adapting.ts';
import { moneyText } from './money-text.ts';
import type { Preset } from './preset.ts';

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

/** SumUp's sales report: articles with net prices; refunds are records with their own type. */
export const sumupSales: Preset = {
  id: 'sumup-sales',
  source: 'sumup',
  title: 'a SumUp sales report',
  leavesOut: 'Tax, tips and fees are not counted. SumUp names no buyers, so these sales are anonymous.',
  needs: [
    ['Datum', 'Date'],
    ['Transaktionsnummer', 'Transaction ID', 'Transaction code'],
    ['Beschreibung', 'Description'],
    ['Preis (netto)', 'Price (net)', 'Net price'],
    ['Preis (brutto)', 'Price (gross)', 'Gross price'],
  ],
  fields: {
    Datum: 'order.date',
    Date: 'order.date',
    Transaktionsnummer: 'order.id',
    'Transaction ID': 'order.id',
    Typ: 'order.type',
    Type: 'order.type',
    Beschreibung: 'product.name',
    Description: 'product.name',
    Category: 'product.category',
    Sku: 'product.code',
    Währung: 'order.currency',
    Currency: 'order.currency',
    Menge: 'line.quantity',
    Quantity: 'line.quantity',
    'Preis (netto)': 'line.amount',
    'Price (net)': 'line.amount',
    Steuer: 'line.tax',
    Tax: 'line.tax',
    Rabatt: 'line.discount',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      date: header.column('Datum', 'Date'),
      type: header.column('Typ', 'Type'),
      id: header.column('Transaktionsnummer', 'Transaction ID', 'Transaction code'),
      item: header.column('Beschreibung', 'Description'),
      category: header.column('Category', 'Kategorie'),
      sku: header.column('Sku'),
      currency: header.column('Währung', 'Currency'),
      quantity: header.column('Menge', 'Quantity'),
      net: header.column('Preis (netto)', 'Price (net)', 'Net price'),
      tax: header.column('Steuer', 'Tax'),
      discount: header.column('Rabatt', 'Discount'),
    };
    return eachRecord((record, row) => {
      const refund = /r[üu]ck|refund|storno|erstattung/i.test(at.type(record));
      const net = money.read(at.net(record));
      return sale(row, {
        'order.id': refund ? `${at.id(record)} refund` : at.id(record),
        ...(refund ? { 'order.refersTo': at.id(record) } : {}),
        'order.date': at.date(record),
        'order.currency': at.currency(record),
        'product.code': at.sku(record),
        'product.name': at.item(record),
        'product.category': at.category(record),
        'line.quantity': money.plain(at.quantity(record)),
        'line.amount': net === null ? at.net(record) : money.write(refund && net > 0 ? -net : net),
        'line.tax': money.plain(at.tax(record)),
      });
    });
  },
};

/** Toast's check details: one record for each check, the only one of its reports that names customers. */
export const toastCheckDetails: Preset = {
  id: 'toast-check-details',
  source: 'toast',
  title: 'a Toast check details report',
  leavesOut: 'Tax is not counted.',
  needs: [
    ['Opened Date'],
    ['Check Id'],
    ['Check #'],
    ['Item Description'],
    ['Total'],
    ['Customer Id', 'Customer'],
  ],
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
    };
    return eachRecord((record, row) => {
      const total = money.read(at.total(record));
      const tax = money.read(at.tax(record));
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
