import { currencyOfRegion } from './country.ts';

/** Signs and words that mean one currency wherever they stand. */
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₪': 'ILS',
  '₴': 'UAH',
  '₦': 'NGN',
  '₫': 'VND',
  '฿': 'THB',
  '₱': 'PHP',
  '₸': 'KZT',
  '₲': 'PYG',
  '₡': 'CRC',
  '₾': 'GEL',
  円: 'JPY',
  원: 'KRW',
};

/** The same in letters, which must not be a part of another word. */
const LETTERS: Readonly<Record<string, string>> = {
  zł: 'PLN',
  kč: 'CZK',
  ft: 'HUF',
  лв: 'BGN',
  'fr.': 'CHF',
  sfr: 'CHF',
  rp: 'IDR',
  rm: 'MYR',
  lei: 'RON',
  euro: 'EUR',
  euros: 'EUR',
  sterling: 'GBP',
  yen: 'JPY',
  kronor: 'SEK',
  franken: 'CHF',
};

/** Dollars and others that say their country in front: `AU $`, `C$`, `US $`. */
const LANDS: Readonly<Record<string, string>> = {
  US: 'USD',
  AU: 'AUD',
  A: 'AUD',
  C: 'CAD',
  CA: 'CAD',
  NZ: 'NZD',
  S: 'SGD',
  HK: 'HKD',
  MX: 'MXN',
  R: 'BRL',
  NT: 'TWD',
};

/** Codes that are also words which stand in headings. */
const WORDS = new Set(['ALL', 'TOP', 'TRY', 'PEN', 'CUP', 'MOP', 'SOS', 'BAM', 'GEL', 'MAD', 'ANG']);

const KNOWN = new Set(Intl.supportedValuesOf('currency'));

const SIGN = new RegExp(`[${Object.keys(SIGNS).join('')}]`, 'u');
const LETTER = new RegExp(
  `(?<!\\p{L})(${Object.keys(LETTERS).join('|').replaceAll('.', '\\.')})(?!\\p{L})`,
  'iu',
);

export const isCurrency = (code: string): boolean => KNOWN.has(code);

/** The currency a cell or header names by code or unmistakable sign, or null. */
export const currencyIn = (text: string): string | null => {
  const sign = SIGN.exec(text)?.[0];
  if (sign !== undefined) return SIGNS[sign] ?? null;
  const land = /(?:^|[^A-Za-z])(US|AU|NZ|HK|MX|CA|NT|A|C|S|R) ?\$/.exec(text)?.[1];
  if (land !== undefined) return LANDS[land] ?? null;
  const letters = LETTER.exec(text)?.[1];
  if (letters !== undefined) return LETTERS[letters.toLowerCase()] ?? null;
  for (const [, found] of text.replaceAll('_', ' ').matchAll(CODE)) {
    const code = found!.toUpperCase();
    if (isCurrency(code) && (!WORDS.has(code) || text.length === 3 || text.includes(`(${code})`)))
      return code;
  }
  return null;
};

const CODE = /(?<![A-Za-z])([A-Z]{3}|usd|eur|gbp|chf|sek|nok|dkk)(?![A-Za-z])/g;

/** A sign that several currencies share, with what it means where the business is paid in none of them. */
type Shared = { readonly sign: RegExp; readonly homes: readonly string[]; readonly else: string };

const SHARED: readonly Shared[] = [
  {
    sign: /(?<![A-Za-z] ?)\$|(?<!\p{L})dollars?(?!\p{L})/iu,
    homes: ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'MXN', 'TWD', 'ARS', 'CLP', 'COP'],
    else: 'USD',
  },
  { sign: /[¥¥]/, homes: ['JPY', 'CNY'], else: 'JPY' },
  { sign: /元/, homes: ['CNY', 'TWD', 'HKD'], else: 'CNY' },
  { sign: /(?<!\p{L})(kr|kroner|kronur)(?!\p{L})/iu, homes: ['SEK', 'NOK', 'DKK', 'ISK'], else: 'kr' },
  { sign: /(?<!\p{L})rs(?!\p{L})/iu, homes: ['INR', 'PKR', 'LKR'], else: 'INR' },
];

/**
 * The currency a cell is in, in a business paid in `home`: a sign that several share means the home currency where that
 * is one of them. Null where the cell says none.
 */
export const currencyOfCell = (cell: string, home: string | null): string | null => {
  const shared = SHARED.find(({ sign }) => sign.test(cell));
  if (shared === undefined) return currencyIn(cell);
  return home !== null && shared.homes.includes(home) ? home : shared.else;
};

export const currencyOfLocale = (locale: string): string | null => {
  try {
    return currencyOfRegion(new Intl.Locale(locale).maximize().region ?? '');
  } catch {
    return null;
  }
};

/** What a sign may mean that several currencies share, the commonest first; empty for any other text. */
export const sharedMeanings = (text: string): readonly string[] =>
  SHARED.find(({ sign }) => sign.test(text))?.homes ?? [];

/** The currency that a cell of a column of currencies says: a code, a sign or a name such as "US Dollar"; null for none or several. */
export const currencyNamed = (cell: string): string | null => {
  const code = cell.trim().toUpperCase();
  if (isCurrency(code)) return code;
  names ??= namesOfCurrencies();
  return names.get(cell.trim().toLowerCase()) ?? (sharedMeanings(cell).length > 0 ? null : currencyIn(cell));
};

let names: ReadonlyMap<string, string> | null = null;

const namesOfCurrencies = (): ReadonlyMap<string, string> =>
  new Map(
    'en de fr es it nl da nb sv fi pl cs pt tr ja'.split(' ').flatMap((language) => {
      const display = new Intl.DisplayNames(language, { type: 'currency' });
      return [...KNOWN].map((code) => [(display.of(code) ?? code).toLowerCase(), code] as const);
    }),
  );
