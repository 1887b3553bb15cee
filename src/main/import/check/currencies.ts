import { dayFromNumber } from '../../../shared/model/day.ts';
import { minorDigits } from '../../../shared/model/money.ts';
import type { Rate } from '../../../shared/model/rate.ts';
import { currencyNamed, currencyOfCell } from '../values/currency.ts';
import { type Decimal, readDecimal } from '../values/decimal.ts';

/** How an amount in another currency becomes one in the portfolio's own. */
export type Conversion = {
  /** decimals of the foreign currency */
  readonly digits: number;
  readonly rate: Decimal;
  /** the rate as the owner wrote it */
  readonly text: string;
};

type Dated = { readonly from: string; readonly conversion: Conversion };

/** Which currency a line is in, and what it is worth in the portfolio's own. */
export class Currencies {
  readonly #home: string;
  /** what the texts of a column of currencies mean */
  readonly #said = new Map<string, string>();
  readonly #rates = new Map<string, Dated[]>();

  constructor(home: string, rates: readonly Rate[]) {
    this.#home = home;
    for (const { currency, from, rate: text } of rates) {
      const rate: Decimal = { mantissa: 0, scale: 0 };
      if (!readDecimal(text, '.', rate)) continue;
      const dated = { from: from ?? '', conversion: { digits: minorDigits(currency), rate, text } };
      this.#rates.set(currency, [...(this.#rates.get(currency) ?? []), dated]);
    }
    for (const list of this.#rates.values()) list.sort((a, b) => (a.from < b.from ? 1 : -1));
  }

  /** The foreign currency a line is in: its own column says it, else the sign beside its amount; null for the portfolio's own. */
  of(code: string, amount: string): string | null {
    if (code === this.#home || (code === '' && isBare(amount))) return null;
    const said = code === '' ? amount : code;
    const known = this.#said.get(said);
    if (known !== undefined) return known === this.#home ? null : known;
    const currency =
      currencyOfCell(said, this.#home) ??
      (code === '' ? this.#home : (currencyNamed(code) ?? code.toUpperCase()));
    if (code !== '') this.#said.set(said, currency);
    return currency === this.#home ? null : currency;
  }

  /** @param day number @returns null where there is no rate for that day */
  conversion(currency: string, day: number): Conversion | null {
    const rates = this.#rates.get(currency);
    if (!rates) return null;
    const [first] = rates;
    if (rates.length === 1 && first!.from === '') return first!.conversion;
    const iso = dayFromNumber(day);
    return rates.find(({ from }) => from <= iso)?.conversion ?? null;
  }

  /** Why a line in a currency is left out. */
  reason(currency: string): string {
    const dated = this.#rates.get(currency)?.at(-1);
    return dated
      ? `The sale is in ${currency}; there is no rate to ${this.#home} for a day before ${dated.from}.`
      : `The sale is in ${currency}; there is no rate to ${this.#home} for it.`;
  }
}

/** Begins and ends with a digit, as nearly every cell does: no sign stands beside it. */
const isBare = (text: string): boolean => {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return text === '' || ((first === 45 || (first >= 48 && first <= 57)) && last >= 48 && last <= 57);
};
