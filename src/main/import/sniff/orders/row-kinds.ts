import type { RowKinds } from '../../plan/order-shape.ts';
import { isCancelled } from '../../values/words.ts';
import type { Places } from '../columns/places.ts';
import type { Table } from '../table/dialect.ts';
import { documentCodes } from './document-codes.ts';

export type LeftKind = 'void' | 'payment' | 'no-sale' | 'head' | 'gift-card';

const SALE =
  /^(sales?|orders?|invoices?|receipts?|charges?|purchases?|sale line|line items?|items?|products?|services?|verk[aä]uf\w*|rechnung|bestellung|vente|facture|venta|factura|vendita|fattura|verkoop|factuur|venda|fatura)\b/i;
const PAYMENT =
  /^(customer |invoice |received )?(payments?|tenders?|zahlung(en)?|zahlungseingang|paiements?|r[eè]glement|pagos?|cobro|pagament[oi]|incasso|betaling(en)?|change)$/i;
const NO_SALE =
  /(^|\b)(payouts?|auszahlung(en)?|transfers?|withdrawals?|(processing |service |selling |listing |stripe |application |platform |transaction )?fees?|geb[üu]hr(en)?|adjustments?|top[- ]?ups?|reserves?|versements?|virements?|uitbetaling(en)?|estimates?|quotes?|quotations?|angebote?|kostenvoranschl[aä]ge?|devis|presupuestos?|preventiv[oi]|offertes?|or[çc]amentos?|pro[- ]?forma\w*|purchase orders?|expenses?|bills?|journal entry|lieferschein|delivery notes?|cash[- ]?(in|out)|anfangsbestand|endbestand|opening balance|closing balance|tagesabschluss|kasseneinlage|kassenentnahme|einlage|entnahme|float|no sale|open drawer|layby payment|on account payment|gebyr(er)?|avgift(er)?|udbetaling(er)?|utbetaling(er)?|utbetalning(ar)?|overf[øo]rsel|[öo]verf[öo]ring|wyp[łl]at[ay]|prowizj[ae]|op[łl]at[ay]|v[ýy]platy?|poplat(ek|ky)|palkkiot?|tilitys|maksut|komisyon|[öo]deme transferi|手数料|入金|振込)$|^(wastage|waste|spoilage|shrinkage|breakage|damage[ds]?|write[- ]?offs?|stock[- ]?(take|count|in|transfer|adjustment|movement)|schwund|bruch|verderb|umlagerung|inventur|wareneingang|perte|casse|merma|sfrido|derving|svinn|svind|h[äa]vikki|strata|fire|affiliate (credit|commission|payment)|referral (credit|bonus)|bonus(es)?|credits? (from|by) .*)$/i;
const GIFT_CARD =
  /^(gift (card|certificate|voucher)s?|gutschein(verkauf)?|wertgutschein|carte cadeau|tarjeta regalo|buono regalo|cadeaubon)( (sale|sold|purchase))?$/i;
const LINE =
  /\b(sale line|line|line items?|items?|products?|position|artikel|ligne|l[ií]nea|riga|regel|linha)\b/i;
const HEAD =
  /^(sales?|orders?|invoices?|receipts?|transactions?|header|head|kopf|verkauf|bestellung|rechnung|beleg|vente|commande|venta|pedido|vendita|ordine|verkoop|bestelling|venda|pedido)$/i;
/** How something was paid says nothing of whether it was sold. */
const TENDER =
  /^(cash|(credit|debit|gift)? ?card|visa|mastercard|amex|paypal|che(que|ck)|bank transfer|wire( transfer)?|bar|barzahlung|(ec-?)?karte|[üu]berweisung|esp[eè]ces|carte|virement|ch[eè]que|efectivo|tarjeta|transferencia|contanti|carta|bonifico|contant|pin|overboeking|dinheiro|cart[aã]o|transfer[eê]ncia)$/i;
const MOST = 40;

/** @returns null where no column tells sales from other rows by its words */
export const rowKinds = (table: Table, places: Places): RowKinds | null => {
  const at = places['order.type'] ?? columnOfHeads(table, places);
  if (at === undefined) return null;
  const number = places['order.id'];
  const values = new Map<string, Set<string>>();
  for (const row of table.sample) {
    const value = (row[at] ?? '').trim();
    const orders = values.get(value) ?? new Set();
    if (number !== undefined) orders.add((row[number] ?? '').trim());
    values.set(value, orders);
    if (values.size > MOST) return null;
  }
  const names = [...values.keys()];
  const sells = names.some((name) => SALE.test(name));
  if (!sells && names.some((name) => TENDER.test(name))) return null;
  const lines = new Set(
    names.filter((name) => LINE.test(name)).flatMap((name) => [...(values.get(name) ?? [])]),
  );
  const headsNumber = number !== undefined && lines.size === 1 && lines.has('');
  const heads = names.filter(
    (name) =>
      HEAD.test(name) &&
      (headsNumber
        ? !values.get(name)?.has('')
        : [...(values.get(name) ?? [])].some((order) => lines.has(order))),
  );
  const kinds = {
    at,
    sells,
    heads: heads.map((name) => name.toLowerCase()),
    headsNumber,
    codes: documentCodes(names),
  };
  // where no row would be left, the words mean something else
  return names.some((name) => leftKind(kinds, name) === null) ? kinds : null;
};

/** Under another heading the words of a column tell heads from lines where both come with the same orders. */
const columnOfHeads = (table: Table, places: Places): number | undefined => {
  const number = places['order.id'];
  if (number === undefined) return undefined;
  const taken = new Set(Object.values(places));
  const found = table.header.findIndex((_, column) => {
    if (taken.has(column)) return false;
    const words = new Map<string, Set<string>>();
    for (const row of table.sample) {
      const word = (row[column] ?? '').trim();
      if (!HEAD.test(word) && !LINE.test(word) && !PAYMENT.test(word)) return false;
      words.set(word, (words.get(word) ?? new Set()).add((row[number] ?? '').trim()));
    }
    const of = (pattern: RegExp): string[] =>
      [...words].flatMap(([word, orders]) => (pattern.test(word) ? [...orders] : []));
    const lines = new Set(of(LINE));
    return of(HEAD).some((order) => lines.has(order) || (order !== '' && lines.has('')));
  });
  return found < 0 ? undefined : found;
};

/** Why a row with this word is no sale, null where it is one. Words that come late in a file are told like early ones. */
export const leftKind = ({ sells, heads, codes }: RowKinds, written: string): LeftKind | null => {
  if (written === '') return null;
  const code = codes?.[written.toLowerCase()];
  if (code) return code === 'payment' ? 'payment' : code === 'purchase' ? 'no-sale' : null;
  // services that write for programs have stripe_fee for a stripe fee
  const word = written.replaceAll('_', ' ');
  if (GIFT_CARD.test(word)) return 'gift-card';
  if (NO_SALE.test(word)) return 'no-sale';
  if (isCancelled(word)) return 'void';
  if (sells && PAYMENT.test(word)) return 'payment';
  return heads.includes(written.toLowerCase()) ? 'head' : null;
};
