const TITLES = new Set(
  'mr mrs ms miss mx dr prof sir dame herr frau hr fr dipl ing mag lic mme mlle m me sr sra srta don dona dott dottssa sig sigra avv dhr mevr mw drs ir pan pani mgr bay bayan hanim san sama'.split(
    ' ',
  ),
);

/** The words of a name without case, accents, order marks and titles; ue, oe and ae are as the letters they stand for. */
export const nameWords = (name: string): readonly string[] =>
  name
    .replace(/[ßẞ]/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/ı/g, 'i')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/([aou])e/g, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !TITLES.has(word));

/** A name however it is spelled: what has the same key may be the same person. */
export const spellingKey = (name: string): string => [...nameWords(name)].sort().join(' ');

/**
 * Whether two names can be one person's: every word of the shorter one is in the other, in full or by its initial.
 * A surname alone agrees with everybody who bears it, two first names beside one surname do not.
 */
export const namesAgree = (a: string, b: string): boolean => {
  const [few, many] = [nameWords(a), nameWords(b)].sort((one, other) => one.length - other.length);
  const left = [...(many ?? [])];
  return (few ?? []).every((word) => {
    const at = left.findIndex((other) => sameWord(word, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
};

const sameWord = (a: string, b: string): boolean =>
  a === b || ((a.length === 1 || b.length === 1) && a[0] === b[0]);
