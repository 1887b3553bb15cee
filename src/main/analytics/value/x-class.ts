/** Customers by how often they have come back; a forecast can be right in total and wrong in each of these. */
export const X_CLASSES = ['0', '1', '2', '3–4', '5–9', '10+'] as const;
export type XClass = (typeof X_CLASSES)[number];

/** Place of the class of x repeat purchases in `X_CLASSES`. */
export const xClassOf = (x: number): number => (x <= 2 ? x : x <= 4 ? 3 : x <= 9 ? 4 : 5);
