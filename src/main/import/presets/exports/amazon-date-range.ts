import { eachRecord, noSale, orderNumber, sale } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** Each heading in the languages of Amazon's European and American marketplaces. */
const HEADERS = {
  date: ['date/time', 'Datum/Uhrzeit', 'date/heure', 'Data/Ora', 'fecha y hora', 'datum/tijd'],
  settlement: [
    'settlement id',
    'Abrechnungsnummer',
    'numéro de versement',
    'Numero pagamento',
    'identificador de pago',
    'schikkings-ID',
  ],
  type: ['type', 'Typ', 'Tipo'],
  id: [
    'order id',
    'Bestellnummer',
    'numéro de la commande',
    'numéro de commande',
    'Numero ordine',
    'número de pedido',
    'bestelnummer',
  ],
  sku: ['sku'],
  description: ['description', 'Beschreibung', 'descrizione', 'descripción', 'beschrijving'],
  quantity: ['quantity', 'Menge', 'quantité', 'quantità', 'cantidad', 'aantal'],
  sales: [
    'product sales',
    'Umsätze',
    'ventes de produits',
    'Vendite',
    'ventas de productos',
    'verkoop van producten',
  ],
  shipping: [
    'shipping credits',
    'postage credits',
    'Gutschrift für Versandkosten',
    "crédits d'expédition",
    'Accrediti per le spedizioni',
    'abonos de envío',
    'verzendtegoeden',
  ],
  wrap: [
    'gift wrap credits',
    'Gutschrift für Geschenkverpackung',
    "crédits d'emballage cadeau",
    "crédits sur l'emballage cadeau",
    'Accrediti per confezioni regalo',
    'abonos de envoltorio para regalo',
    'kredietpunten cadeauverpakking',
  ],
  rebates: [
    'promotional rebates',
    'Rabatte aus Werbeaktionen',
    'Rabais promotionnels',
    'Sconti promozionali',
    'devoluciones promocionales',
    'promotiekortingen',
  ],
} as const;

const ORDER = /^(order|bestellung|commande|ordine|pedido|bestelling)$/i;
/** Claims that Amazon decided and payments that a bank called back are refunds too. */
const REFUND =
  /^(refund|chargeback refund|a-to-z guarantee claim|a-bis-z-garantieantrag|garantie a à z|erstattung|remboursement|rimborso|reembolso|terugbetaling)$/i;

/** Amazon's date-range report of money movements: orders and refunds are sales, transfers are payouts. */
export const amazonDateRange = preset({
  id: 'amazon-date-range',
  source: 'amazon',
  title: 'an Amazon date range report',
  leavesOut:
    'Payouts, fees and adjustments are left out; tax is not counted. Amazon names no buyers, so these sales are anonymous.',
  headings: {
    date: { field: 'order.date', names: HEADERS.date },
    type: { field: 'order.type', names: HEADERS.type },
    id: { field: 'order.id', names: HEADERS.id },
    sku: { field: 'product.code', names: HEADERS.sku },
    description: { field: 'product.name', names: HEADERS.description },
    quantity: { field: 'line.quantity', names: HEADERS.quantity },
    sales: { field: 'line.amount', names: HEADERS.sales },
    shipping: { field: 'line.shipping', names: HEADERS.shipping },
    wrap: { names: HEADERS.wrap },
    rebates: { field: 'line.discount', names: HEADERS.rebates },
    settlement: { names: HEADERS.settlement },
  },
  needs: ['date', 'settlement', 'type', 'id', 'sales'],
  adapter: (context, at) => {
    const money = moneyText(context);
    return eachRecord((record, row) => {
      const type = at.type(record);
      const parts = [at.sales, at.shipping, at.wrap, at.rebates].map((cell) => money.read(cell(record)));
      const amount = parts.every((part) => part !== null)
        ? parts.reduce((sum: number, part) => sum + (part ?? 0), 0)
        : null;
      const refund = REFUND.test(type);
      if (!refund && !ORDER.test(type))
        return noSale(row, type, `"${type}" is not a sale: a payout, fee or adjustment.`);
      return sale(row, {
        ...orderNumber(at.id(record), refund, at.date(record)),
        'order.date': at.date(record),
        'product.code': at.sku(record),
        'product.name': at.description(record),
        'line.quantity': money.plain(at.quantity(record)),
        'line.amount': amount === null ? at.sales(record) : money.write(amount),
      });
    });
  },
});
