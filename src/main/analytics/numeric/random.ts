/** A source of numbers in [0, 1) that gives the same sequence for the same seed. */
export type Random = () => number;

/**
 * sfc32, a small fast generator that passes PractRand (Chris Doty-Humphrey). Not for secrets.
 * @param seed any number; its lower 32 bits count
 */
export const seededRandom = (seed: number): Random => {
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88 | 0;
  let counter = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let k = 0; k < 15; k++) next();
  return next;
};
