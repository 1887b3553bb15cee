import { currencyOfRegion } from './currency.ts';

const LANGUAGES = 'en de fr es it nl da nb sv fi pl cs pt tr ja'.split(' ');
/** Countries that a sale's currency can be told from, by their codes. */
const REGIONS =
  'US GB CA AU NZ CH LI JP IN BR MX PL CZ HU SE NO DK IS RO TR ZA CN KR SG HK IL AE AT BE BG HR CY EE FI FR DE GR IE IT LV LT LU MT NL PT SK SI ES'.split(
    ' ',
  );

let names: ReadonlyMap<string, string> | null = null;

const namesOfCountries = (): ReadonlyMap<string, string> =>
  new Map([
    ...LANGUAGES.flatMap((language) => {
      const display = new Intl.DisplayNames(language, { type: 'region' });
      return REGIONS.map((region) => [(display.of(region) ?? region).toLowerCase(), region] as const);
    }),
    ...REGIONS.map((region) => [region.toLowerCase(), region] as const),
    ['usa', 'US'],
    ['uk', 'GB'],
  ]);

/** The currency of a country by its name in one of the languages the importer reads or its code of two letters; else null. */
export const currencyOfCountry = (text: string): string | null => {
  names ??= namesOfCountries();
  const region = names.get(text.trim().toLowerCase());
  return region === undefined ? null : currencyOfRegion(region);
};
