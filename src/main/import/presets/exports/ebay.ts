import type { Adapted } from '../../check/adapter.ts';
import { currencyIn } from '../../values/currency.ts';
import { eachOrder, type Held, left, sale } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** Each heading in the languages eBay writes its report in, with the British and older spellings. */
const HEADERS = {
  record: [
    'Sales Record Number',
    'Sales record no.',
    'Verkaufsprotokollnummer',
    'Numéro de vente',
    "Numéro d'enregistrement de la vente",
    'Numero record di vendita',
    'Número de registro de ventas',
  ],
  id: [
    'Order Number',
    'Bestellnummer',
    'Numéro de commande',
    'Numero ordine',
    "Numero d'ordine",
    'Número de pedido',
  ],
  user: [
    'Buyer Username',
    'User Id',
    'Buyer User ID',
    'Mitgliedsname',
    'Nutzername des Käufers',
    "Pseudo de l'acheteur",
    "Nom d'utilisateur de l'acheteur",
    "Nome utente dell'acquirente",
    'Nombre de usuario del comprador',
  ],
  name: [
    'Buyer Name',
    'Buyer Full name',
    'Buyer Fullname',
    'Name des Käufers',
    "Nom de l'acheteur",
    "Nome dell'acquirente",
    'Nombre del comprador',
    'Post to name',
    'Ship to name',
  ],
  city: [
    'Buyer City',
    'Buyer Town',
    'Ort des Käufers',
    "Ville de l'acheteur",
    'Post to city',
    'Ship To City',
  ],
  zip: [
    'Buyer Zip',
    'Buyer Postcode',
    'PLZ des Käufers',
    "Code postal de l'acheteur",
    'Post to postcode',
    'Ship To Zip',
  ],
  country: ['Buyer Country', 'Land des Käufers', "Pays de l'acheteur", 'Post to country', 'Ship To Country'],
  date: [
    'Sale Date',
    'Verkauft am',
    'Verkaufsdatum',
    'Date de vente',
    'Data della vendita',
    'Data di vendita',
    'Fecha de venta',
  ],
  paid: ['Paid On Date', 'Paid on', 'Bezahlt am', 'Date du paiement', 'Zahlungsdatum'],
  number: ['Item Number', 'Artikelnummer', "Numéro de l'objet", "Numero dell'oggetto", 'Número de artículo'],
  title: [
    'Item Title',
    'Angebotstitel',
    "Titre de l'annonce",
    "Titre de l'objet",
    "Titolo dell'inserzione",
    'Título del anuncio',
  ],
  label: [
    'Custom Label',
    'Custom label (SKU)',
    'Bestandseinheit',
    'Bestandseinheit (SKU)',
    'Étiquette personnalisée',
    'Etichetta personalizzata',
    'Etiqueta personalizada',
  ],
  quantity: ['Quantity', 'Anzahl', 'Stückzahl', 'Quantité', 'Quantità', 'Cantidad'],
  sold: ['Sold For', 'Sale Price', 'Verkauft für', 'Vendu pour', 'Vendu à', 'Venduto a', 'Vendido por'],
  shipping: [
    'Shipping And Handling',
    'Postage and Packing',
    'Postage And Handling',
    'Postage and packaging',
    'Verpackung und Versand',
    'Affranchissement et emballage',
    'Livraison',
    'Spedizione',
    'Envío',
  ],
  total: [
    'Total Price',
    'Gesamtpreis',
    'Gesamtbetrag',
    'Prix total',
    'Montant total',
    'Prezzo totale',
    'Precio total',
  ],
} as const;

