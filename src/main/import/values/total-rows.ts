import { currencyIn } from './currency.ts';

const GRAND = new Set([
  'total',
  'totals',
  'grand total',
  'overall total',
  'sum',
  'total sales',
  'total revenue',
  'total amount',
  'total net',
  'total gross',
  'summe',
  'summen',
  'gesamt',
  'gesamtsumme',
  'gesamtbetrag',
  'gesamtumsatz',
  'gesamtergebnis',
  'endsumme',
  'insgesamt',
  'total general',
  'total general ht',
  'total general ttc',
  'total ttc',
  'total ht',
  'total des ventes',
  'somme',
  'total global',
  'total ventas',
  'total de ventas',
  'suma',
  'suma total',
  'totale',
  'totali',
  'totale generale',
  'totale complessivo',
  'totale vendite',
  'somma',
  'totaal',
  'totalen',
  'eindtotaal',
  'algemeen totaal',
  'totaal verkopen',
  'total geral',
  'total de vendas',
  'soma',
]);

const SUBTOTAL_WORD =
  /^(sub-?totals?|zwischensummen?|teilsumme|sous-total|subtotale|totale parziale|subtotaal|tussentotaal|subtotal)\b/i;
const BEGINS_WITH_TOTAL = /^(total|totale|totaal|summe|gesamt|suma|somme)\b/i;

/**
 * What a row without a date is when it sums up others: `Total`, `Gesamtsumme:`, `TOTAL (12)`, `Zwischensumme`, or
 * `Total Ann Abel` with nothing but numbers beside it. Null for anything else.
 */
export const sumRowKind = (record: readonly string[]): 'footer-row' | 'subtotal-row' | null => {
  const cells = record.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (cells.some((cell) => isGrandTotal(cell))) return 'footer-row';
  if (/^\d+ (record|row)\(?s?\)? (downloaded|exported)/i.test(cells[0] ?? '')) return 'footer-row';
  if (cells.some((cell) => SUBTOTAL_WORD.test(cell))) return 'subtotal-row';
  const [first, ...others] = cells;
  return first !== undefined &&
    BEGINS_WITH_TOTAL.test(first) &&
    others.every((cell) => !/\p{L}{4}/u.test(cell))
    ? 'subtotal-row'
    : null;
};

/** A cell that is a word for the sum of the whole file; a currency, a count in brackets and a colon may follow it. */
export const isGrandTotal = (cell: string): boolean => {
  const plain = cell
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[:.=€$£]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (GRAND.has(plain)) return true;
  const last = plain.split(' ').at(-1) ?? '';
  return /^[a-z]{3}$/.test(last) && currencyIn(last.toUpperCase()) !== null && GRAND.has(plain.slice(0, -4));
};

/** A cell that is a word for the sum of the file or of a part of it. */
export const isSumWord = (cell: string): boolean =>
  SUBTOTAL_WORD.test(cell) || isGrandTotal(cell) || BEGINS_WITH_TOTAL.test(cell);
