import type { AnyField } from '../../../../shared/model/importing.ts';
import type { Field } from '../../../../shared/model/sale-field.ts';
import { isCurrency } from '../../values/currency.ts';
import { SALE_WORDS } from './sale-words/index.ts';

/** Words for "number" and "code", which programs abbreviate as they like, and small words that say nothing. */
const NUMBERS = new Set(['nr', 'num', 'numero', 'nummer', 'number', 'no', 'n', 'nro', 'numer']);
const CODES = new Set(['cod', 'code', 'codigo', 'codice']);
const SMALL = new Set(
  'de del della dello di du do da dos das der des die le la les el il lo van the of l d a al o'.split(' '),
);

/** A header by its telling words: `Nº de ticket`, `ticket no` and `N. ticket` say the same. */
const loosely = (plain: string): string =>
  plain
    .split(' ')
    .map((word) => (NUMBERS.has(word) ? 'no' : CODES.has(word) ? 'code' : word))
    .filter((word) => !SMALL.has(word))
    .join(' ');

/** Before what is only looked for when nothing says it literally. */
const LOOSELY = '~';

/** Words of headers with what they mean; the rank is how early in its list a word stands. */
export type Vocabulary = ReadonlyMap<string, { readonly field: AnyField; readonly rank: number }>;

/** Where two lists hold the same word, the earlier list has it. */
export const vocabulary = (lists: Iterable<readonly [AnyField, readonly string[]]>): Vocabulary => {
  const entries = [...lists].flatMap(([field, words]) =>
    words.map((word, rank) => [word, { field, rank }] as const),
  );
  const loose = entries
    .filter(([word]) => word.includes(' '))
    .map(([word, meaning]) => [LOOSELY + loosely(word), meaning] as const)
    .sort((one, other) => one[1].rank - other[1].rank);
  return new Map([...loose, ...entries].reverse());
};

const SALES = vocabulary(Object.entries(SALE_WORDS) as [Field, readonly string[]][]);

/** A header without case, accents, punctuation, brackets and camel case: `InvoiceNo` and `*Invoice no.` are `invoice no`. */
export const plainHeader = (header: string): string =>
  header
    .replace(/ß/g, 'ss')
    .replace(/MwSt/g, 'mwst') // one word, though it looks like two
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[°º]/g, '°') // one sign for "number", and no letter
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/#/g, ' no ')
    .replace(/\bn\s*\.?\s*[°º]\s*/g, 'no ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const TAX_WORDS =
  /\b(incl|including|inclusive|inkl|excl|excluding|exclusive|exkl|zzgl|before|after|of|with|without|ex|inc|hors|con|sin|senza) (vat|tax|taxes|gst|mwst|ust|tva|iva|btw)\b|\b(ttc|ht)\b/g;

const withoutCurrency = (plain: string): string =>
  plain.replace(/ (euros?|dollars?|[a-z]{3})$/, (found, word: string) =>
    word.length > 3 || isCurrency(word.toUpperCase()) ? '' : found,
  );

/**
 * What a header says its column means, with how early in the list the word stands (0 is the most telling).
 * `Line total incl. VAT (EUR)` is found as `line total` once the tax and the currency, which say something else, are off.
 */
export const headerWords = (
  header: string,
  known: Vocabulary = SALES,
): { readonly field: AnyField; readonly rank: number } | null => {
  const plain = plainHeader(header);
  const bare = withoutCurrency(plain).replace(TAX_WORDS, ' ').replace(/\s+/g, ' ').trim();
  return (
    known.get(plain) ??
    known.get(withoutCurrency(plain)) ??
    (bare === '' ? null : (known.get(bare) ?? known.get(LOOSELY + loosely(bare)) ?? null))
  );
};
