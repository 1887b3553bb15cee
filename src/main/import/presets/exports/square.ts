import { eachRecord, left, orderNumber, sale } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** Each heading in the languages Square writes its exports in. */
const HEADERS = {
  date: ['Date', 'Fecha'],
  time: ['Time', 'Heure', 'Hora'],
  id: [
    'Transaction ID',
    'ID de transaction',
    'Numéro de transaction',
    "Identifiant de l'opération",
    'ID de transacción',
    'Identificador de transacción',
    'Payment ID',
    'ID de paiement',
    'Numéro de paiement',
    'ID de pago',
  ],
  event: ['Event Type', "Type d'événement", "Type d'évènement", 'Tipo de evento'],
  item: ['Item', 'Article', 'Artículo'],
  quantity: ['Qty', 'Quantity', 'Count', 'Qté', 'Quantité', 'Cantidad', 'Cant.'],
  gross: ['Gross Sales', 'Ventes brutes', 'Ventas brutas'],
  net: ['Net Sales', 'Ventes nettes', 'Ventas netas'],
  discounts: ['Discounts', 'Réductions', 'Remises', 'Rabais', 'Descuentos'],
  tax: ['Tax', 'Taxe', 'Taxes', 'TVA', 'Impuesto', 'Impuestos'],
  customer: [
    'Customer ID',
    'ID du client',
    'ID client',
    'Numéro du client',
    'ID de cliente',
    'ID del cliente',
  ],
  name: ['Customer Name', 'Nom du client', 'Nombre del cliente', 'Nombre de cliente'],
  category: ['Category', 'Catégorie', 'Categoría'],
  price: [
    'Price Point Name',
    'Nom du point de prix',
    'Nom du prix',
    'Nombre del precio',
    'Nombre del punto de precio',
  ],
  kind: ['Itemization Type', "Type d'article", 'Tipo de artículo'],
  total: [
    'Total Collected',
    'Total perçu',
    'Total encaissé',
    'Total collecté',
    'Total recaudado',
    'Total cobrado',
  ],
  service: ['Service Charges', 'Frais de service', 'Cargos por servicio', 'Cargos de servicio'],
  partial: ['Partial Refunds', 'Remboursements partiels', 'Reembolsos parciales'],
  status: ['Transaction Status', 'État de la transaction', 'Estado de la transacción'],
} as const;

const REFUND = /refund|rembours|reembolso/i;
const GIFT_CARD = /gift card|carte[- ]cadeau|tarjeta (de )?regalo/i;
/** The one price of an article that has no others. */
const ONE_PRICE = /^(regular|normal|standard|ordinaire|habitual|)$/i;

/** Square's items: one record for each article; a refund is a record of its own with negative amounts. */
export const squareItems = preset({
  id: 'square-items',
  source: 'square',
  title: 'a Square items export',
  leavesOut:
    'Gift cards that were sold are left out: they count when they are spent. Tax and tips are not counted.',
  headings: {
    id: { field: 'order.id', names: HEADERS.id },
    date: { field: 'order.date', names: HEADERS.date },
    time: { field: 'order.time', names: HEADERS.time },
    event: { field: 'order.type', names: HEADERS.event },
    kind: { names: HEADERS.kind },
    net: { field: 'line.amount', names: HEADERS.net },
    discounts: { field: 'line.discount', names: HEADERS.discounts },
    tax: { field: 'line.tax', names: HEADERS.tax },
    item: { field: 'product.name', names: HEADERS.item },
    price: { names: HEADERS.price },
    sku: { field: 'product.code', names: ['SKU'], also: ['UGS'] },
    category: { field: 'product.category', names: HEADERS.category },
    quantity: { field: 'line.quantity', names: HEADERS.quantity },
    customer: { field: 'customer.id', names: HEADERS.customer },
    name: { field: 'customer.name', names: HEADERS.name },
    gross: { names: HEADERS.gross },
  },
  needs: ['item', 'quantity', 'gross', 'net', 'id'],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachRecord((record, row) => {
      if (GIFT_CARD.test(at.kind(record)))
        return left(
          row,
          'not-a-sale',
          'product.name',
          at.item(record),
          'A gift card counts when it is spent, not when it is sold.',
          money.read(at.net(record)),
        );
      const refund = REFUND.test(at.event(record)) && at.id(record) !== '';
      const variant = at.price(record);
      const category = at.category(record);
      return sale(row, {
        ...orderNumber(at.id(record), refund),
        'order.date': at.date(record),
        'order.time': at.time(record),
        'customer.id': at.customer(record),
        'customer.name': at.name(record),
        'product.code': at.sku(record),
        'product.name': ONE_PRICE.test(variant) ? at.item(record) : `${at.item(record)} (${variant})`,
        'product.category': /^(none|aucune?|ninguna)$/i.test(category) ? '' : category,
        'line.quantity': money.plain(at.quantity(record)),
        'line.amount': money.plain(at.net(record)),
        'line.discount': money.plain(at.discounts(record)),
        'line.tax': money.plain(at.tax(record)),
      });
    });
  },
});

/** Square's transactions: one record for each payment. The items export tells the articles of the same transactions. */
export const squareTransactions = preset({
  id: 'square-transactions',
  source: 'square',
  title: 'a Square transactions export',
  leavesOut:
    'Tax, tips, fees and gift cards that were sold are not counted; failed and voided payments are left out. With the items export the articles come in, and nothing counts twice.',
  headings: {
    id: { field: 'order.id', names: HEADERS.id },
    date: { field: 'order.date', names: HEADERS.date },
    time: { field: 'order.time', names: HEADERS.time },
    event: { field: 'order.type', names: HEADERS.event },
    status: { names: HEADERS.status },
    net: { field: 'line.amount', names: HEADERS.net },
    service: { names: HEADERS.service },
    partial: { names: HEADERS.partial },
    discounts: { field: 'line.discount', names: HEADERS.discounts },
    tax: { field: 'line.tax', names: HEADERS.tax },
    customer: { field: 'customer.id', names: HEADERS.customer },
    name: { field: 'customer.name', names: HEADERS.name },
    gross: { names: HEADERS.gross },
    total: { names: HEADERS.total },
    item: { names: HEADERS.item },
  },
  needs: ['gross', 'net', 'total', 'id'],
  without: ['item'],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachRecord((record, row) => {
      const parts = [at.net(record), at.service(record), at.partial(record)].map(money.read);
      const amount = parts.every((part) => part !== null)
        ? money.write(parts.reduce((sum: number, part) => sum + (part ?? 0), 0))
        : at.net(record);
      const refund = REFUND.test(at.event(record)) && at.id(record) !== '';
      return sale(row, {
        ...orderNumber(at.id(record), refund),
        'order.date': at.date(record),
        'order.time': at.time(record),
        'order.status': at.status(record),
        'customer.id': at.customer(record),
        'customer.name': at.name(record),
        'line.amount': amount,
        'line.discount': money.plain(at.discounts(record)),
        'line.tax': money.plain(at.tax(record)),
      });
    });
  },
});
