import { atScale, type Decimal, readDecimal } from '../values/decimal.ts';
import type { AdapterContext } from './preset.ts';

const scratch: Decimal = { mantissa: 0, scale: 0 };

/** Reads and writes money for a preset's arithmetic. */
export type MoneyText = {
  /** minor units; 0 for an empty cell, null for one that cannot be read */
  readonly read: (text: string) => number | null;
  /** a plain decimal with a point */
  readonly write: (minor: number) => string;
  /** the same number as a plain decimal; what cannot be read stays as it is, to be said so */
  readonly plain: (text: string) => string;
};

export const moneyText = ({ mark, digits }: Pick<AdapterContext, 'mark' | 'digits'>): MoneyText => {
  const read = (text: string): number | null => {
    if (text === '') return 0;
    if (!readDecimal(text, mark, scratch)) return null;
    const minor = atScale(scratch.mantissa, scratch.scale, digits);
    return Number.isSafeInteger(minor) ? minor : null;
  };
  return {
    read,
    write: (minor) => decimalText(minor, digits),
    plain: (text) =>
      text !== '' && readDecimal(text, mark, scratch) ? decimalText(scratch.mantissa, scratch.scale) : text,
  };
};

const decimalText = (mantissa: number, scale: number): string => {
  const sign = mantissa < 0 ? '-' : '';
  const digits = String(Math.abs(mantissa)).padStart(scale + 1, '0');
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};
