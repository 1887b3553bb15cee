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

/** Sales that never came about or no longer stand, and papers that are no sale yet; further words may follow. */
const CANCELLED =
  /\b(failed|declined|fehlgeschlagen|abgelehnt|storniert)$|^(wc-)?(cancel|void|fail|declin|reject|expired?\b|abandon|denied|no[- ]?show|not? arrived|draft|deleted|trash|unsuccess|not completed|incomplete|blocked|storn|annull?|abgebrochen|abgelehnt|abgewiesen|fehlgeschlagen|entwurf|gel[öo]scht|verworfen|nicht erschienen|[ée]chou|refus[ée]|brouillon|supprim|abandonn|anulad|cancelad|fallid|rechazad|borrador|annullat|fallit|rifiutat|bozza|geannuleerd|mislukt|geweigerd|concept\b|verlopen|rascunho|recusad|falhad|erro de pagamento|erreur de paiement|payment error)/i;

export const isCancelled = (status: string): boolean => CANCELLED.test(status);

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
