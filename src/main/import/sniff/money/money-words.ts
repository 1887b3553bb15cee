import { plainHeader } from '../columns/header-words.ts';

/** What the money in a column is for. `other` is money that is no part of a sale's revenue: fees, costs, balances, tenders. */
type MoneyRole = 'amount' | 'tax' | 'discount' | 'shipping' | 'tip' | 'refund' | 'other';

export type MoneyName = {
  readonly role: MoneyRole;
  /** whether the words say that tax is in it */
  readonly basis: 'net' | 'gross' | null;
  /** of an order, an invoice, a receipt; or of one of its lines */
  readonly of: 'order' | 'line' | null;
  /** the word is one for what a customer has to pay in all */
  readonly isTotal: boolean;
};

const TAXES =
  'vat|tax|taxes|gst|hst|pst|mwst|ust|tva|iva|btw|igic|impuestos?|impost[aoei]s?|steuern?|mehrwertsteuer|umsatzsteuer|taxe|moms|mva|alv|dph|kdv|podatek';
const WITHOUT =
  'excl|excluding|exclusive|exclusief|exkl|ex|s|before|without|w o|wo|zzgl|ohne|hors|sin|senza|sem|zonder|pre';
const WITH =
  'incl|including|inclusive|inclusief|inkl|inc|c|after|with|w|mit|avec|con|com|met|of which|davon|dont';
const TAX_PHRASE = new RegExp(`\\b(?:${WITHOUT}|${WITH}) (?:the )?(?:${TAXES})\\b`, 'g');
const DISCOUNT_WORDS =
  'discounts?|rabatte?|nachlass|remises?|reductions?|descuentos?|sconti?|sconto|korting(?:en)?|descontos?|rabat|alennus|upust|sleva|indirim';
const DISCOUNT_PHRASE = new RegExp(
  `\\b(?:${WITHOUT}|${WITH}|vor|nach|avant|apres|antes de|prima dello|voor|na|less|minus|abzgl) (?:the )?(?:${DISCOUNT_WORDS})\\b`,
  'g',
);

const NET = new RegExp(
  `\\b(?:net|netto|neto|liquid[oa]|imponibile|imponible|untaxed|taxable|ht|(?:${WITHOUT}) (?:the )?(?:${TAXES})|(?:${TAXES}) (?:excl|escl|excluded)\\w*)\\b|netto`,
);
const GROSS = new RegExp(
  `\\b(?:gross|brutto|bruto|lordo|ivato|ttc|(?:${WITH}) (?:the )?(?:${TAXES})|(?:${TAXES}) (?:incl\\w*|included))\\b|brutto`,
);
/** What tills call sales before discounts, whether with tax or not. */
const GROSS_SALES = /\bgross (?:sales|revenue|item sales)\b/;

const REFUND =
  /\b(?:refund(?:s|ed)?|chargebacks?|credited|creditedamount|(?:ruck)?erstatt\w+|ruckzahlung\w*|rembours\w+|rimbors\w+|reembols\w+|terugbeta\w+|returns?|returned|retouren?)\b/;
const TIP =
  /\b(?:tips?|gratuit(?:y|ies)|trinkgeld\w*|pourboires?|propinas?|manc(?:ia|e)|fooi(?:en)?|gorjetas?|drikkepenge\w*|dricks|napiwek|spropitne|bahsis)\b/;
const TAX = new RegExp(`\\b(?:${TAXES})\\b|\\bmoms|steuer(?!frei)|消費税|税額`);
const NO_MONEY =
  /\b(?:rates?|satz|taux|aliquota|tarief|percent(?:age)?|prozent|pct|codes?|class|klasse|names?|id|numbers?|nummer|nr|no|methods?|status|date|type|details?|label|art|provider|carrier|country|rep|channel)\b|(?<!um)satz$|schlussel|\b(?:items|orders|visits|transactions|customers|units|pieces|pcs|guests|covers|visitors|quantity|qty|count|stuckzahl)$/;
const COUNT = /\b(?:qty|quantity|count|units|menge|anzahl|quantite|cantidad|quantita|aantal|quantidade)\b/;
const SHIPPING =
  /\b(?:shipping|shipment|delivery|postage|freight|porto|livraison|expedition|envio|spedizione|frete|portes|fragt|frakt|doprava|kargo|dostaw\w*|toimitus\w*)\b|送料|versand|lieferkosten|verzend|bezorg|frais de port/;
