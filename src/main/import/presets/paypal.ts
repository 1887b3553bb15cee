import { eachRecord, left, sale } from './adapting.ts';
import { moneyText } from './money-text.ts';
import type { Preset } from './preset.ts';

/** Credits that are no sale: own money, holds that end, conversions, bonuses, and what others gave back. */
const NOT_RECEIVED =
  /hold|authori[sz]ation|deposit|withdraw|transfer|conversion|bonus|cash ?back|debit card|credit payment|reversal|einzahlung|abbuchung|bankgutschrift|umrechnung|einbehalt|virement|conversion|dep[oó]sito|retiro|transferencia|deposito|prelievo|storting|opname/i;
const PAYMENT = /payment|zahlung|paiement|pago|pagamento|betaling|checkout|invoice|sale/i;
const REFUND =
  /refund|payment reversal|chargeback|r[üu]ckzahlung|erstattung|remboursement|reembolso|rimborso|terugbetaling/i;

const OFFSETS: Readonly<Record<string, string>> = {
  PST: '-0800',
  PDT: '-0700',
  MST: '-0700',
  MDT: '-0600',
  CST: '-0600',
  CDT: '-0500',
  EST: '-0500',
  EDT: '-0400',
  GMT: '+0000',
  UTC: '+0000',
  BST: '+0100',
  WET: '+0000',
  WEST: '+0100',
  CET: '+0100',
  CEST: '+0200',
  MEZ: '+0100',
  MESZ: '+0200',
  EET: '+0200',
  EEST: '+0300',
  AEST: '+1000',
  AEDT: '+1100',
};

/**
 * PayPal's activity: received payments are sales; what the owner spent, moved or was merely authorised for is not.
 */
export const paypalActivity: Preset = {
  id: 'paypal-activity',
  source: 'paypal',
  title: 'a PayPal activity export',
  leavesOut:
    'Memo rows, pending authorisations, your own purchases, transfers and payouts are left out: only payments you received are sales.',
  needs: [
    ['Date', 'Datum', 'Fecha', 'Data'],
    ['Type', 'Description', 'Typ', 'Tipo', 'Beschreibung'],
    ['Gross', 'Brutto', 'Avant commission', 'Bruto', 'Lordo'],
    ['Fee', 'Gebühr', 'Entgelt', 'Commission', 'Tarifa', 'Tariffa'],
    ['Net', 'Netto', 'Neto'],
    [
      'Transaction ID',
      'Transaktionscode',
      'Numéro de transaction',
      'Id. de transacción',
      'Codice transazione',
    ],
  ],
  fields: {
    Date: 'order.date',
    Datum: 'order.date',
    Time: 'order.time',
    Uhrzeit: 'order.time',
    'Transaction ID': 'order.id',
    Transaktionscode: 'order.id',
    'Numéro de transaction': 'order.id',
    Type: 'order.type',
    Typ: 'order.type',
    Status: 'order.status',
    Currency: 'order.currency',
    Währung: 'order.currency',
    'From Email Address': 'customer.email',
    'Absender E-Mail-Adresse': 'customer.email',
    Name: 'customer.name',
    'Contact Phone Number': 'customer.phone',
    'Item Title': 'product.name',
    Gross: 'line.amount',
    Brutto: 'line.amount',
    'Sales Tax': 'line.tax',
    'Reference Txn ID': 'order.refersTo',
  },
  adapter: (context) => {
    const { header } = context;
    const money = moneyText(context);
    const at = {
      date: header.column('Date', 'Datum', 'Fecha', 'Data'),
      time: header.column('Time', 'Uhrzeit', 'Heure', 'Hora', 'Ora'),
      zone: header.column('TimeZone', 'Time Zone', 'Zeitzone', 'Fuseau horaire'),
      name: header.column('Name', 'Nom', 'Nombre', 'Nome'),
      type: header.column('Type', 'Description', 'Typ', 'Tipo', 'Beschreibung'),
      status: header.column('Status', 'État', 'Estado', 'Stato'),
      currency: header.column('Currency', 'Währung', 'Devise', 'Divisa', 'Valuta'),
      gross: header.column('Gross', 'Brutto', 'Avant commission', 'Bruto', 'Lordo'),
      from: header.column('From Email Address', 'Absender E-Mail-Adresse', "De l'adresse email"),
      id: header.column(
        'Transaction ID',
        'Transaktionscode',
        'Numéro de transaction',
        'Id. de transacción',
        'Codice transazione',
      ),
      item: header.column('Item Title', 'Subject', 'Artikelbezeichnung', "Titre de l'objet"),
      tax: header.column('Sales Tax', 'Umsatzsteuer', 'TVA'),
      reference: header.column('Reference Txn ID', 'Zugehöriger Transaktionscode'),
      phone: header.column('Contact Phone Number', 'Telefon'),
      impact: header.column('Balance Impact', 'Auswirkung auf Guthaben'),
      city: header.column('Town/City'),
      country: header.column('Country'),
      quantity: header.column('Quantity'),
    };
    return eachRecord((record, row) => {
      const type = at.type(record);
      const status = at.status(record);
      const gross = money.read(at.gross(record));
      if (/memo/i.test(at.impact(record)))
        return left(
          row,
          'status-left-out',
          'order.type',
          type,
          `A memo row (${type}): no money moved.`,
          gross,
        );
      if (
        status !== '' &&
        !/^(completed|complete|abgeschlossen|termin[ée]|effectu[ée]|completad[oa]|completat[oa]|voltooid)$/i.test(
          status,
        )
      )
        return left(
          row,
          'status-left-out',
          'order.status',
          status,
          `${type} is "${status}": not a finished payment.`,
        );
      const refund = REFUND.test(type) && gross !== null && gross < 0;
      const received = gross !== null && gross > 0 && PAYMENT.test(type) && !NOT_RECEIVED.test(type);
      if (gross !== null && !refund && !received)
        return left(
          row,
          'not-a-sale',
          'order.type',
          type,
          `${type}: not a payment you received for a sale.`,
          gross,
        );
      const tax = money.read(at.tax(record)) ?? 0;
      return sale(row, {
        'order.id': at.id(record),
        ...(refund && at.reference(record) !== '' ? { 'order.refersTo': at.reference(record) } : {}),
        'order.date': at.date(record),
        'order.time': `${at.time(record)}${at.time(record) === '' ? '' : (OFFSETS[at.zone(record).toUpperCase()] ?? '')}`,
        'order.currency': at.currency(record),
        'customer.email': refund ? '' : at.from(record),
        'customer.name': at.name(record),
        'customer.phone': at.phone(record),
        'customer.city': at.city(record),
        'customer.country': at.country(record),
        'product.name': at.item(record),
        'line.amount':
          gross === null ? at.gross(record) : money.write(gross < 0 ? gross + Math.abs(tax) : gross - tax),
        'line.tax': money.write(tax),
      });
    });
  },
};
