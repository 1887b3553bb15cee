/** Money as whole minor units of a currency (cents, pence, yen), never as a floating amount. */
export type Minor = number & { readonly __kind: 'minor' };

/** @throws RangeError when `n` is not a whole number that a double holds exactly */
export const minor = (n: number): Minor => {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not whole minor units: ${n}`);
  return (n === 0 ? 0 : n) as Minor;
};

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const DIGITS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

/** How many decimals the minor unit of a currency has (EUR 2, JPY 0, KWD 3). */
export const minorDigits = (currency: string): number => DIGITS[currency] ?? 2;

/** The amount in major units, for display and statistics only. */
export const major = (amount: number, currency: string): number => amount / 10 ** minorDigits(currency);
