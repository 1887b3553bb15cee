import { eachRecord, left, noSale, orderNumber, sale, statusOut } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** Each heading in the languages SumUp writes its reports in. */
const HEADERS = {
  date: ['Datum', 'Date', 'Fecha', 'Data'],
  type: [
    'Typ',
    'Type',
    'Tipo',
    'Transaktionsart',
    'Transaction type',
    'Type de transaction',
    'Tipo di transazione',
    'Tipo de transacción',
    'Transactietype',
    'Tipo de transação',
  ],
  status: ['Status', 'Statut', 'Estado', 'Stato'],
  id: [
    'Transaktionsnummer',
    'Transaktions-ID',
    'Transaction ID',
    'Transaction code',
    'Transaction number',
    'Numéro de transaction',
    'N° de transaction',
    'ID de transaction',
    'Numero transazione',
    'ID transazione',
    'Número de transacción',
    'ID de transacción',
    'Transactienummer',
    'Transactie-ID',
    'ID da transação',
  ],
  item: [
    'Beschreibung',
    'Description',
    'Descrizione',
    'Descripción',
    'Beschrijving',
    'Omschrijving',
    'Descrição',
  ],
  category: ['Category', 'Kategorie', 'Catégorie', 'Categoria', 'Categoría', 'Categorie'],
  sku: ['Sku', 'Référence', 'Artikelnummer'],
  currency: ['Währung', 'Currency', 'Devise', 'Valuta', 'Moneda', 'Moeda'],
  quantity: ['Menge', 'Anzahl', 'Quantity', 'Quantité', 'Quantità', 'Cantidad', 'Aantal', 'Quantidade'],
  net: [
    'Preis (netto)',
    'Price (net)',
    'Net price',
    'Prix (net)',
    'Prix (HT)',
    'Prezzo (netto)',
    'Precio (neto)',
    'Prijs (netto)',
    'Preço (líquido)',
  ],
  gross: [
    'Preis (brutto)',
    'Price (gross)',
    'Gross price',
    'Prix (brut)',
    'Prix (TTC)',
    'Prezzo (lordo)',
    'Precio (bruto)',
    'Prijs (bruto)',
    'Preço (bruto)',
  ],
  tax: [
    'Steuer',
    'Steuerbetrag',
    'Tax',
    'Tax amount',
    'VAT',
    'TVA',
    'Montant de la TVA',
    'IVA',
    'Imposta',
    'Impuesto',
    'Btw',
    'Imposto',
  ],
  discount: ['Rabatt', 'Discount', 'Remise', 'Sconto', 'Descuento', 'Korting', 'Desconto'],
  paid: [
    'Betrag inkl. MwSt.',
    'Amount incl. VAT',
    'Amount incl. tax',
    'Total incl. VAT',
    'Montant TTC',
    'Importo IVA incl.',
    'Importe con IVA',
    'Bedrag incl. btw',
    'Valor com IVA',
  ],
  tip: [
    'Trinkgeldbetrag',
    'Trinkgeld',
    'Tip amount',
    'Tip',
    'Pourboire',
    'Montant du pourboire',
    'Mancia',
    'Propina',
    'Fooi',
    'Gorjeta',
  ],
  fee: [
    'Gebühr',
    'Gebühren',
    'Fee',
    'Fees',
    'Frais',
    'Commission',
    'Commissione',
    'Comisión',
    'Kosten',
    'Tarifa',
  ],
} as const;

const REFUND = /r[üu]ck|refund|storno|erstatt|rembours|rimborso|reembolso|devoluci|terugbet/i;
const TIP = /^(trinkgeld|tip|tips|pourboire|mancia|propina|fooi|gorjeta)$/i;

