/** Spend per purchase ~ Gamma(p, ν), ν ~ Gamma(q, γ) over customers; γ in the unit of money that was fitted. */
export type GammaGamma = { readonly p: number; readonly q: number; readonly gamma: number };

/**
 * Expected mean spend per purchase of a customer with x repeat purchases of mean value zbar: the own mean, drawn towards
 * that of all customers by weight 1 − w, w = px/(px+q−1).
 * @param x count >= 0  @param zbar in the unit of γ; not looked at where x = 0
 * Source: Fader & Hardie (2013), note 025, eq. 5.
 */
export const expectedSpend = ({ p, q, gamma }: GammaGamma, x: number, zbar: number): number =>
  (p * (gamma + (x > 0 ? x * zbar : 0))) / (p * x + q - 1);

/** Mean spend over all customers: pγ/(q−1). */
export const meanSpend = (params: GammaGamma): number => expectedSpend(params, 0, 0);
