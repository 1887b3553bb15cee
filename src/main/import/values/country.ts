const LANGUAGES = 'en de fr es it nl da nb sv fi pl cs pt tr ja'.split(' ');

/** What a country pays with, by its code; only countries that a sale's currency can be told from. */
const CURRENCIES: Readonly<Record<string, string>> = {
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
  TW: 'TWD',
  TH: 'THB',
  MY: 'MYR',
  ID: 'IDR',
  PK: 'PKR',
  LK: 'LKR',
  AR: 'ARS',
  CL: 'CLP',
  CO: 'COP',
  IL: 'ILS',
  AE: 'AED',
  ...Object.fromEntries(
    'AT BE BG HR CY EE FI FR DE GR IE IT LV LT LU MT NL PT SK SI ES'.split(' ').map((code) => [code, 'EUR']),
  ),
};

/** @param region a code of two letters, e.g. NO */
export const currencyOfRegion = (region: string): string | null => CURRENCIES[region.toUpperCase()] ?? null;

/** The currency of a country by its name in one of the languages the importer reads or its code of two letters; else null. */
export const currencyOfCountry = (text: string): string | null => {
  names ??= namesOfCountries();
  const region = names.get(text.trim().toLowerCase());
  return region === undefined ? null : currencyOfRegion(region);
};

let names: ReadonlyMap<string, string> | null = null;

const namesOfCountries = (): ReadonlyMap<string, string> => {
  const regions = Object.keys(CURRENCIES);
  return new Map([
    ...LANGUAGES.flatMap((language) => {
      const display = new Intl.DisplayNames(language, { type: 'region' });
      return regions.map((region) => [(display.of(region) ?? region).toLowerCase(), region] as const);
    }),
    ...regions.map((region) => [region.toLowerCase(), region] as const),
    ...FURTHER,
  ]);
};

const FURTHER: readonly (readonly [string, string])[] = [
  ['usa', 'US'],
  ['u.s.a.', 'US'],
  ['united states of america', 'US'],
  ['uk', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['great britain', 'GB'],
  ['holland', 'NL'],
];

/** Clocks of one country alone; `EST` is written in America and in Australia. */
const CLOCKS: Readonly<Record<string, string>> = {
  AKST: 'US',
  AKDT: 'US',
  HST: 'US',
  AEST: 'AU',
  AEDT: 'AU',
  ACST: 'AU',
  ACDT: 'AU',
  AWST: 'AU',
  NZST: 'NZ',
  NZDT: 'NZ',
  JST: 'JP',
  KST: 'KR',
  HKT: 'HK',
  SGT: 'SG',
};

/** The country of a time zone by its name in the tz database or the short name of its clock; null where several share it. */
export const regionOfZone = (zone: string): string | null => {
  if (zone === '') return null;
  const clock = CLOCKS[zone];
  if (clock !== undefined || !zone.includes('/')) return clock ?? null;
  zones ??= regionsOfZones();
  return zones.get(zone) ?? null;
};

let zones: ReadonlyMap<string, string> | null = null;

/** TypeScript's declarations do not know the method yet. */
type WithZones = Intl.Locale & { readonly getTimeZones?: () => readonly string[] | undefined };

const regionsOfZones = (): ReadonlyMap<string, string> =>
  new Map(
    Object.keys(CURRENCIES).flatMap((region) => {
      const locale: WithZones = new Intl.Locale('und', { region });
      return (locale.getTimeZones?.() ?? []).map((zone) => [zone, region] as const);
    }),
  );
