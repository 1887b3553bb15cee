import { eachRecord, sale, statusOut } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

const PAID = /^(paid|succeeded|refunded|partially refunded|partial refund|disputed)$/i;
/** bank debits that are under way: in, and flagged */
const UNDER_WAY = /^(pending|processing)$/i;

/** Stripe's payments: one record for each charge, times in UTC; a refund is an amount of the same record. */
export const stripePayments = preset({
  id: 'stripe-payments',
  source: 'stripe',
  title: 'a Stripe payments export',
  leavesOut:
    'Payments that failed, were never captured or were only tests are left out; refunds are taken off on their own day, tax is not counted.',
  headings: {
    id: { field: 'order.id', names: ['id'] },
    created: { field: 'order.date', names: ['Created date (UTC)', 'Created (UTC)'] },
    amount: { field: 'line.amount', names: ['Amount'] },
    refunded: { field: 'line.discount', names: ['Amount Refunded'] },
    currency: { field: 'order.currency', names: ['Currency'] },
    converted: { names: ['Converted Amount'] },
    convertedRefund: { names: ['Converted Amount Refunded'] },
    convertedCurrency: { names: ['Converted Currency'] },
    status: { field: 'order.status', names: ['Status'] },
    mode: { names: ['Mode', 'Livemode'] },
    captured: { names: ['Captured'] },
    refundedOn: { names: ['Refunded date (UTC)'] },
    customer: { field: 'customer.id', names: ['Customer ID'] },
    email: { field: 'customer.email', names: ['Customer Email'] },
    name: { field: 'customer.name', names: ['Customer Description'], also: ['Card Name'] },
    phone: { field: 'customer.phone', names: ['Customer Phone'] },
    description: { field: 'product.name', names: ['Description'] },
    tax: { field: 'line.tax', names: ['Tax'] },
    fee: { names: ['Fee'] },
    intent: { names: ['PaymentIntent ID'] },
    invoice: { names: ['Invoice ID'] },
    others: {
      names: [
        'Seller Message',
        'Payment Source Type',
        'Statement Descriptor',
        'Taxes On Fee',
        'Card ID',
        'Card Funding',
        'Card Issue Country',
        'Card Brand',
        'Checkout Session ID',
        'Client Reference ID',
      ],
    },
  },
  needs: [
    'created',
    'amount',
    'currency',
    'status',
    [
      'id',
      'others',
      'intent',
      'captured',
      'converted',
      'convertedCurrency',
      'refunded',
      'fee',
      'customer',
      'email',
    ],
  ],
  adapter: (context, at) => {
    const { currency: home } = context;
    const money = moneyText(context);
    const utc = (text: string): string =>
      text === '' || /[Zz]$|UTC$/.test(text) ? text : /:\d\d/.test(text) ? `${text} UTC` : text;
    const number = (record: readonly string[]): string =>
      at.id(record) || at.intent(record) || at.invoice(record);
    return eachRecord((record, row) => {
      const given = at.currency(record).toUpperCase();
      const inHome = given !== home && at.convertedCurrency(record).toUpperCase() === home;
      const currency = inHome ? home : given;
      const amount = (inHome ? at.converted : at.amount)(record);
      const refunded = money.read((inHome ? at.convertedRefund : at.refunded)(record));
      const status = at.status(record);
      const underWay = UNDER_WAY.test(status);
      if (/^(test|false)$/i.test(at.mode(record)))
        return statusOut(row, 'Test', 'A payment made in test mode: no money was received.');
      if (
        !(PAID.test(status) || underWay) ||
        (/^false$/i.test(at.captured(record)) && !underWay && !/refund/i.test(status))
      )
        return statusOut(
          row,
          status,
          `The payment is "${status}": no money was received.`,
          given === home || inHome ? money.read(amount) : 0,
        );
      const tax = inHome ? '' : at.tax(record);
      const gross = money.read(amount);
      const taxed = money.read(tax) ?? 0;
      const net = gross === null ? amount : money.write(gross - taxed);
      const common = {
        'order.currency': currency,
        'customer.id': at.customer(record),
        'customer.email': at.email(record),
        'customer.name': at.name(record),
        'customer.phone': at.phone(record),
        'product.name': at.description(record),
      };
      const paid = {
        ...common,
        'order.id': number(record),
        'order.date': utc(at.created(record)),
        'order.status': underWay ? 'pending' : '',
        'line.amount': net,
        'line.tax': money.plain(tax),
      };
      if (!refunded) return sale(row, paid);
      const back = {
        ...common,
        'order.id': number(record) === '' ? '' : `${number(record)} refund`,
        'order.refersTo': number(record),
        'order.date': utc(at.refundedOn(record) || at.created(record)),
        'line.amount': money.write(-refundWithoutTax(Math.abs(refunded), gross, taxed)),
      };
      return sale(row, paid, back);
    });
  },
});

/** What was given back, without the share of tax in it. */
const refundWithoutTax = (refunded: number, gross: number | null, tax: number): number =>
  gross ? Math.round((refunded * (gross - tax)) / gross) : refunded;
