/** One of two forms by number: `plural(n, 'is', 'are')`. */
export const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);

/**
 * A count with its noun, and with the verb where it differs: `1 customer`, `2 customers`, `1 row is`, `2 rows are`.
 * @param many `one` with an s if left out @param write how the count is written; plain digits if left out
 */
export const counted = (
  n: number,
  one: string,
  many: string = `${one}s`,
  write: (n: number) => string = String,
): string => `${write(n)} ${plural(n, one, many)}`;

/** The text with a capital at its start, as a sentence or a heading begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
