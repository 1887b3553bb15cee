/** A copy as far as it matters for which are kept: when it was made, epoch milliseconds. */
export type Dated = { readonly madeAt: number };

const OF_TODAY = 3;
const AT_MOST = 10;

/**
 * Which copies are kept: the three newest of today, the newest of each earlier day, ten at most; the one just made in any
 * case, also where the clock was set back.
 * @param dayOf the calendar day of an instant on the owner's clock
 * @returns those to be deleted
 */
export const outdated = <Copy extends Dated>(
  copies: readonly Copy[],
  now: Copy,
  dayOf: (instant: number) => string,
): Copy[] => {
  const today = dayOf(now.madeAt);
  const newestFirst = copies.filter((copy) => copy !== now).sort((a, b) => b.madeAt - a.madeAt);
  const kept: Copy[] = [now];
  const perDay = new Map<string, number>([[today, 1]]);
  for (const copy of newestFirst) {
    const day = dayOf(copy.madeAt);
    const before = perDay.get(day) ?? 0;
    if (kept.length >= AT_MOST || before >= (day === today ? OF_TODAY : 1)) continue;
    perDay.set(day, before + 1);
    kept.push(copy);
  }
  return copies.filter((copy) => !kept.includes(copy));
};

/** "2026-11-30" on this machine's clock. */
export const localDay = (instant: number): string => {
  const date = new Date(instant);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};
