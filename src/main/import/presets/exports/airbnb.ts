import { eachRecord, noSale, orderNumber, sale } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** Money that a guest was given back; other adjustments are between the host and Airbnb. */
const SETTLED_WITH_GUEST = /^(resolution (adjustment|payout)|(guest )?refund)$/i;

/** Airbnb's transaction history: a stay is one record, and every payout another, which holds several stays less their fees. */
export const airbnbEarnings = preset({
  id: 'airbnb-earnings',
  source: 'airbnb',
  title: 'an Airbnb transaction history',
  leavesOut:
    'Payouts, taxes passed on and adjustments are left out; a stay counts with what it earned before the service fee, on the day of its transaction.',
  headings: {
    date: { field: 'order.date', names: ['Date'] },
    type: { field: 'order.type', names: ['Type'] },
    code: { field: 'order.id', names: ['Confirmation code'] },
    guest: { field: 'customer.name', names: ['Guest'] },
    listing: { field: 'product.name', names: ['Listing'] },
    currency: { field: 'order.currency', names: ['Currency'] },
    gross: { field: 'line.amount', names: ['Gross earnings'] },
    // what is left of it after the fee
    amount: { field: 'line.amount', names: ['Amount'] },
    fee: { names: ['Service fee', 'Host fee'] },
    nights: { names: ['Nights'] },
    paidOut: { names: ['Paid out'] },
  },
  needs: ['date', 'type', 'code', 'listing', 'amount', ['gross', 'fee']],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachRecord((record, row) => {
      const type = at.type(record);
      const [amount, gross, fee] = [at.amount, at.gross, at.fee].map((cell) => money.read(cell(record)));
      const isStay = /^reservation$/i.test(type);
      const isRefund = SETTLED_WITH_GUEST.test(type) && amount != null && amount < 0;
      if (!isStay && !isRefund)
        return noSale(row, type, `"${type}" is not a stay: a payout, tax or adjustment.`, amount ?? 0);
      const earned =
        at.gross(record) !== '' ? gross : amount == null || fee == null ? null : amount + Math.abs(fee);
      return sale(row, {
        ...orderNumber(at.code(record), isRefund, at.date(record)),
        'order.date': at.date(record),
        'order.currency': at.currency(record),
        'customer.name': at.guest(record),
        'product.name': at.listing(record),
        'line.amount': earned == null ? at.gross(record) || at.amount(record) : money.write(earned),
      });
    });
  },
});
