/** Signs that mean one currency wherever they stand; `$` and `kr` do not. */
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₪': 'ILS',
  zł: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  '₴': 'UAH',
  '₦': 'NGN',
  '₫': 'VND',
  '฿': 'THB',
  '₱': 'PHP',
  '₸': 'KZT',
  '₲': 'PYG',
  '₡': 'CRC',
  '₾': 'GEL',
  лв: 'BGN',
  'Fr.': 'CHF',
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
};

const BY_REGION: Readonly<Record<string, string>> = {
  US: 'USD',
  GB: 'GBP',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  CH: 'CHF',
  LI: 'CHF',
  JP: 'JPY',
  IN: 'INR',
  BR: 'BRL',
  MX: 'MXN',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  IS: 'ISK',
  RO: 'RON',
  TR: 'TRY',
  ZA: 'ZAR',
  CN: 'CNY',
  KR: 'KRW',
  SG: 'SGD',
  HK: 'HKD',
  IL: 'ILS',
  AE: 'AED',
  AT: 'EUR',
  BE: 'EUR',
  BG: 'EUR',
  HR: 'EUR',
  CY: 'EUR',
  EE: 'EUR',
  FI: 'EUR',
  FR: 'EUR',
  DE: 'EUR',
  GR: 'EUR',
  IE: 'EUR',
  IT: 'EUR',
  LV: 'EUR',
  LT: 'EUR',
  LU: 'EUR',
  MT: 'EUR',
  NL: 'EUR',
  PT: 'EUR',
  SK: 'EUR',
  SI: 'EUR',
  ES: 'EUR',
};

const KNOWN = new Set(Intl.supportedValuesOf('currency'));

export const isCurrency = (code: string): boolean => KNOWN.has(code);

/** The currency a cell or header names by code or unmistakable sign, or null. */
export const currencyIn = (text: string): string | null => {
  for (const [sign, code] of Object.entries(SIGNS)) if (text.includes(sign)) return code;
  const land = /(?:^|[^A-Za-z])(US|AU|NZ|HK|MX|CA|A|C|S|R) ?\$/.exec(text)?.[1];
  if (land) return LANDS[land] ?? null;
  const code = /(?:^|[^A-Za-z])([A-Z]{3}|usd|eur|gbp|chf)(?:$|[^A-Za-z])/
    .exec(text.replaceAll('_', ' '))?.[1]
    ?.toUpperCase();
  return code && isCurrency(code) ? code : null;
};

/** Signs that several currencies share, with what each means where the business is paid in none of them. */
const SHARED: readonly { readonly sign: string; readonly homes: readonly string[]; readonly else: string }[] =
  [
    {
      sign: '$',
      homes: ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'MXN', 'TWD', 'ARS', 'CLP', 'COP'],
      else: 'USD',
    },
    { sign: '¥', homes: ['JPY', 'CNY'], else: 'JPY' },
    { sign: 'kr', homes: ['SEK', 'NOK', 'DKK', 'ISK'], else: 'kr' },
  ];

/**
 * The currency a cell is in, in a business paid in `home`: a sign that several share means the home currency where that
 * is one of them. Null where the cell says none.
 */
export const currencyOfCell = (cell: string, home: string | null): string | null => {
  for (const { sign, homes, else: other } of SHARED) {
    if (!cell.includes(sign) || /[A-Za-z] ?\$/.test(cell)) continue;
    return home !== null && homes.includes(home) ? home : other;
  }
  return currencyIn(cell);
};

export const currencyOfLocale = (locale: string): string | null => {
  try {
    return BY_REGION[new Intl.Locale(locale).maximize().region ?? ''] ?? null;
  } catch {
    return null;
  }
};

/** What a sign may mean that several currencies share, the commonest first; empty for any other text. */
export const sharedMeanings = (text: string): readonly string[] =>
  SHARED.find(({ sign }) => text.includes(sign))?.homes ?? [];

export const currencyOfRegion = (region: string): string | null => BY_REGION[region.toUpperCase()] ?? null;
