import { type Formats as SharedFormats, formats as sharedFormats } from '../../shared/format.ts';
import { major } from '../../shared/model/money.ts';

/** Numbers as everywhere in the app, and what narrow columns of paper need besides. */
export type Formats = SharedFormats & {
  /** A count in full below ten thousand, else 12.3k where that is shorter. */
  readonly countShort: (n: number) => string;
};

const IN_FULL = 10_000;
/** Below this in major units three digits would cut the cents short: € 32.90, not € 32.9. */
const IN_CENTS = 100;
const SMALLEST_SHARE = 0.0005;

export const formats = (locale: string, currency: string): Formats => {
  const shared = sharedFormats(locale, currency);
  // An amount without a currency is rounded by the rules of the locale: that is a count.
  const rounded = (n: number): string => sharedFormats(locale, '').moneyRounded(n * 100);
  const moneyRounded = (amount: number): string => {
    const inMajor = Math.abs(major(amount, currency));
    return inMajor > 0 && inMajor < IN_CENTS ? shared.money(amount) : shared.moneyRounded(amount);
  };
  const shareRounded = (fraction: number): string =>
    fraction > 0 && fraction < SMALLEST_SHARE ? `<${shared.share(0.001)}` : shared.shareRounded(fraction);
  return {
    ...shared,
    moneyRounded,
    shareRounded,
    figure: (unit, value) => {
      const written = shared.figure(unit, value);
      if (written === null || value === null) return null;
      if (unit === 'money') return moneyRounded(value);
      return unit === 'share' ? shareRounded(value) : written;
    },
    countShort: (n) => {
      const exact = shared.count(n);
      if (Math.abs(n) < IN_FULL) return exact;
      const about = rounded(n);
      return exact.length <= about.length ? exact : about;
    },
  };
};