const DISCOUNT = new RegExp(`\\b(?:${DISCOUNT_WORDS}|coupons?|promotions?|vouchers?)\\b|rabatt|割引|値引`);
const OTHER =
  /\b(?:fees?|entgelte?|commissions?|provision\w*|frais|comision\w*|commissioni?|kosten|costs?|cogs|profit|gewinn|margins?|marge|margen|balance|saldo|solde|due|outstanding|payouts?|settlement|settled|deposits?|change|points?|weight|exchange|tendered|given|store credit|gift|credit|loyalty|duration|stock|cash|card|redeemed|insurance|earnings?|previous|last|lifetime|average|avg|compare|list|msrp|uvp|rrp|unit|each|per|rate|kurs|custo|costo|coste|cout|einkauf\w*|gebyr\w*|afgift\w*|avgift\w*|prowizj\w*|oplat\w*|poplatek|komisyon\w*|authori[sz]ed|auth ?amount)\b|手数料|gebuhr|auszahl|offen|einzel|stuck|rohertrag|ruckgeld|gewicht|punkte|bargeld/;
const AMOUNT =
  /\b(?:amounts?|captured|capturedamount|total\w*|totaux|sales?|revenue|turnover|value|sums?|price|prices|preis|prix|prezzo|precio|prijs|preco|importe|importo|montant|montante|bedrag|totaal\w*|valor|subtotal|gross|net|paid|collected|charged?|ventes|ventas|vendite|vendas|omzet|incasso|base imponible|imponibile|erlos\w*|ca|endpreis|bruto|neto|belop\w*|pris|summa|yhteensa|loppusumma|kokonaissumma|hinta|kwota|wartosc|razem|castka|celkem|cena|tutar\w*|toplam|fiyat)\b|beløb|beløp|\boms[aæe]t|金額|合計|売上|総額|betrag|summe|gesamt|umsatz|umsatze|netto|brutto|warenwert/;
const OF_ORDER =
  /\b(?:orders?|invoices?|grand|receipts?|document|check|basket|cart|transactions?|payments?|commande|facture|pedido|factura|ordine|fattura|documento|fatura|encomenda|factuur|bestelling)\b|bestell|rechnung|auftrag|beleg/;
const OF_LINE =
  /\b(?:lines?|items?|lineitem|line item|product|article|row|ligne|linea|riga|regel|linha|articulo|articolo|artigo)\b|position|zeile|artikel/;
const TOTAL =
  /\b(?:total\w*|grand|totaal\w*|totale|paid|collected|due|to pay|a payer|te betalen|endpreis|endbetrag|samlet|i alt|yhteensa|loppusumma|razem|celkem|toplam)\b|合計|総額|gesamt|zahlbetrag|rechnungsbetrag|endbetrag/;

/** A rate that says which tax it is: `Moms (25 %)` holds money. */
const RATE = /\d+(?:[.,]\d+)?\s*%/g;

/** What the words of a header say of the money below it. */
export const moneyName = (header: string): MoneyName => {
  const plain = plainHeader(header);
  const core = plain.replace(TAX_PHRASE, ' ').replace(DISCOUNT_PHRASE, ' ').replace(/\s+/g, ' ').trim();
  const gross = GROSS.test(plain) && !GROSS_SALES.test(plain);
  return {
    role: header.replace(RATE, '').includes('%') || header.trim().endsWith('?') ? 'other' : roleOf(core),
    basis: NET.test(plain) ? 'net' : gross ? 'gross' : null,
    of: OF_LINE.test(plain) ? 'line' : OF_ORDER.test(plain) ? 'order' : null,
    isTotal: TOTAL.test(plain) && !/\bsub ?total/.test(plain),
  };
};

/** Whether a header speaks of money that is no revenue: fees, costs, balances, single prices. */
export const isOtherMoney = (header: string): boolean => OTHER.test(plainHeader(header)) || isTaxWord(header);

/** What was kept back of a payment. */
export const isFee = (header: string): boolean =>
  /\b(fees?|entgelte?|commissions?|provision\w*|frais|comision\w*|commissioni?|tarifa|kosten|gebyr\w*|afgift\w*|avgift\w*|prowizj\w*|oplat\w*|poplatek|komisyon\w*)\b|手数料|gebuhr/.test(
    plainHeader(header),
  ) && !SHIPPING.test(plainHeader(header));

/** Whether a header speaks of tax at all. */
export const isTaxWord = (header: string): boolean => TAX.test(plainHeader(header));

const roleOf = (core: string): MoneyRole => {
  if (TIP.test(core)) return 'tip';
  if (REFUND.test(core)) return NO_MONEY.test(core) || COUNT.test(core) ? 'other' : 'refund';
  if (TAX.test(core)) return SHIPPING.test(core) || NO_MONEY.test(core) || OTHER.test(core) ? 'other' : 'tax';
  if (SHIPPING.test(core)) return NO_MONEY.test(core) || DISCOUNT.test(core) ? 'other' : 'shipping';
  if (DISCOUNT.test(core)) return NO_MONEY.test(core) ? 'other' : 'discount';
  return !OTHER.test(core) && !NO_MONEY.test(core) && AMOUNT.test(core) ? 'amount' : 'other';
};
