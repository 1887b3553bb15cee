export type CurrencyChoice = { readonly value: string; readonly label: string };

/** `Euro (EUR)`. */
export const currencyName = (code: string): string => {
  try {
    return `${new Intl.DisplayNames('en', { type: 'currency' }).of(code) ?? code} (${code})`;
  } catch {
    return code;
  }
};

/** Those most shops use come first, then all others by name. */
const USUAL = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD', 'SEK', 'NOK', 'DKK', 'PLN', 'JPY'];

export const currencyChoices = (codes: readonly string[]): CurrencyChoice[] => [
  ...USUAL.map((value) => ({ value, label: currencyName(value) })),
  ...codes
    .filter((code) => !USUAL.includes(code))
    .map((value) => ({ value, label: currencyName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label)),
];
