/** Printable ASCII with single spaces between: nothing to be done to it but for its case. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Exact recognition by name compares this: case, accents' form and spacing do not matter. */
export const nameKey = (name: string): string =>
  PLAIN.test(name) ? name.toLowerCase() : name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
