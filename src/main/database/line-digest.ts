/**
 * A 52-bit fingerprint of an order's lines, kept with the order. It does not depend on the order of the lines, so
 * it is a plain sum that an import can grow and that the integrity check can recompute: a page that rots on disk
 * without SQLite noticing changes the sum. The content hash covers the lines through it.
 */

export type LineContent = {
  /** {@link textHash} of the product's natural key, 0 without a product */
  readonly product: number;
  readonly quantityMicro: number | null;
  readonly unitPriceMicro: number | null;
  readonly amountMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly shippingMinor: number;
};

const LOW = 2 ** 20;
const HIGH = 2 ** 32;
const MISSING = -0x4d495353;

/** 32-bit FNV-1a over UTF-16 code units, finished by an avalanche; never 0 for a text. */
export const textHash = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return avalanche(h) || 1;
};

/** {@link textHash} of a product's natural key. */
export const productHash = (kind: string, value: string): number => textHash(`${kind}\u0001${value}`);

const avalanche = (h: number): number => {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
};

const mix = (h: number, value: number): number => {
  const low = value | 0;
  const high = Math.floor(value / HIGH) | 0;
  let x = Math.imul(h ^ low, 0x9e3779b1);
  x ^= x >>> 15;
  x = Math.imul(x ^ high, 0x85ebca77);
  return x ^ (x >>> 13);
};

/** The fingerprint of one line, an integer below 2^52. */
export const lineDigest = (line: LineContent): number =>
  digestOf(
    line.product,
    line.quantityMicro ?? MISSING,
    line.unitPriceMicro ?? MISSING,
    line.amountMinor,
    line.discountMinor,
    line.taxMinor,
    line.shippingMinor,
  );

/** {@link lineDigest} without an object for each line; a missing number is {@link MISSING_NUMBER}. */
export const digestOf = (
  product: number,
  quantity: number,
  price: number,
  amount: number,
  discount: number,
  tax: number,
  shipping: number,
): number => {
  let a = mix(0x51ed270b, product);
  a = mix(a, quantity);
  a = mix(a, price);
  a = mix(a, amount);
  const b = mix(mix(mix(mix(a, discount), tax), shipping), 0x2545f491);
  return avalanche(b) * LOW + (avalanche(a ^ Math.imul(b, 31)) & (LOW - 1));
};

export const MISSING_NUMBER = MISSING;

/** Adds two digests lane by lane, each modulo its width, so that the sum stays an exact integer. */
export const addDigest = (sum: number, digest: number): number => {
  const low = (sum % LOW) + (digest % LOW);
  const high = Math.floor(sum / LOW) + Math.floor(digest / LOW);
  return (high % HIGH) * LOW + (low % LOW);
};
