import { eachOrder, type Held, left, sale } from './adapting.ts';
import { moneyText } from './money-text.ts';
import type { Adapted, Preset } from './preset.ts';

/** eBay's orders: an order of several items has a summary record first, which would count twice. */
export const ebayOrders: Preset = {
  id: 'ebay-orders',
  source: 'ebay',
  title: 'an eBay orders report',
  leavesOut:
    "Summary rows of combined orders and the report's footer are left out; tax, which eBay collects, is not counted.",
  needs: [
    ['Sales Record Number', 'Verkaufsprotokollnummer', 'Numéro de vente', 'Sales record no.'],
    ['Order Number', 'Bestellnummer', 'Numéro de commande'],
    ['Buyer Username', 'Nutzername des Käufers', "Pseudo de l'acheteur"],
    ['Sold For', 'Verkauft für', 'Vendu pour'],
  ],
  fields: {
    'Order Number': 'order.id',
    Bestellnummer: 'order.id',
    'Numéro de commande': 'order.id',
    'Sale Date': 'order.date',
    'Verkauft am': 'order.date',
    'Date de vente': 'order.date',
    'Buyer Username': 'customer.id',
    'Nutzername des Käufers': 'customer.id',
    'Buyer Name': 'customer.name',
    'Name des Käufers': 'customer.name',
    'Item Title': 'product.name',
    Angebotstitel: 'product.name',
    'Custom Label': 'product.code',
    Quantity: 'line.quantity',
    Anzahl: 'line.quantity',
    Quantité: 'line.quantity',
    'Sold For': 'line.amount',
    'Verkauft für': 'line.amount',
    'Vendu pour': 'line.amount',
    'Shipping And Handling': 'line.shipping',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      record: header.column(
        'Sales Record Number',
        'Verkaufsprotokollnummer',
        'Numéro de vente',
        'Sales record no.',
      ),
      id: header.column('Order Number', 'Bestellnummer', 'Numéro de commande'),
      user: header.column('Buyer Username', 'Nutzername des Käufers', "Pseudo de l'acheteur"),
      name: header.column('Buyer Name', 'Name des Käufers', "Nom de l'acheteur"),
      city: header.column('Buyer City', 'Ort des Käufers'),
      zip: header.column('Buyer Zip', 'Buyer Postcode', 'PLZ des Käufers'),
      country: header.column('Buyer Country', 'Land des Käufers'),
      date: header.column('Sale Date', 'Verkauft am', 'Date de vente', 'Paid On Date'),
      number: header.column('Item Number', 'Artikelnummer', "Numéro de l'objet"),
      title: header.column('Item Title', 'Angebotstitel', "Titre de l'annonce"),
      label: header.column('Custom Label', 'Bestandseinheit'),
      quantity: header.column('Quantity', 'Anzahl', 'Quantité'),
      sold: header.column('Sold For', 'Verkauft für', 'Vendu pour'),
      shipping: header.column(
        'Shipping And Handling',
        'Postage And Handling',
        'Verpackung und Versand',
        'Affranchissement et emballage',
      ),
      total: header.column('Total Price', 'Gesamtpreis', 'Prix total'),
    };
    return eachOrder(at.id, (records: readonly [Held, ...Held[]]): Adapted[] => {
      const titled = header.has('Item Title', 'Angebotstitel', "Titre de l'annonce");
      return records.map(({ record, row }, index) => {
        if (at.id(record) === '' || at.date(record) === '') {
          const first = record.find((cell) => cell.trim() !== '') ?? '';
          if (at.sold(record) === '')
            return left(row, 'footer-row', null, first, "The report's own footer, not a sale.");
        }
        const summary =
          index === 0 && records.length > 1 && titled && at.title(record) === '' && at.number(record) === '';
        if (summary)
          return left(
            row,
            'subtotal-row',
            null,
            at.record(record),
            'The summary of a combined order; its items follow.',
          );
        const sold = money.read(at.sold(record));
        const shipping = money.read(at.shipping(record));
        const quantity = Number(at.quantity(record)) || 1;
        const total = at.total(record) === '' ? null : money.read(at.total(record));
        // "Sold for" is the price of one where the total says so
        const each =
          sold !== null &&
          shipping !== null &&
          total !== null &&
          quantity > 1 &&
          Math.abs(sold * quantity + shipping - total) < Math.abs(sold + shipping - total);
        return sale(row, {
          'order.id': at.id(record),
          'order.date': at.date(record),
          'customer.id': at.user(record),
          'customer.name': at.name(record),
          'customer.city': at.city(record),
          'customer.postcode': at.zip(record),
          'customer.country': at.country(record),
          'product.code': at.label(record) || at.number(record),
          'product.name': at.title(record),
          'line.quantity': money.plain(at.quantity(record)),
          'line.amount': sold === null ? at.sold(record) : money.write(each ? sold * quantity : sold),
          ...(shipping ? { 'line.shipping': money.write(shipping) } : {}),
        });
      });
    });
  },
};
