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

/**
 * How many of some customers are new, to follow their count: `, all of them new`, `, 311 of them new`; of one, `, who is new`.
 * @param created how many of `all` are new  @param write how the count is written
 */
export const newAmong = (created: number, all: number, write: (n: number) => string = String): string => {
  if (all === 1) return created === 1 ? ', who is new' : ', who was known';
  if (created === all) return ', all of them new';
  return `, ${created === 0 ? 'none' : write(created)} of them new`;
};

/** The text with a capital at its start, as a sentence or a heading begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
