import type { Analysis } from '../analysis/analysis.ts';

/** Money as the command line prints it (CLI.md). */
export type PrintedMoney = { readonly minor: number; readonly currency: string };

export const money = ({ currency }: Analysis, amount: number): PrintedMoney => ({
  minor: Math.round(amount),
  currency,
});

/** A result with some of its amounts printed so. */
export const withMoney = <T extends object, Name extends keyof T>(
  analysis: Analysis,
  result: T,
  ...names: readonly Name[]
): Omit<T, Name> & Record<Name, PrintedMoney | null> => ({
  ...result,
  ...(Object.fromEntries(
    names.map((name) => [name, typeof result[name] === 'number' ? money(analysis, result[name]) : null]),
  ) as Record<Name, PrintedMoney | null>),
});
