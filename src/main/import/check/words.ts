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

const CANCELLED =
  /^(cancell?ed|void(ed)?|failed|declined|rejected|expired|storniert|annulliert|abgebrochen|fehlgeschlagen|annul[eé]e?|échoué|anulad[oa]|cancelad[oa]|fallid[oa]|annullat[oa]|fallit[oa]|geannuleerd|mislukt)$/i;

export const isCancelled = (status: string): boolean => CANCELLED.test(status);

const PENDING =
  /^(pending|open|on[- ]hold|authori[sz]ed|processing|unpaid|awaiting payment|ausstehend|offen|in bearbeitung|en attente|pendiente|in attesa|in sospeso|in behandeling|pendente)$/i;

export const isPending = (status: string): boolean => status !== '' && PENDING.test(status);

const RETURN =
  /^(refund(ed)?|return(ed)?|credit( note| memo)?|gutschrift|r[üu]ckgabe|retoure|erstattung|avoir|remboursement|retour|devoluci[oó]n|reembolso|abono|reso|rimborso|nota di credito|terugbetaling|devolu[cç][aã]o)$/i;

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
