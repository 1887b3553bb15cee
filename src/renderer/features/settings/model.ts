export type Choice = { readonly value: string; readonly label: string };

/** Ways of writing numbers and days that are offered by name; any other one in use is added to them. */
const LOCALES = [
  'en-GB',
  'en-US',
  'en-IE',
  'en-AU',
  'en-CA',
  'en-IN',
  'en-ZA',
  'de-DE',
  'de-AT',
  'de-CH',
  'fr-FR',
  'fr-BE',
  'fr-CH',
  'fr-CA',
  'nl-NL',
  'nl-BE',
  'es-ES',
  'es-MX',
  'pt-PT',
  'pt-BR',
  'it-IT',
  'da-DK',
  'sv-SE',
  'nb-NO',
  'fi-FI',
  'pl-PL',
  'cs-CZ',
  'tr-TR',
  'ja-JP',
] as const;

const languageName = (code: string): string => {
  try {
    return new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' }).of(code) ?? code;
  } catch {
    return code;
  }
};

const withOwn = (codes: readonly string[], own: string | null): readonly string[] =>
  own === null || own === '' || codes.includes(own) ? codes : [own, ...codes];

export const localeChoices = (own: string): Choice[] =>
  withOwn(LOCALES, own).map((value) => ({ value, label: languageName(value) }));

/** A day and an amount as a locale writes them, to choose by looking. */
export const localeSample = (locale: string, currency: string | null): string => {
  try {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
      Date.UTC(2025, 11, 31),
    );
    const amount = new Intl.NumberFormat(locale, currency ? { style: 'currency', currency } : {}).format(
      1234.5,
    );
    return `${day} · ${amount}`;
  } catch {
    return '';
  }
};

/** `Europe/Berlin` as `Berlin (Europe)`. */
export const zoneName = (zone: string): string => {
  const parts = zone.replaceAll('_', ' ').split('/');
  const place = parts.at(-1) ?? zone;
  return parts.length > 1 ? `${place} (${parts.slice(0, -1).join(', ')})` : place;
};

export const zoneChoices = (zones: readonly string[], own: string): Choice[] =>
  withOwn(zones, own)
    .map((value) => ({ value, label: zoneName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label));
