import { eachRecord, noSale, orderNumber, sale, statusOut } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** Vipps MobilePay's settlements: sales and refunds with the fee of each beside its gross. */
export const vippsSettlement = preset({
  id: 'vipps-settlement',
  source: 'vipps',
  title: 'a Vipps MobilePay settlement',
  leavesOut: 'Everything but sales and refunds is left out; a sale counts before the fee.',
  headings: {
    date: { field: 'order.date', names: ['Salgsdato'] },
    type: { field: 'order.type', names: ['Transaksjonstype'] },
    order: { field: 'order.id', names: ['Ordre-ID'] },
    transaction: { names: ['Transaksjons-ID'] },
    product: { field: 'product.name', names: ['Produkt'] },
    gross: { field: 'line.amount', names: ['Brutto'] },
    fee: { names: ['Gebyr'] },
    net: { names: ['Netto'] },
    first: { field: 'customer.firstName', names: ['Fornavn'] },
    last: { field: 'customer.lastName', names: ['Etternavn'] },
    settlement: { names: ['Oppgjørs-ID', 'Oppgjørsdato', 'Vippsnummer'] },
  },
  needs: ['date', 'type', 'gross', 'fee', 'net', 'settlement'],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachRecord((record, row) => {
      const type = at.type(record);
      const gross = money.read(at.gross(record));
      const isRefund = /refund|tilbakebetal/i.test(type);
      if (!isRefund && !/^(salg|sale|capture)/i.test(type))
        return noSale(row, type, `"${type}" is no sale.`, gross);
      return sale(row, {
        ...orderNumber(at.order(record) || at.transaction(record), isRefund, at.transaction(record)),
        'order.date': at.date(record),
        'customer.firstName': at.first(record),
        'customer.lastName': at.last(record),
        'product.name': at.product(record),
        'line.amount': gross === null ? at.gross(record) : money.write(isRefund ? -Math.abs(gross) : gross),
      });
    });
  },
});

/** ePay's payments: what was captured is the sale, what was credited went back; an authorisation alone is neither. */
export const epayPayments = preset({
  id: 'epay-payments',
  source: 'epay',
  title: 'an ePay export of payments',
  leavesOut: 'Payments of which nothing was captured are left out; what was credited is taken off.',
  headings: {
    transaction: { names: ['transactionid'] },
    id: { field: 'order.id', names: ['orderid'] },
    authorised: { names: ['authamount'] },
    captured: { field: 'line.amount', names: ['capturedamount'] },
    credited: { names: ['creditedamount'] },
    date: { field: 'order.date', names: ['authdate'] },
    creditedOn: { names: ['crediteddate'] },
    currency: { field: 'order.currency', names: ['currencycode', 'currency'] },
    status: { field: 'order.status', names: ['status'] },
    cardholder: { field: 'customer.name', names: ['cardholder'] },
    description: { field: 'product.name', names: ['description'] },
  },
  needs: ['id', 'date', 'authorised', 'captured'],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachRecord((record, row) => {
      const [captured, credited] = [at.captured, at.credited].map((cell) => money.read(cell(record)));
      if (captured === 0)
        return statusOut(
          row,
          at.status(record),
          'Nothing of the payment was captured: no money was received.',
          money.read(at.authorised(record)),
        );
      const common = {
        'order.currency': /^\d*$/.test(at.currency(record)) ? '' : at.currency(record),
        'customer.name': at.cardholder(record),
        'product.name': at.description(record),
      };
      const paid = {
        ...common,
        ...orderNumber(at.id(record), false),
        'order.date': at.date(record),
        'line.amount': captured == null ? at.captured(record) : money.write(captured),
      };
      if (!credited) return sale(row, paid);
      return sale(row, paid, {
        ...common,
        ...orderNumber(at.id(record), true),
        'order.date': at.creditedOn(record) || at.date(record),
        'line.amount': money.write(-Math.abs(credited)),
      });
    });
  },
});