/** eBay's orders: an order of several items has a summary record first, which would count twice. */
export const ebayOrders = preset({
  id: 'ebay-orders',
  source: 'ebay',
  title: 'an eBay orders report',
  leavesOut:
    "Summary rows of combined orders and the report's footer are left out; tax, which eBay collects, is not counted.",
  headings: {
    record: { names: HEADERS.record },
    // the older report has only its own running number
    id: { field: 'order.id', names: HEADERS.id, also: HEADERS.record },
    user: { field: 'customer.id', names: HEADERS.user },
    name: { field: 'customer.name', names: HEADERS.name },
    city: { names: HEADERS.city },
    zip: { names: HEADERS.zip },
    country: { names: HEADERS.country },
    date: { field: 'order.date', names: HEADERS.date, also: HEADERS.paid },
    number: { names: HEADERS.number },
    title: { field: 'product.name', names: HEADERS.title },
    label: { field: 'product.code', names: HEADERS.label },
    quantity: { field: 'line.quantity', names: HEADERS.quantity },
    sold: { field: 'line.amount', names: HEADERS.sold },
    shipping: { field: 'line.shipping', names: HEADERS.shipping },
    total: { names: HEADERS.total },
  },
  needs: ['id', 'user', 'sold', ['record', 'number', 'title']],
  adapter: (context, at, has) => {
    const money = moneyText(context);
    const titled = has('title', 'number');
    const totalled = has('total');
    return eachOrder(at.id, (records: readonly [Held, ...Held[]]): Adapted[] => {
      const [{ record: head }] = records;
      const isCombined = records.length > 1 && titled && at.title(head) === '' && at.number(head) === '';
      const items = isCombined ? records.slice(1) : [];
      const sum = (of: (record: readonly string[]) => number): number =>
        items.reduce((all, { record }) => all + of(record), 0);
      const soldOf = (record: readonly string[]): number => money.read(at.sold(record)) ?? 0;
      // the summary's sum tells whether its items name the price of one
      const itemsNamePrice =
        Math.abs(sum((record) => soldOf(record) * pieces(at.quantity(record))) - soldOf(head)) <
        Math.abs(sum(soldOf) - soldOf(head));
      // the summary alone may name the buyer
      const buyer = (cell: (record: readonly string[]) => string, record: readonly string[]): string =>
        cell(record) || cell(head);
      return records.map(({ record, row }, index) => {
        if (at.id(record) === '' || at.date(record) === '') {
          const words = record.filter((cell) => cell.trim() !== '').slice(0, 2);
          if (at.sold(record) === '') return footer(row, words.join(' '));
        }
        if (isCombined && index === 0)
          return left(
            row,
            'subtotal-row',
            null,
            at.record(record),
            'The summary of a combined order; its items follow.',
          );
        const sold = money.read(at.sold(record));
        const shipping = money.read(at.shipping(record));
        const quantity = pieces(at.quantity(record));
        const total = at.total(record) === '' ? null : money.read(at.total(record));
        // "Sold for" is the price of one where the total says so
        const each =
          total === null
            ? itemsNamePrice
            : sold !== null &&
              shipping !== null &&
              quantity > 1 &&
              Math.abs(sold * quantity + shipping - total) < Math.abs(sold + shipping - total);
        if (!totalled && !isCombined && quantity > 1)
          return left(
            row,
            'amount-ambiguous',
            'line.amount',
            at.sold(record),
            `Nothing says whether ${at.sold(record)} is the price of one or of all ${quantity}: export the total price with it.`,
            sold,
          );
        return sale(row, {
          'order.id': at.id(record),
          'order.date': at.date(record),
          'order.currency': currencyIn(at.sold(record)) ?? '',
          'customer.id': buyer(at.user, record),
          'customer.name': buyer(at.name, record),
          'customer.city': buyer(at.city, record),
          'customer.postcode': buyer(at.zip, record),
          'customer.country': buyer(at.country, record),
          'product.code': at.label(record) || at.number(record),
          'product.name': at.title(record),
          'line.quantity': money.plain(at.quantity(record)),
          'line.amount': sold === null ? at.sold(record) : money.write(each ? sold * quantity : sold),
          ...(shipping ? { 'line.shipping': money.write(shipping) } : {}),
        });
      });
    });
  },
});

const pieces = (quantity: string): number => Number(quantity) || 1;

/** "78 record(s) downloaded" says how many there should be. */
const footer = (row: number, words: string): Adapted => ({
  ...left(row, 'footer-row', null, words, "The report's own footer, not a sale."),
  ...(/^\d+\s+(record|Datens|enregistrement)/i.test(words) ? { ownRows: Number.parseInt(words, 10) } : {}),
});
