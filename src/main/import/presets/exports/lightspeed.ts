import type { Adapted, SaleLine } from '../../check/adapter.ts';
import { eachOrder, type Held, left, noSale, orderNumber, sale, statusOut } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

const IS_HEAD = /^sale$/i;
const IS_LINE = /^sale line$/i;

/** Lightspeed X's sales: a receipt is a head, its articles and its payments. The head alone tells customer and state. */
export const lightspeedSales = preset({
  id: 'lightspeed-x-sales',
  source: 'lightspeed-x',
  title: 'a Lightspeed X sales history',
  leavesOut:
    'Voided and saved sales, payments and the sums of receipts are left out; tax is not counted. Lay-bys and sales on account count, as not paid yet.',
  headings: {
    date: { field: 'order.date', names: ['Date'] },
    id: { field: 'order.id', names: ['Receipt Number'] },
    type: { field: 'order.type', names: ['Line Type'] },
    customer: { field: 'customer.id', names: ['Customer Code'] },
    name: { field: 'customer.name', names: ['Customer Name'] },
    email: { field: 'customer.email', names: ['Customer Email'] },
    quantity: { field: 'line.quantity', names: ['Quantity'] },
    subtotal: { field: 'line.amount', names: ['Subtotal'] },
    tax: { field: 'line.tax', names: ['Sales Tax'] },
    details: { field: 'product.name', names: ['Details'] },
    sku: { field: 'product.code', names: ['Sku'] },
    status: { field: 'order.status', names: ['Status'] },
  },
  needs: ['date', 'id', 'type', 'subtotal', 'tax', 'details'],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachOrder(at.id, (records: readonly [Held, ...Held[]]): readonly Adapted[] => {
      const head = (records.find(({ record }) => IS_HEAD.test(at.type(record))) ?? records[0]).record;
      const hasLines = records.some(({ record }) => IS_LINE.test(at.type(record)));
      const status = at.status(head);
      const common: SaleLine = {
        ...orderNumber(at.id(head), false),
        'order.date': at.date(head),
        'order.status': /layby|account/i.test(status) ? 'pending' : '',
        'customer.id': at.customer(head),
        'customer.name': at.name(head),
        'customer.email': at.email(head),
      };
      return records.map(({ record, row }) => {
        const type = at.type(record);
        const isHead = IS_HEAD.test(type);
        if (!isHead && !IS_LINE.test(type))
          return noSale(row, type, `"${type}": the payment of a sale that other rows tell.`);
        if (isHead && hasLines)
          return left(row, 'subtotal-row', 'order.type', type, 'The sum of a sale whose lines follow.');
        if (/void|saved|parked/i.test(status))
          return statusOut(
            row,
            status,
            `The sale is "${status}" and does not count.`,
            money.read(at.subtotal(record)),
          );
        return sale(row, {
          ...common,
          'product.code': at.sku(record),
          'product.name': at.details(record),
          'line.quantity': money.plain(at.quantity(record)),
          'line.amount': money.plain(at.subtotal(record)),
          'line.tax': money.plain(at.tax(record)),
        });
      });
    });
  },
});
