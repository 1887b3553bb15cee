/** Words of tills and shops that change what a row means, compared without case. */

const ANONYMOUS = new Set([
  'guest',
  'guest customer',
  'guest checkout',
  'walk-in',
  'walk in',
  'walkin',
  'walk-in customer',
  'walk in customer',
  'cash',
  'cash customer',
  'cash sale',
  'counter',
  'counter sale',
  'anonymous',
  'unknown',
  'error',
  'nil',
  '#n/a',
  'no customer',
  'n/a',
  'na',
  'none',
  'null',
  '-',
  '--',
  'laufkunde',
  'laufkundschaft',
  'barverkauf',
  'barkunde',
  'diverse',
  'gast',
  'unbekannt',
  'comptoir',
  'client comptoir',
  'passage',
  'client de passage',
  'mostrador',
  'cliente mostrador',
  'publico en general',
  'público en general',
  'consumidor final',
  'cliente generico',
  'banco',
  'passant',
  'contante klant',
]);

export const isAnonymous = (text: string): boolean => text !== '' && ANONYMOUS.has(text.toLowerCase());

/** Sales that never came about or are no longer valid, and papers that are no sale yet; further words may follow. */
const CANCELLED =
  /(?:^|\s)(failed|declined|fehlgeschlagen|abgelehnt|storniert|fallid[oa]|rechazad[oa]|cancelad[oa]|fallit[oa]|rifiutat[oa]|mislukt|geweigerd|[ée]chou[ée]e?|refus[ée]e?|falhad[oa]|falhou|recusad[oa])$|^(wc-)?(cancel|void|fail|declin|reject|expired?\b|abandon|denied|no[- ]?show|not? arrived|draft|deleted|trash|unsuccess|not completed|incomplete|blocked|storn|annull?|abgebrochen|abgelehnt|abgewiesen|fehlgeschlagen|entwurf|gel[öo]scht|verworfen|nicht erschienen|[ée]chou|refus[ée]|brouillon|supprim|abandonn|anulad|cancelad|fallid|rechazad|borrador|annullat|fallit|rifiutat|bozza|geannuleerd|mislukt|geweigerd|concept\b|verlopen|rascunho|recusad|falhad|erro de pagamento|erreur de paiement|payment error|annuleret|kansellert|avbrut|makulera|afvist|avvist|mislykke|misslyck|nekad|peruttu|peruutet|hyl[äa]tty|ep[äa]onnist|anulowan|odrzucon|nieudan|zru[šs]en|stornov|zam[íi]tnut|ne[úu]sp[ěe][šs]n|[iİ]ptal|reddedil|ba[şs]ar[ıi]s[ıi]z|キャンセル|取消|失敗)/iu;

export const isCancelled = (status: string): boolean => CANCELLED.test(status);

/** Sales whose whole money went back, to the customer or through the bank. */
const GIVEN_BACK =
  /^((fully|completely|full|totally|payment|order) )?(refund(ed)?|returned|charged? ?-?back|chargeback|reversed|reversal|money back|dispute lost)$|^((voll(st[äa]ndig)?|komplett) )?(zur[üu]ck)?(erstattet|gegeben|gezahlt|[üu]berwiesen|geschickt|gebucht)$|^(r[üu]ckerstattet|r[üu]ckerstattung|r[üu]cklastschrift|retourniert)$|^(int[ée]gralement |totalement |enti[èe]rement )?(rembours[ée]e?|retourn[ée]e?)$|^r[ée]trofactur[ée]e?$|^(totalmente |completamente )?(reembolsad[oa]|devuelt[oa]|devolvid[oa]|estornad[oa]|rimborsat[oa]|restituit[oa]|contracargo)$|^(volledig )?(terugbetaald|geretourneerd|teruggestort)$|^(fuldt |helt )?(refunderet|refundert|refunderad|tilbagebetalt|tilbakebetalt|[åa]terbetald|returneret|returnert|returnerad)$|^(hyvitetty|palautettu|maksu palautettu)$|^(zwr[óo]con[eoay]|zwrot|zwr[óo]cono)$|^(vr[áa]ceno|refundov[áa]no|vr[áa]cen[áoa])$|^([iİ]ade( edildi)?|geri [öo]dendi)$|返金済み?|返品済み?$/iu;

export const isGivenBack = (status: string): boolean => GIVEN_BACK.test(status.trim().replace(/[_-]/g, ' '));

const PARTLY_BACK =
  /\b(part(ly|ial(ly)?)|teilweise|teil|partiell|partiellement|parcialmente|parzialmente|gedeeltelijk|delvist?|delvis|osittain|cz[ęe][śs]ciowo|[čc][áa]ste[čc]n[ěe]|k[ıi]smen)\b.*(refund|return|r[üu]ck|erstatt|rembours|reembols|devuel|devolv|rimbors|terugbe|retour|tilbage|tilbake|[åa]terbet|hyvit|palautet|zwr[óo]c|vr[áa]c|iade)|一部返金/iu;

/** Of a sale a part of whose money went back. */
export const isPartlyBack = (status: string): boolean => PARTLY_BACK.test(status.replace(/[_-]/g, ' '));

const PAID =
  /^(paid|captured|completed?|settled|succeeded|success(ful)?|approved|bezahlt|beglichen|abgeschlossen|pay[ée]e?|r[ée]gl[ée]e?|pagad[oa]|pag[oa]|pagat[oa]|betaald|betalt|betald|maksettu|op[łl]acon[eay]|zap[łl]acon[eoay]|zaplacen[oaá]|[öo]dendi|支払済み?|入金済み?)$/iu;

export const isPaid = (status: string): boolean => PAID.test(status.trim());

const PENDING =
  /^(pending|open|on[- ]hold|authori[sz]ed|processing|unpaid|awaiting payment|ausstehend|offen|in bearbeitung|en attente|pendiente|in attesa|in sospeso|in behandeling|pendente)$/i;

export const isPending = (status: string): boolean => status !== '' && PENDING.test(status);

const RETURN =
  /^(refund(ed)?|return(ed)?|credit( note| memo| invoice)?|sales? credit( note)?|sales? return|customer refund|gutschrift|rechnungskorrektur|stornorechnung|korrekturrechnung|r[üu]ckgabe|retoure|erstattung|avoir|remboursement|retour|devoluci[oó]n|reembolso|abono|reso|rimborso|nota di credito|nota de cr[eé]dito|factura rectificativa|creditnota|creditfactuur|avoir client|facture d'avoir|terugbetaling|devolu[cç][aã]o)$/i;

export const isReturn = (type: string): boolean => type !== '' && RETURN.test(type);

const GRAND_TOTAL =
  /^(grand total|total|totals|sum|summe|gesamt|gesamtsumme|total g[eé]n[eé]ral|total general|totale|totaal|somme)\b:?\s*$/i;
const SUBTOTAL = /^(sub-?total|total (for|of)|zwischensumme|sous-total|subtotale|subtotaal|summe f[üu]r)\b/i;

/** Whether a row without a date is the file's own sum, by its first filled cell. */
export const totalRowKind = (record: readonly string[]): 'footer-row' | 'subtotal-row' | null => {
  const first = record.find((cell) => cell.trim() !== '')?.trim() ?? '';
  if (GRAND_TOTAL.test(first) || /^\d+ (record|row)\(?s?\)? (downloaded|exported)/i.test(first))
    return 'footer-row';
  return SUBTOTAL.test(first) ? 'subtotal-row' : null;
};
