import { zoneSuffix } from '../../values/zone-words.ts';
import { eachRecord, left, noSale, sale, statusOut } from '../adapting.ts';
import { moneyText } from '../money-text.ts';
import { preset } from '../preset.ts';

/** Credits that are no sale: own money, holds that end, conversions, bonuses, and what others gave back. */
const NOT_RECEIVED =
  /hold|authori[sz]|autori[sz]|deposit|withdraw|transfer|conversi|bonus|cash ?back|debit card|credit payment|reversal|einzahlung|abbuchung|bankgutschrift|umrechnung|einbehalt|r[üu]ckbuchung|virement|retenue|blocage|dep[oó]sito|retiro|retirada|transferencia|retenci[oó]n|bloqueo|prelievo|trattenut|giroconto|storting|opname|omrekening|inhouding|saque|convers[ãa]o|reten[cç][ãa]o/i;
const PAYMENT = /payment|zahlung|paiement|pago|pagamento|betaling|checkout|invoice|sale/i;
const REFUND =
  /refund|payment reversal|chargeback|r[üu]ckzahlung|erstattung|remboursement|reembolso|devoluci[oó]n|rimborso|terugbetaling/i;
const FEE = /\bfees?\b|geb[üu]hr|\bfrais\b|comisi[oó]n|\btariffa\b|\bkosten\b|\btaxa\b/i;
const FINISHED =
  /^(completed?|abgeschlossen|termin[ée]e?|effectu[ée]e?|completad[oa]|complet[oa]|completat[oa]|conclu[ií]d[oa]|voltooid)$/i;

/** Each heading in the languages PayPal writes its activity in. */
const HEADERS = {
  date: ['Date', 'Datum', 'Fecha', 'Data'],
  time: ['Time', 'Uhrzeit', 'Heure', 'Hora', 'Ora', 'Orario', 'Tijd'],
  zone: [
    'TimeZone',
    'Time Zone',
    'Zeitzone',
    'Fuseau horaire',
    'Zona horaria',
    'Fuso orario',
    'Tijdzone',
    'Fuso horário',
  ],
  name: ['Name', 'Nom', 'Nombre', 'Nome', 'Naam'],
  type: [
    'Type',
    'Typ',
    'Tipo',
    'Description',
    'Beschreibung',
    'Descripción',
    'Descrizione',
    'Omschrijving',
    'Descrição',
  ],
  status: ['Status', 'État', 'Estado', 'Stato'],
  currency: ['Currency', 'Währung', 'Devise', 'Divisa', 'Moneda', 'Valuta', 'Moeda'],
  gross: ['Gross', 'Brutto', 'Avant commission', 'Brut', 'Bruto', 'Lordo', 'Importe bruto', 'Importo lordo'],
  /** the short list has no gross, fee and net */
  amount: ['Amount', 'Betrag', 'Montant', 'Importe', 'Importo', 'Bedrag', 'Valor'],
  balance: ['Balance', 'Guthaben', 'Solde', 'Saldo'],
  receipt: [
    'Receipt ID',
    'Empfangsnummer',
    'Numéro de reçu',
    'Id. de recibo',
    'ID ricevuta',
    'Ontvangstbewijs-ID',
  ],
  fee: [
    'Fee',
    'Fees',
    'Gebühr',
    'Entgelt',
    'Commission',
    'Frais',
    'Comisión',
    'Tarifa',
    'Tariffa',
    'Kosten',
    'Taxa',
  ],
  net: ['Net', 'Netto', 'Neto', 'Líquido'],
  from: [
    'From Email Address',
    'Absender E-Mail-Adresse',
    "De l'adresse email",
    "Adresse email de l'expéditeur",
    'Correo electrónico del remitente',
    'Indirizzo email mittente',
    'Van e-mailadres',
    'Do endereço de e-mail',
  ],
  id: [
    'Transaction ID',
    'Transaktionscode',
    'Numéro de transaction',
    'Nº de transaction',
    'Id. de transacción',
    'Codice transazione',
    'Transactiereferentie',
    'ID da transação',
  ],
  item: [
    'Item Title',
    'Subject',
    'Artikelbezeichnung',
    'Betreff',
    "Titre de l'objet",
    'Objet',
    'Título del artículo',
    'Asunto',
    'Titolo oggetto',
    'Oggetto',
    'Objectnaam',
    'Onderwerp',
    'Título do item',
  ],
  tax: [
    'Sales Tax',
    'Umsatzsteuer',
    'TVA',
    'Impuesto sobre ventas',
    'IVA',
    'Imposta sulle vendite',
    'Btw',
    'Imposto sobre vendas',
  ],
  reference: [
    'Reference Txn ID',
    'Zugehöriger Transaktionscode',
    'Numéro de la transaction de référence',
    'Numéro de transaction de référence',
    'Id. de referencia de transacción',
    'Codice transazione di riferimento',
    'ID transactiereferentie',
    'Código de referência da transação',
  ],
  phone: [
    'Contact Phone Number',
    'Telefon',
    'Numéro de téléphone du contact',
    'Telefonnummer der Kontaktperson',
  ],
  impact: [
    'Balance Impact',
    'Auswirkung auf Guthaben',
    'Impact sur le solde',
    'Impacto en el saldo',
    'Impatto sul saldo',
    'Effect op saldo',
    'Impacto no saldo',
  ],
  city: ['Town/City', 'Ort', 'Ville', 'Ciudad', 'Città', 'Plaats'],
  country: ['Country', 'Land', 'Pays', 'País', 'Paese'],
} as const;

