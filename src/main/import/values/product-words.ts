import type { ProductRole } from '../../../shared/model/product-mark.ts';
import { nameKey } from './name-key.ts';

/** Lower case, without accents, punctuation as single spaces. */
const plain = (name: string): string =>
  nameKey(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();

/** What bringing goods costs the customer, or an amount typed in without an article, in seven languages. */
const CHARGE = new Set(
  `postage carriage shipping delivery freight handling p&p manual
   versand versandkosten versandpauschale porto lieferung lieferkosten lieferpauschale fracht frachtkosten zustellung handeingabe
   livraison expedition affranchissement
   envio envios transporte franqueo
   spedizione trasporto consegna affrancatura
   verzendkosten verzending bezorgkosten bezorging
   frete entrega`
    .split(/\s+/)
    .filter(Boolean),
);

/** What may stand beside such a word without making an article of it. */
const BESIDE = new Set(
  `and & packing packaging charge charges cost costs fee fees rate rates flat free order orders express standard economy next
   same day days international domestic national worldwide local home uk eu gb us usa europe dotcom online web first second class 1st 2nd
   royal mail parcel courier tracked signed for dhl ups dpd gls hermes fedex post amazon ebay entry entered sale item
   und kosten gebuhr gebuhren pauschale verpackung inland ausland international paket brief nach deutschland
   frais de d du la le les et a colis emballage domicile poste
   gastos coste costes a la el y domicilio embalaje por
   spese di costi costo della e imballo corriere
   kosten en van het naar pakket
   custos custo taxa taxas do da e`
    .split(/\s+/)
    .filter(Boolean),
);

/** Port alone is a wine. */
const PORT = /^(frais de port|port et emballage|gastos de portes?|portes de envio)$/;

/** Whether a product is what bringing the goods costs the customer: that is revenue (DEFINITIONS 1), but no article. */
export const isCharge = (name: string): boolean => {
  const text = plain(name);
  const words = text.split(' ');
  if (words.length > 1 && PORT.test(text)) return true;
  return (
    words.some((word) => CHARGE.has(word)) && words.every((word) => CHARGE.has(word) || BESIDE.has(word))
  );
};

/** What is no sale of goods or services, by what its name says; the first that fits. */
const FEES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(gift|e gift|geschenk|cadeau|regalo)? ?(card|karte|gutschein|gutscheine|vouchers?)\b.*\b(sale|sold|verkauf)\b|\bgift (cards?|vouchers?|certificates?)\b|\b(geschenk|wert)?gutscheine?\b|\bgeschenkkarten?\b|\b(cheques?|cartes?) cadeaux?\b|\btarjetas? regalo\b|\bcheques? regalo\b|\b(buono|carta) regalo\b|\bcadeau(bon|kaart|bonnen|kaarten)\b|\bcart(ao|oes) presente\b|\bvale presente\b|\bvoucher sales?\b/,
    'a gift card, which is revenue when it is spent',
  ],
  [
    /\bbad debts?\b|\bwrite ?offs?\b|\bforderungsausfall\b|\bausbuchung\b|\bcreances? (irrecouvrables?|douteuses?)\b|\bincobrables?\b|\b(credito|crediti) inesigibil[ei]\b|\bdubieuze debiteuren\b|\boninbaar\b|\bincobravel\b/,
    'a debt that was written off',
  ],
  [
    /\bcommissions?\b|\bprovisione?n?\b|\bkommission\b|\bcomision(es)?\b|\bcommission[ei]\b|\bprovvigion[ei]\b|\bcommissie\b|\bcomiss(ao|oes)\b/,
    'a commission',
  ],
  [
    /\bbank (charges?|fees?|costs?|transfer)\b|\bbank(gebuhr|gebuhren|spesen|kosten)\b|\bkontofuhrung\w*\b|\bfrais bancaires?\b|\b(gastos|comision(es)?) bancari[ao]s?\b|\b(spese|commissioni) bancarie\b|\bdespesas bancarias\b|\b(card|paypal|stripe|payment|transaction|processing) (fees?|charges?)\b/,
    'what a bank or a payment service took',
  ],
  [
    /\bfees?\b|\b\w*gebuhr(en)?\b|\bfrais (de|d|du) \w+\b|\btarifas?\b|\btaxas? (de|da|do)\b|\bservice charges?\b/,
    'a fee',
  ],
  [
    /\badjust(ment|ments)?\b|\bkorrekturbuchung\b|\bausgleichsbuchung\b|\bajustements?\b|\bajustes?\b|\brettific(a|he)\b|\bcorrectieboeking\b|\baanpassing(en)?\b/,
    'an adjustment of the books',
  ],
  [
    /\bround(ing|ings)( (difference|adjustment))?\b|\brundung(sdifferenz)?\b|\barrondis?\b|\bredondeo\b|\barrotondament[oi]\b|\bafronding\b|\barredondamento\b/,
    'a rounding',
  ],
  [
    /\bpay ?outs?\b|\bauszahlung(en)?\b|\bversements?\b|\bpagos? a cuenta bancaria\b|\buitbetaling(en)?\b/,
    'a payout',
  ],
  [/^(tips?|gratuit(y|ies)|trinkgeld(er)?|pourboires?|propinas?|manc(ia|e)|fooi(en)?|gorjetas?)$/, 'a tip'],
  [
    /\bdeposits?\b|\bpfand(geld)?\b|\banzahlung\b|\bkaution\b|\bconsignes?\b|\bacomptes?\b|\bdeposito\b|\bfianza\b|\bcauzion[ei]\b|\bstatiegeld\b|\bborg\b|\bcaucao\b/,
    'a deposit, which is given back',
  ],
  [
    /\bsamples?\b|^(gratis ?)?muster$|\bwarenproben?\b|\bechantillons?\b|\bmuestras?\b|^campion[ei]$|^(gratis )?monsters?$|\bamostras?\b/,
    'samples',
  ],
];

/** Money that was let off or given back is less revenue, not something beside it. */
const LESS =
  /\b(discounts?|\w*rabatte?|skonto|nachlass|remises?|rabais|descuentos?|sconti?|sconto|korting(en)?|descontos?|coupons?|refunds?|returns?|ruckgabe|erstattung|gutschrift|retours?|remboursements?|avoirs?|devoluci?on(es)?|reembolsos?|resi|rimborsi?|terugbetaling|devoluc(ao|oes)|credit notes?)\b/;

/** Why a name speaks of something that is no sale; null where it does not. */
export const feeReason = (name: string): string | null => {
  if (isCharge(name)) return null;
  const words = plain(name);
  return FEES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
};

/** Whether a name speaks of a discount or a return: only ever negative, and rightly so. */
export const isLessRevenue = (name: string): boolean => LESS.test(plain(name));

/** What a product is: as the owner says, else as its name says. */
export const roleOf = (name: string, said: ProductRole | null): ProductRole =>
  said ?? (isCharge(name) ? 'charge' : 'article');
