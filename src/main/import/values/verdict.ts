import { isCancelled, isGivenBack, isPaid, isPartlyBack } from './words.ts';

/** What the words for a sale's states make of it: it counts, does not, or brought a sum that nothing tells. */
export type Verdict = { readonly kind: 'out' | 'part'; readonly word: string } | null;

/**
 * The strictest word decides. That goods were not delivered takes off only what was not paid either.
 * @param own words for the order and its payment  @param delivery words for its goods
 * @param refundsTold refunds have rows or a column of their own
 */
export const verdictOf = (
  own: readonly string[],
  delivery: readonly string[],
  refundsTold: boolean,
): Verdict => {
  const stands = (word: string): boolean => word !== '';
  const out = own.filter(stands).find((word) => isCancelled(word) || (!refundsTold && isGivenBack(word)));
  if (out !== undefined) return { kind: 'out', word: out };
  const undelivered = delivery.filter(stands).find(isCancelled);
  if (undelivered !== undefined && !own.some(isPaid)) return { kind: 'out', word: undelivered };
  const part = refundsTold ? undefined : own.filter(stands).find(isPartlyBack);
  return part === undefined ? null : { kind: 'part', word: part };
};