/**
 * PayPal's activity: received payments are sales; what the owner spent, moved or was merely authorised for is not.
 */
export const paypalActivity = preset({
  id: 'paypal-activity',
  source: 'paypal',
  title: 'a PayPal activity export',
  leavesOut:
    'Memo rows, pending authorisations, your own purchases, transfers and payouts are left out: only payments you received are sales.',
  headings: {
    date: { field: 'order.date', names: HEADERS.date },
    time: { field: 'order.time', names: HEADERS.time },
    zone: { names: HEADERS.zone },
    name: { field: 'customer.name', names: HEADERS.name },
    type: { field: 'order.type', names: HEADERS.type },
    status: { field: 'order.status', names: HEADERS.status },
    currency: { field: 'order.currency', names: HEADERS.currency },
    gross: { field: 'line.amount', names: HEADERS.gross },
    amount: { field: 'line.amount', names: HEADERS.amount },
    balance: { names: HEADERS.balance },
    receipt: { names: HEADERS.receipt },
    from: { field: 'customer.email', names: HEADERS.from },
    id: { field: 'order.id', names: HEADERS.id },
    item: { field: 'product.name', names: HEADERS.item },
    tax: { field: 'line.tax', names: HEADERS.tax },
    reference: { field: 'order.refersTo', names: HEADERS.reference },
    phone: { field: 'customer.phone', names: HEADERS.phone },
    impact: { names: HEADERS.impact },
    city: { names: HEADERS.city },
    country: { names: HEADERS.country },
    fee: { names: HEADERS.fee },
    net: { names: HEADERS.net },
  },
  needs: [
    'date',
    'type',
    ['gross', 'balance'],
    ['gross', 'amount'],
    ['fee', 'balance'],
    ['net', 'balance'],
    // of the columns an owner may choose these tell the most: who paid, of what kind, in what state
    ['id', 'receipt', 'status'],
    ['zone', 'from', 'reference', 'impact', 'name'],
  ],
  adapter: (context, at, has) => {
    const grossOf = has('gross') ? at.gross : at.amount;
    const money = moneyText(context);
    return eachRecord((record, row) => {
      const type = at.type(record);
      const status = at.status(record);
      const gross = money.read(grossOf(record));
      if (/m[ée]mo/i.test(at.impact(record)))
        return left(
          row,
          'status-left-out',
          'order.type',
          type,
          `A memo row (${type}): no money moved.`,
          gross,
        );
      if (status !== '' && !FINISHED.test(status))
        return statusOut(row, status, `${type} is "${status}": not a finished payment.`);
      const refund = REFUND.test(type) && !FEE.test(type) && gross !== null && gross < 0;
      const received =
        gross !== null && gross > 0 && PAYMENT.test(type) && !NOT_RECEIVED.test(type) && !REFUND.test(type);
      if (gross !== null && !refund && !received)
        return noSale(row, type, `${type}: not a payment you received for a sale.`, gross);
      const tax = money.read(at.tax(record)) ?? 0;
      return sale(row, {
        'order.id': at.id(record),
        ...(refund && at.reference(record) !== '' ? { 'order.refersTo': at.reference(record) } : {}),
        'order.date': at.date(record),
        'order.time': at.time(record) === '' ? '' : `${at.time(record)}${zoneSuffix(at.zone(record))}`,
        'order.currency': at.currency(record),
        'customer.email': refund ? '' : at.from(record),
        'customer.name': at.name(record),
        'customer.phone': at.phone(record),
        'customer.city': at.city(record),
        'customer.country': at.country(record),
        'product.name': at.item(record),
        'line.amount':
          gross === null ? grossOf(record) : money.write(gross < 0 ? gross + Math.abs(tax) : gross - tax),
        'line.tax': money.write(tax),
      });
    });
  },
});
