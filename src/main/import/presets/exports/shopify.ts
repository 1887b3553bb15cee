import type { Adapted, SaleLine } from '../../check/adapter.ts';
import { type Decimal, productAtScale, readDecimal } from '../../values/decimal.ts';
import { eachOrder, type Held, left, orderOut, sale } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { settlingLines } from '../order-totals.ts';
import { type AdapterContext, type Columns, type Headings, preset } from '../preset.ts';

const HEADINGS = {
  name: { field: 'order.id', names: ['Name'] },
  created: { field: 'order.date', names: ['Created at'] },
  status: { field: 'order.status', names: ['Financial Status'] },
  cancelled: { names: ['Cancelled at'] },
  currency: { field: 'order.currency', names: ['Currency'] },
  email: { field: 'customer.email', names: ['Email'] },
  billing: { field: 'customer.name', names: ['Billing Name'] },
  shippingName: { names: ['Shipping Name'] },
  phone: { field: 'customer.phone', names: ['Phone'], also: ['Billing Phone'] },
  billingPhone: { names: ['Billing Phone'] },
  shippingPhone: { names: ['Shipping Phone'] },
  company: { field: 'customer.company', names: ['Billing Company'] },
  street: { field: 'customer.street', names: ['Billing Street'], also: ['Billing Address1'] },
  city: { field: 'customer.city', names: ['Billing City'] },
  zip: { field: 'customer.postcode', names: ['Billing Zip'] },
  country: { field: 'customer.country', names: ['Billing Country'] },
  sku: { field: 'product.code', names: ['Lineitem sku'] },
  item: { field: 'product.name', names: ['Lineitem name'] },
  quantity: { field: 'line.quantity', names: ['Lineitem quantity'] },
  price: { field: 'line.unitPrice', names: ['Lineitem price'] },
  ships: { names: ['Lineitem requires shipping'] },
  lineDiscount: { names: ['Lineitem discount'] },
  total: { field: 'line.amount', names: ['Total'] },
  taxes: { field: 'line.tax', names: ['Taxes'] },
  shipping: { field: 'line.shipping', names: ['Shipping'] },
  refunded: { names: ['Refunded Amount'] },
  subtotal: { names: ['Subtotal'] },
  discount: { field: 'line.discount', names: ['Discount Amount'] },
} as const satisfies Headings;

/**
 * Shopify's orders: one record for each article, the order's money on the first only. Refunds are no records: the
 * order carries "Refunded Amount", and its total is not reduced by it.
 */
export const shopifyOrders = preset({
  id: 'shopify-orders',
  source: 'shopify',
  title: 'a Shopify orders export',
  leavesOut:
    'Cancelled and voided orders and gift cards that were sold are left out; refunds and discounts are taken off, tax is not counted.',
  headings: HEADINGS,
  needs: ['name', 'status', 'quantity', 'item', 'price', 'created', 'total'],
  adapter: (context, at) => eachOrder(at.name, (records) => order(records, at, context)),
});

type At = Columns<typeof HEADINGS>;

const order = (records: readonly [Held, ...Held[]], at: At, context: AdapterContext): readonly Adapted[] => {
  const money = moneyText(context);
  const [{ record: head }] = records;
  const status = at.status(head);
  const cancelled = at.cancelled(head);
  const total = money.read(at.total(head));
  const refunded = money.read(at.refunded(head));
  // a cancelled order that was paid and given back counts as sale and refund; one never paid counts not at all
  const void_ = /^(voided|expired)$/i.test(status) || (cancelled !== '' && refunded === 0);
  if (void_) {
    const reason = cancelled !== '' ? 'cancelled' : status;
    return orderOut(records, reason, `The order is ${reason} and does not count.`, (_, index) =>
      index === 0 ? (total ?? 0) - (money.read(at.taxes(head)) ?? 0) : 0,
    );
  }
  const common = headOf(head, at);
  const articles = records.map(({ record }) => article(record, at, common, context));
  const gifts = articles.map((_, index) => isGiftCard(records[index]!.record, at));
  const sum = (gift: boolean): number =>
    articles.reduce((all, { amount }, index) => (gifts[index] === gift ? all + amount : all), 0);
  const tax = money.read(at.taxes(head));
  const settling = settlingLines(
    common,
    sum(false),
    {
      total: total === null ? null : total - sum(true),
      tax,
      shipping: money.read(at.shipping(head)),
      refunded: gifts.every(Boolean) ? 0 : refunded,
    },
    money,
  ) ?? [{ ...common, 'line.amount': at.total(head) }];
  const first = gifts.indexOf(false);
  return articles.map(({ line, amount }, index) => {
    const { row } = records[index]!;
    if (gifts[index])
      return left(
        row,
        'not-a-sale',
        'product.name',
        at.item(records[index]!.record),
        'A gift card counts when it is spent, not when it is sold.',
        amount,
      );
    return sale(row, line, ...(index === first ? settling : []));
  });
};

/** Shopify names its own gift cards so; a holder or a box for one has to be sent. */
const isGiftCard = (record: readonly string[], at: At): boolean =>
  /\b(gift ?card|e-?gift|geschenkgutschein|geschenkkarte|carte[- ]cadeau|tarjeta (de )?regalo|buono regalo|carta regalo|cadeaubon|cadeaukaart|cart[aã]o presente)\b/i.test(
    at.item(record),
  ) && /^false$/i.test(at.ships(record));

const headOf = (head: readonly string[], at: At): SaleLine => ({
  'order.id': at.name(head),
  'order.date': at.created(head),
  'order.status': at.status(head),
  'order.currency': at.currency(head),
  'customer.email': at.email(head),
  'customer.name': at.billing(head) || at.shippingName(head),
  'customer.phone': at.phone(head) || at.billingPhone(head) || at.shippingPhone(head),
  'customer.company': at.company(head),
  'customer.street': at.street(head),
  'customer.city': at.city(head),
  'customer.postcode': at.zip(head),
  'customer.country': at.country(head),
});

const quantity: Decimal = { mantissa: 1, scale: 0 };
const price: Decimal = { mantissa: 0, scale: 0 };

const article = (
  record: readonly string[],
  at: At,
  common: SaleLine,
  context: AdapterContext,
): { line: SaleLine; amount: number } => {
  const money = moneyText(context);
  const line = {
    ...common,
    'product.code': at.sku(record),
    'product.name': at.item(record),
    'line.quantity': money.plain(at.quantity(record)),
    'line.unitPrice': money.plain(at.price(record)),
  };
  const readable =
    readDecimal(at.quantity(record), context.mark, quantity) &&
    readDecimal(at.price(record), context.mark, price);
  if (!readable) return { line, amount: 0 };
  const amount =
    productAtScale(quantity, price, context.digits) - Math.abs(money.read(at.lineDiscount(record)) ?? 0);
  return { line: { ...line, 'line.amount': money.write(amount) }, amount };
};
