import { type Formats as SharedFormats, formats as sharedFormats } from '../../shared/format.ts';

/** Numbers as everywhere in the app, and what narrow columns of paper need besides. */
export type Formats = SharedFormats & {
  /** A count in full below ten thousand, else 12.3k where that is shorter. */
  readonly countShort: (n: number) => string;
};

const IN_FULL = 10_000;

export const formats = (locale: string, currency: string): Formats => {
  const shared = sharedFormats(locale, currency);
  // An amount without a currency is rounded by the rules of the locale: that is a count.
  const rounded = (n: number): string => sharedFormats(locale, '').moneyRounded(n * 100);
  return {
    ...shared,
    countShort: (n) => {
      const exact = shared.count(n);
      if (Math.abs(n) < IN_FULL) return exact;
      const about = rounded(n);
      return exact.length <= about.length ? exact : about;
    },
  };
};
