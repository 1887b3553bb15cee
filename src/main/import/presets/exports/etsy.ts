import { eachRecord, sale, statusOut } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** Etsy's orders: one record for each order; tax is collected and paid by Etsy. The items tell the same orders. */
export const etsyOrders = preset({
  id: 'etsy-orders',
  source: 'etsy',
  title: 'an Etsy orders export',
  leavesOut:
    'Cancelled orders are left out; tax, which Etsy collects, is not counted. With the order items export the articles come in, and nothing counts twice.',
  headings: {
    date: { field: 'order.date', names: ['Sale Date'] },
    id: { field: 'order.id', names: ['Order ID'] },
    user: { field: 'customer.id', names: ['Buyer User ID'] },
    buyer: { names: ['Buyer'] },
    name: { field: 'customer.name', names: ['Full Name'] },
    first: { names: ['First Name'] },
    last: { names: ['Last Name'] },
    street: { names: ['Street 1', 'Ship Address1'] },
    city: { field: 'customer.city', names: ['Ship City'] },
    zip: { field: 'customer.postcode', names: ['Ship Zipcode'] },
    country: { field: 'customer.country', names: ['Ship Country'] },
    currency: { field: 'order.currency', names: ['Currency'] },
    status: { field: 'order.status', names: ['Status'] },
    value: { field: 'line.amount', names: ['Order Value'] },
    discount: { field: 'line.discount', names: ['Discount Amount'] },
    shipping: { field: 'line.shipping', names: ['Shipping'] },
    shippingDiscount: { names: ['Shipping Discount'] },
    inPerson: { names: ['InPerson Discount'] },
    total: { field: 'line.amount', names: ['Order Total'] },
    adjusted: { names: ['Adjusted Order Total'] },
    adjustedFees: { names: ['Adjusted Card Processing Fees'] },
    adjustedNet: { names: ['Adjusted Net Order Amount'] },
    // not read; they tell the export where the owner chose other columns
    others: { names: ['Order Net', 'Card Processing Fees'] },
    tax: { field: 'line.tax', names: ['Sales Tax'] },
    code: { field: 'product.code', names: ['SKU'] },
  },
  needs: ['date', 'id', 'total', ['value', 'adjusted', 'others']],
  adapter: (context, at, has) => {
    const money = moneyText(context);
    return eachRecord((record, row) => {
      const [value, discount, shipping, shippingDiscount, inPerson] = [
        at.value,
        at.discount,
        at.shipping,
        at.shippingDiscount,
        at.inPerson,
      ].map((cell) => money.read(cell(record)));
      const readable =
        value != null && discount != null && shipping != null && shippingDiscount != null && inPerson != null;
      const total = money.read(at.total(record));
      // where the owner left the order's value out, its total tells it
      const net = !has('value')
        ? minus(total, money.read(at.tax(record)))
        : readable
          ? value - Math.abs(discount) + shipping - Math.abs(shippingDiscount) - Math.abs(inPerson)
          : null;
      const status = at.status(record);
      if (/cancel/i.test(status))
        return statusOut(row, status, `The order is "${status}" and does not count.`, net);
      // what was given back shows in the adjusted total only
      const written = at.adjusted(record) === '' ? null : money.read(at.adjusted(record));
      // 0 stands where nothing was adjusted, unless adjusted fees beside it say otherwise
      const untouched =
        written === 0 && [at.adjustedFees, at.adjustedNet].every((cell) => money.read(cell(record)) === 0);
      const adjusted = untouched && !/refund/i.test(status) ? null : written;
      const back = adjusted !== null && total !== null && adjusted < total ? adjusted - total : 0;
      const common = {
        'order.id': at.id(record),
        'order.date': at.date(record),
        'order.currency': at.currency(record),
        'customer.id': at.user(record) || userIn(at.buyer(record)),
        'customer.name': at.name(record) || `${at.first(record)} ${at.last(record)}`.trim(),
        'customer.street': at.street(record),
        'customer.city': at.city(record),
        'customer.postcode': at.zip(record),
        'customer.country': at.country(record),
      };
      const line = {
        ...common,
        'line.amount': net === null ? at.value(record) || at.total(record) : money.write(net),
      };
      return back === 0
        ? sale(row, line)
        : sale(row, line, {
            ...common,
            'order.id': `${at.id(record)} refund`,
            'order.refersTo': at.id(record),
            'line.amount': money.write(back),
          });
    });
  },
});

const minus = (whole: number | null, part: number | null): number | null =>
  whole === null || part === null ? null : whole - part;

/** The orders name the buyer as `ann88`, the items as `Ann Abel (ann88)`: one and the same. */
const userIn = (buyer: string): string => /\(([^()]+)\)\s*$/.exec(buyer)?.[1]?.trim() ?? buyer;

/** Etsy's order items: shipping is on every item of an order and counts once. */
export const etsyItems = preset({
  id: 'etsy-items',
  source: 'etsy',
  title: 'an Etsy order items export',
  leavesOut:
    'Tax, which Etsy collects, is not counted; the shipping of an order is counted once. With the orders export nothing counts twice.',
  headings: {
    date: { field: 'order.date', names: ['Sale Date'] },
    id: { field: 'order.id', names: ['Order ID'] },
    customer: { field: 'customer.id', names: ['Buyer'] },
    name: { field: 'customer.name', names: ['Ship Name'] },
    city: { field: 'customer.city', names: ['Ship City'] },
    zip: { field: 'customer.postcode', names: ['Ship Zipcode'] },
    country: { field: 'customer.country', names: ['Ship Country'] },
    currency: { field: 'order.currency', names: ['Currency'] },
    sku: { field: 'product.code', names: ['SKU'] },
    item: { field: 'product.name', names: ['Item Name'] },
    quantity: { field: 'line.quantity', names: ['Quantity'] },
    price: { field: 'line.unitPrice', names: ['Price'] },
    total: { field: 'line.amount', names: ['Item Total'] },
    discount: { field: 'line.discount', names: ['Discount Amount'] },
    shipping: { field: 'line.shipping', names: ['Order Shipping'] },
    shippingDiscount: { names: ['Shipping Discount'] },
    listing: { names: ['Transaction ID', 'Listing ID'] },
  },
  needs: ['date', 'item', 'quantity', 'price', 'id', 'listing'],
  adapter: (context, at) => {
    const money = moneyText(context);
    const seen = new Set<string>();
    return eachRecord((record, row) => {
      const common = {
        'order.id': at.id(record),
        'order.date': at.date(record),
        'order.currency': at.currency(record),
        'customer.id': userIn(at.customer(record)),
        'customer.name': at.name(record),
        'customer.city': at.city(record),
        'customer.postcode': at.zip(record),
        'customer.country': at.country(record),
      };
      const total = money.read(at.total(record));
      const discount = Math.abs(money.read(at.discount(record)) ?? 0);
      const line = {
        ...common,
        'product.code': at.sku(record),
        'product.name': at.item(record),
        'line.quantity': money.plain(at.quantity(record)),
        'line.unitPrice': money.plain(at.price(record)),
        ...(total === null || at.total(record) === ''
          ? {}
          : { 'line.amount': money.write(total - discount) }),
        'line.discount': money.write(discount),
      };
      const first = !seen.has(at.id(record));
      seen.add(at.id(record));
      const shipping =
        (money.read(at.shipping(record)) ?? 0) - Math.abs(money.read(at.shippingDiscount(record)) ?? 0);
      return first && shipping !== 0
        ? sale(row, line, { ...common, 'product.name': 'Shipping', 'line.amount': money.write(shipping) })
        : sale(row, line);
    });
  },
});
