import { eachRecord, left, orderNumber, sale, statusOut } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** Gumroad's sales: one record for each purchase, always in dollars, with a row of totals below them. */
export const gumroadSales = preset({
  id: 'gumroad-sales',
  source: 'gumroad',
  title: 'a Gumroad sales export',
  leavesOut:
    'Free trials, pre-orders not charged yet and the row of totals are left out; refunds and lost disputes are taken off, tax, tips and fees are not counted.',
  headings: {
    id: { field: 'order.id', names: ['Purchase ID'] },
    date: { field: 'order.date', names: ['Purchase Date'] },
    item: { field: 'product.name', names: ['Item Name'] },
    buyer: { field: 'customer.name', names: ['Buyer Name'] },
    email: { field: 'customer.email', names: ['Purchase Email'], also: ['Buyer Email'] },
    city: { field: 'customer.city', names: ['City'] },
    zip: { field: 'customer.postcode', names: ['Zip Code'] },
    country: { field: 'customer.country', names: ['Country'] },
    sku: { field: 'product.code', names: ['Product ID'] },
    quantity: { field: 'line.quantity', names: ['Quantity'] },
    price: { field: 'line.amount', names: ['Sale Price ($)'] },
    tax: { field: 'line.tax', names: ['Taxes ($)'] },
    subtotal: { names: ['Subtotal ($)'] },
    shipping: { field: 'line.shipping', names: ['Shipping ($)'] },
    tip: { names: ['Tip ($)'] },
    partial: { names: ['Partial Refund ($)'] },
    refunded: { names: ['Fully Refunded?'] },
    disputed: { names: ['Disputed?'] },
    won: { names: ['Dispute Won?'] },
    trial: { names: ['Free trial purchase?'] },
    preorder: { names: ['Pre-order authorization?'] },
  },
  needs: ['id', 'date', 'item', 'price'],
  adapter: (context, at, has) => {
    const money = moneyText(context);
    const says = (cell: string): boolean => /^(1|true|yes|y)$/i.test(cell);
    return eachRecord((record, row) => {
      if (at.date(record) === '')
        return left(row, 'footer-row', null, at.id(record), "The export's own total, not a sale.");
      const [price, tax, tip, subtotal, shipping, partial] = [
        at.price,
        at.tax,
        at.tip,
        at.subtotal,
        at.shipping,
        at.partial,
      ].map((cell) => money.read(cell(record)) ?? 0) as [number, number, number, number, number, number];
      // tax is in the price unless the other sums make up the price without it
      const isTaxOnTop = has('subtotal') && tax !== 0 && subtotal + shipping === price;
      const net = price - (isTaxOnTop ? 0 : tax) - tip;
      if (says(at.trial(record)) || says(at.preorder(record)))
        return statusOut(row, at.item(record), 'A trial or a pre-order: nothing was charged yet.', net);
      const common = {
        'order.date': at.date(record),
        'order.currency': 'USD',
        'customer.name': at.buyer(record),
        'customer.email': at.email(record),
        'customer.city': at.city(record),
        'customer.postcode': at.zip(record),
        'customer.country': at.country(record),
      };
      const line = {
        ...common,
        ...orderNumber(at.id(record), false),
        'product.code': at.sku(record),
        'product.name': at.item(record),
        'line.quantity': money.plain(at.quantity(record)),
        'line.amount': money.read(at.price(record)) === null ? at.price(record) : money.write(net),
        'line.tax': money.plain(at.tax(record)),
      };
      const isLost = says(at.refunded(record)) || (says(at.disputed(record)) && !says(at.won(record)));
      const back = isLost ? net : price === 0 ? 0 : Math.round((partial * net) / price);
      if (back === 0) return sale(row, line);
      return sale(row, line, {
        ...common,
        ...orderNumber(at.id(record), true),
        'product.name': 'Refund',
        'line.amount': money.write(-back),
      });
    });
  },
});
