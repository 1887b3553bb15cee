import { eachRecord, left, noSale, sale, statusOut } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** Vouchers that are no sale; a business names its kinds of sale as it likes. */
const NO_SALE =
  /receipt|payment|contra|journal|purchase|debit note|stock|delivery|order|quotation|memo|physical|payroll|attendance/i;
const CREDIT = /credit note|sales? return/i;

/** Tally's sales register: the customer under "Particulars"; a credit note is written without a sign. */
export const tallySales = preset({
  id: 'tally-sales-register',
  source: 'tally',
  title: 'a Tally sales register',
  leavesOut:
    'Cancelled vouchers, receipts and other vouchers that are no sales are left out; tax is not counted.',
  headings: {
    date: { field: 'order.date', names: ['Date'] },
    party: { field: 'customer.name', names: ['Particulars'] },
    type: { field: 'order.type', names: ['Vch Type', 'Voucher Type'] },
    number: { field: 'order.id', names: ['Vch No.', 'Voucher No.'] },
    value: { field: 'line.amount', names: ['Taxable Value', 'Value'] },
  },
  needs: ['date', 'party', 'type', 'number', 'value'],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachRecord((record, row) => {
      const type = at.type(record);
      const value = money.read(at.value(record));
      if (at.date(record) === '')
        return left(row, 'footer-row', null, at.party(record), 'A sum or a detail of a voucher, not a sale.');
      if (NO_SALE.test(type)) return noSale(row, type, `"${type}" is no sale.`, value);
      if (/^\(?cancelled\)?$/i.test(at.party(record)))
        return statusOut(row, at.party(record), 'The voucher was cancelled and does not count.', value);
      const isCredit = CREDIT.test(type);
      return sale(row, {
        'order.id': at.number(record) === '' ? '' : `${type} ${at.number(record)}`,
        'order.date': at.date(record),
        'order.type': isCredit ? 'credit note' : '',
        'customer.name': at.party(record),
        'line.amount':
          value === null || at.value(record) === ''
            ? at.value(record)
            : money.write(isCredit ? -Math.abs(value) : value),
      });
    });
  },
});
