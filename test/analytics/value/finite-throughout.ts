import { expect } from 'vitest';

/** No NaN and no infinity anywhere in plain data. */
export const finiteThroughout = (value: unknown): void => {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (value && typeof value === 'object') Object.values(value).forEach(finiteThroughout);
};
