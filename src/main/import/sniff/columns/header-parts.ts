import type { AnyField } from '../../../../shared/model/importing.ts';
import { headerWords, plainHeader } from './header-words.ts';

export type PartialMeaning = { readonly field: AnyField; readonly rank: number };

/** After what is in any list of words, before what only the values say. */
const BEHIND_ALL = 200;

/**
 * What a header means that is in no list of words, by its parts: `Purchase ID` and `Date Issued` in any order,
 * `Contact email`, `Client First Name` and `Billing phone` without whose it is, `Lineitem price` without of what.
 */
export const partsOfHeader = (header: string): PartialMeaning | null => {
  const plain = plainHeader(header);
  return dateOf(plain) ?? statusOf(plain) ?? numberOf(plain) ?? ofSomebody(plain) ?? ofArticle(plain);
};

const DATE =
  /\b(date|datum|fecha|data|dated|datetime)\b|datum\b|\b(created|issued|placed|sold|ordered|purchased|opened|booked)( (at|on|date|time))?$|zeit$/;
const SALE_DATE =
  /\b(order|orders|invoice|sale|sales|sold|purchase|purchased|transaction|issued?|receipt|document|placed|bill|checkout|commande|facture|vente|achat|pedido|factura|venta|compra|ordine|fattura|vendita|acquisto|emission|emissao|emision|emissione)\b|bestell|rechnung|beleg|verkauf|auftrag|kauf|verkoop|factuur/;
const SERVICE_DATE =
  /\b(appointment|scheduled|service|visit|termin|treatment|cita|appuntamento|afspraak|rendez vous)\b|leistung|behandlung/;
const OTHER_DATE =
  /\b(due|ship|shipped|shipping|delivery|delivered|payout|updated?|modified|birth|birthday|expir\w*|print\w*|cancel\w*|refund\w*|valid|until|end\w*|last|next|first|vencimiento|scadenza|echeance|nascita|nacimiento|deposit|available|transfer|settle\w*|required|reminder|planned)\b|fallig|liefer|geburt|verval|versand|storn|anderung|geander/;

/** A day of sale by the words beside "date"; the day of a payment, a delivery or an end is none. */
const dateOf = (plain: string): PartialMeaning | null => {
  if (!DATE.test(plain) || OTHER_DATE.test(plain)) return null;
  const rank = SALE_DATE.test(plain)
    ? 0
    : SERVICE_DATE.test(plain)
      ? 10
      : /\b(paid|payment|pay)\b|zahl/.test(plain)
        ? 50
        : 30;
  return { field: 'order.date', rank: BEHIND_ALL + rank };
};

/** How far a sale has come; not how far its goods, its tax or a subscription have. */
const statusOf = (plain: string): PartialMeaning | null =>
  /\b(status|statut|estado|stato)\b|status$/.test(plain) && !OTHER_STATUS.test(plain)
    ? { field: 'order.status', rank: BEHIND_ALL }
    : null;

const OTHER_STATUS =
  /\b(fulfil?lment|shipping|shipment|delivery|tax|email|sms|subscription|address|customer|client|member\w*|loyalty|account|contract|vip|marital|payout|settlement|risk|stock|sync|refund)\b|versand|liefer|kunden/;

/** Other days than that of the sale: taken only where there is no better. */
export const isOtherDate = (header: string): boolean => OTHER_DATE.test(plainHeader(header));

const NUMBER = /\b(no|nr|num|number|numero|nummer|id|ref|reference|code)\b|n[ur]mmer$|nr$/;
const SALE_NUMBER =
  /^(the )?(sales?|order|purchase|invoice|receipt|transaction|bill|check|ticket|txn|booking|book|appointment|reservation|pos order|web order|online order|sales? order|sales? invoice|commande|facture|vente|pedido|factura|venta|ordine|fattura|vendita|scontrino|bon|factuur|fatura|venda|recibo|kassenbon|rechnungs?|bestell|auftrags?|beleg|vorgangs?|quittungs?|kassen)( |$)|^(rechnung|bestell|auftrag|beleg|bon|vorgang|quittung|kassenbon)\w*$/;

const numberOf = (plain: string): PartialMeaning | null =>
  /^(order|invoice) name$/.test(plain) ||
  (NUMBER.test(plain) && SALE_NUMBER.test(plain) && !OTHER_NUMBER.test(plain))
    ? { field: 'order.id', rank: BEHIND_ALL + (/^(transaction|txn|check|booking)/.test(plain) ? 10 : 0) }
    : null;

const OTHER_NUMBER =
  /\b(item|line|employee|staff|user|customer|client|buyer|tax|vat|external|parent|related|original|reference txn|purchase order)\b|position|mitarbeiter|kunden/;

const WHOSE =
  /^(the )?(billing|bill to|billed to|invoice to|customer|customers|client|clients|buyer|buyers|purchaser|purchase(?= e ?mail)|contact|consumer|payer|primary contact|primary|shopper|guest|member|patient|kunden|kunde|kaufer|rechnung|rechnungs|rechnungsadresse|klant|cliente|acheteur|facturation|facturacion|fatturazione|fatturazione|order customer|co) |( (billing|client|customer|buyer|kunde|rechnung|rechnungsadresse|facturation|facturacion|fatturazione|cliente|klant|factuur|contact))$/;

const ofSomebody = (plain: string): PartialMeaning | null => {
  const bare = plain.replace(WHOSE, '').trim();
  if (bare === plain || bare === '') return null;
  const words = headerWords(bare) ?? ofSomebody(bare);
  if (!words?.field.startsWith('customer.') || words.field === 'customer.id') return null;
  return { field: words.field, rank: BEHIND_ALL + words.rank / 10 };
};

const OF_WHAT =
  /^(line ?items?|items?|products?|articles?|position|artikel) | (purchased|ordered|sold|shipped|verkauft|vendus?|vendid[oa]s?|vendut[oaie])$/;

const ofArticle = (plain: string): PartialMeaning | null => {
  const bare = plain.replace(OF_WHAT, '').trim();
  if (bare === plain || bare === '') return null;
  const words = headerWords(bare);
  const fits = words && /^(product|line)\./.test(words.field) && words.field !== 'line.shipping';
  return fits
    ? { field: words.field, rank: BEHIND_ALL + words.rank / 10 }
    : bare === 'name'
      ? { field: 'product.name', rank: BEHIND_ALL }
      : null;
};
