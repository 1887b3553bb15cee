/** The decimal mark of a file; the other one, spaces and apostrophes then group thousands. */
export type DecimalMark = '.' | ',';

/** An exact decimal: mantissa · 10^−scale, the mantissa a safe integer. */
export type Decimal = { mantissa: number; scale: number };

const ZERO = 48;
const NINE = 57;

/**
 * Reads an amount or quantity into `out` without loss.
 * Understands currency signs and words, grouping, parentheses and a trailing minus as negatives, a leading
 * apostrophe. Returns false for anything else: an unreadable amount is a problem, never 0.
 */
export const readDecimal = (text: string, mark: DecimalMark, out: Decimal): boolean =>
  readPlain(text, mark, out) || readDressed(text, mark, out);

/** The shape nearly every cell has: a sign, digits, perhaps a mark and digits. */
const readPlain = (text: string, mark: DecimalMark, out: Decimal): boolean => {
  const length = text.length;
  if (length === 0 || length > 16) return false;
  let i = 0;
  let negative = false;
  if (text.charCodeAt(0) === 45) {
    negative = true;
    i = 1;
  }
  const markCode = mark === '.' ? 46 : 44;
  let mantissa = 0;
  let scale = -1;
  let digits = 0;
  for (; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= ZERO && code <= NINE) {
      mantissa = mantissa * 10 + (code - ZERO);
      digits++;
      if (scale >= 0) scale++;
    } else if (code === markCode && scale < 0) {
      scale = 0;
    } else {
      return false;
    }
  }
  if (digits === 0 || digits > 15) return false;
  out.mantissa = negative && mantissa !== 0 ? -mantissa : mantissa;
  out.scale = Math.max(0, scale);
  return true;
};

const SIGN = String.raw`[\p{Sc}円元원]|\b[A-Z]{3}\b|Fr\.|kr\.?|zł|Kč|Ft|lei|лв|Rs\.?|Rp\.?|RM|euros?`;
const CURRENCY = new RegExp(`^(?:[A-Z]{1,3}\\s?)?(?:${SIGN})|^R(?= ?\\d)|(?:${SIGN})$`, 'giu');
/** `12.–` and `12,--`: no cents. */
const NO_CENTS = /(?<=\d)[.,] ?-{1,2}$/;
const SPACES = /[\s\u00a0\u2007\u2009\u202f]/g;

const readDressed = (text: string, mark: DecimalMark, out: Decimal): boolean => {
  let body = text
    .trim()
    .replace(/^'/, '')
    .replace(/[\u2212\u2013\u2014]/g, '-');
  let negative = false;
  const brackets = /^\((.*)\)$/.exec(body);
  if (brackets?.[1] !== undefined) {
    negative = true;
    body = brackets[1];
  }
  if (body.startsWith('-')) {
    negative = !negative;
    body = body.slice(1);
  } else if (body.startsWith('+')) {
    body = body.slice(1);
  }
  body = body.trim().replace(CURRENCY, '').trim().replace(NO_CENTS, '');
  if (body.startsWith('-')) {
    negative = !negative;
    body = body.slice(1);
  } else if (body.endsWith('-')) {
    negative = !negative;
    body = body.slice(0, -1);
  }
  body = body.replace(SPACES, ' ').trim();
  const [whole = '', fraction, ...rest] = body.split(mark);
  if (rest.length > 0) return false;
  const group =
    mark === '.'
      ? /^\d{1,3}(?:([, '’])\d{2,3}(?:\1\d{2,3})*\1?\d{3}|[, '’]\d{3})$/
      : /^\d{1,3}(?:[. '’]\d{3})+$/;
  const digits = /^\d*$/.test(whole) ? whole : group.test(whole) ? whole.replace(/\D/g, '') : null;
  if (digits === null || (fraction !== undefined && !/^\d*$/.test(fraction))) return false;
  if (digits === '' && !fraction) return false;
  if (!readPlain(`${digits}${fraction ? `.${fraction}` : ''}`, '.', out)) return false;
  if (negative && out.mantissa !== 0) out.mantissa = -out.mantissa;
  return true;
};

/** Looked up, since this is asked for every number of a large file; no scale is beyond 2 · 15 digits. */
const POWERS: readonly number[] = Array.from({ length: 40 }, (_, power) => 10 ** power);

/** mantissa · 10^−scale at `digits` decimals, rounded half away from zero; NaN when no double holds it exactly. */
export const atScale = (mantissa: number, scale: number, digits: number): number => {
  if (scale <= digits) {
    const up = mantissa * POWERS[digits - scale]!;
    return Number.isSafeInteger(up) ? up : Number.NaN;
  }
  const unit = POWERS[scale - digits]!;
  const size = Math.abs(mantissa);
  const whole = Math.floor(size / unit);
  const rounded = (size - whole * unit) * 2 >= unit ? whole + 1 : whole;
  return mantissa < 0 && rounded !== 0 ? -rounded : rounded;
};

/** a · b at `digits` decimals, rounded half away from zero, exact even where the product leaves the safe integers. */
export const productAtScale = (a: Decimal, b: Decimal, digits: number): number => {
  const mantissa = a.mantissa * b.mantissa;
  if (Number.isSafeInteger(mantissa)) return atScale(mantissa, a.scale + b.scale, digits);
  const exact = BigInt(a.mantissa) * BigInt(b.mantissa);
  const shift = a.scale + b.scale - digits;
  if (shift <= 0) return toSafe(exact * 10n ** BigInt(-shift));
  const unit = 10n ** BigInt(shift);
  const size = exact < 0n ? -exact : exact;
  const rounded = (size * 2n + unit) / (unit * 2n);
  return toSafe(exact < 0n ? -rounded : rounded);
};

const toSafe = (n: bigint): number => {
  const number = Number(n);
  return Number.isSafeInteger(number) ? number : Number.NaN;
};
