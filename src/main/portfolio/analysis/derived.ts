import type { Analysis } from './analysis.ts';

const stores = new WeakMap<Analysis, Map<string, unknown>>();

const storeOf = (analysis: Analysis): Map<string, unknown> => {
  const found = stores.get(analysis);
  if (found) return found;
  const store = new Map<string, unknown>();
  stores.set(analysis, store);
  return store;
};

/**
 * What follows from an analysis and is worked out only when it is first asked for. It lives as long as the analysis
 * does, so it may read the database the analysis was made from.
 * @param name the same name means the same thing; those that are worked out beside the engine stand in `parts.ts`
 */
export const derived = <T>(analysis: Analysis, name: string, compute: () => T): T => {
  const store = storeOf(analysis);
  if (!store.has(name)) store.set(name, compute());
  return store.get(name) as T;
};

export const isDerived = (analysis: Analysis, name: string): boolean =>
  stores.get(analysis)?.has(name) ?? false;

/** Takes over what was worked out elsewhere. */
export const keepDerived = (analysis: Analysis, name: string, value: unknown): void => {
  storeOf(analysis).set(name, value);
};