/** SumUp's sales report: articles with net prices; refunds are records with their own type. */
export const sumupSales = preset({
  id: 'sumup-sales',
  source: 'sumup',
  title: 'a SumUp sales report',
  leavesOut: 'Tax, tips and fees are not counted. SumUp names no buyers, so these sales are anonymous.',
  headings: {
    date: { field: 'order.date', names: HEADERS.date },
    type: { field: 'order.type', names: HEADERS.type },
    id: { field: 'order.id', names: HEADERS.id },
    item: { field: 'product.name', names: HEADERS.item },
    category: { field: 'product.category', names: HEADERS.category },
    sku: { field: 'product.code', names: HEADERS.sku },
    currency: { field: 'order.currency', names: HEADERS.currency },
    quantity: { field: 'line.quantity', names: HEADERS.quantity },
    net: { field: 'line.amount', names: HEADERS.net },
    tax: { field: 'line.tax', names: HEADERS.tax },
    discount: { field: 'line.discount', names: HEADERS.discount },
    gross: { names: HEADERS.gross },
  },
  needs: ['date', 'id', 'item', 'net', 'gross'],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachRecord((record, row) => {
      const refund = REFUND.test(at.type(record));
      const net = money.read(at.net(record));
      if (TIP.test(at.item(record)))
        return left(row, 'not-a-sale', 'product.name', at.item(record), 'A tip is no revenue.', net);
      return sale(row, {
        ...orderNumber(at.id(record), refund),
        'order.date': at.date(record),
        'order.currency': at.currency(record),
        'product.code': at.sku(record),
        'product.name': at.item(record) || 'Sale without a name',
        'product.category': at.category(record),
        'line.quantity': money.plain(at.quantity(record)),
        'line.amount': net === null ? at.net(record) : money.write(refund && net > 0 ? -net : net),
        'line.tax': money.plain(at.tax(record)),
      });
    });
  },
});

/** SumUp's transactions: one record for each payment, with tip and fee. The sales report tells the articles of the same payments. */
export const sumupTransactions = preset({
  id: 'sumup-transactions',
  source: 'sumup',
  title: 'a SumUp transactions report',
  leavesOut:
    'Failed payments and payouts are left out; tips and fees are not counted. With the sales report the articles come in, and nothing counts twice.',
  headings: {
    date: { field: 'order.date', names: HEADERS.date },
    type: { field: 'order.type', names: HEADERS.type },
    status: { field: 'order.status', names: HEADERS.status },
    id: { field: 'order.id', names: HEADERS.id },
    currency: { field: 'order.currency', names: HEADERS.currency },
    paid: { field: 'line.amount', names: HEADERS.paid },
    tip: { names: HEADERS.tip },
    tax: { field: 'line.tax', names: HEADERS.tax },
    fee: { names: HEADERS.fee },
    netPrice: { names: ['Preis (netto)', 'Price (net)'] },
  },
  needs: ['date', 'id', 'status', 'paid', 'tip', 'fee'],
  without: ['netPrice'],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachRecord((record, row) => {
      const [paid, tip, tax] = [at.paid, at.tip, at.tax].map((cell) => money.read(cell(record)));
      const amount = paid == null || tip == null || tax == null ? null : paid - tip - tax;
      const type = at.type(record);
      const status = at.status(record);
      if (/auszahlung|payout|versement|virement|pago recibido|accredito|uitbetaling/i.test(type))
        return noSale(row, type, 'A payout, not a sale.');
      if (FAILED.test(status))
        return statusOut(row, status, `The payment is "${status}": no money was received.`, amount);
      const refund = REFUND.test(type) || (amount !== null && amount < 0);
      return sale(row, {
        ...orderNumber(at.id(record), refund),
        'order.date': at.date(record),
        'order.currency': at.currency(record),
        'line.amount':
          amount === null ? at.paid(record) : money.write(refund && amount > 0 ? -amount : amount),
        'line.tax': money.plain(at.tax(record)),
      });
    });
  },
});

const FAILED =
  /fehlgeschlagen|fail|declin|abgelehnt|abgebrochen|cancel|storniert|échou|echou|refus|annul|fallit|rifiutat|fallid|rechazad|mislukt|geweigerd|falhad|recusad/i;
