import { median } from '../numeric/order-statistics.ts';
import type { Fit } from './fit.ts';
import { expectedSpend, type GammaGamma, meanSpend } from './gamma-gamma.ts';
import { fitGammaGamma } from './gamma-gamma-fit.ts';

/** How much a customer spends per purchase, by the model or, where it does not hold, by shrinking means to the median. */
export type SpendModel = {
  readonly fit: Fit<GammaGamma>;
  readonly method: 'gamma-gamma' | 'shrunk-mean';
  /** the parameters where the method is `gamma-gamma` */
  readonly params: GammaGamma | null;
  /** what a customer is drawn to of whom nothing is known */
  readonly typical: number;
  /** Pearson's correlation of x and zbar over those who came back; null where there is none */
  readonly correlation: number | null;
  readonly warnings: readonly string[];
};

/** A customer's own mean counts x/(x+2) where no model holds. */
const PRIOR_PURCHASES = 2;
/** From this correlation on the assumption that frequency and spend go their own ways is doubtful. */
const CORRELATED = 0.3;

/**
 * @param x repeat purchases of each customer  @param zbar mean value of them, in any one unit of money; NaN where x = 0
 * @param firstValues what to take the typical purchase from while nobody came back
 */
export const spendModel = (
  x: ArrayLike<number>,
  zbar: ArrayLike<number>,
  firstValues: ArrayLike<number> = [],
): SpendModel => {
  const fit = fitGammaGamma(x, zbar);
  const means = Array.from(zbar).filter((z, i) => x[i]! > 0 && z > 0);
  const rho = correlation(x, zbar);
  const warnings: string[] = [];
  if (rho !== null && Math.abs(rho) > CORRELATED)
    warnings.push(
      `Customers who buy ${rho > 0 ? 'more' : 'less'} often spend more per purchase (correlation ${rho.toFixed(2)}); predicted values of both kinds are less certain.`,
    );
  if (fit.kind === 'fitted')
    return {
      fit,
      method: 'gamma-gamma',
      params: fit.params,
      typical: meanSpend(fit.params),
      correlation: rho,
      warnings,
    };
  const typical = median(means.length > 0 ? means : firstValues);
  warnings.push(
    'Spend per purchase is the own mean, drawn to the median of all: the data do not carry a model of it.',
  );
  return {
    fit,
    method: 'shrunk-mean',
    params: null,
    typical: Number.isNaN(typical) ? 0 : typical,
    correlation: rho,
    warnings,
  };
};

/** Expected spend per purchase of a customer, in the unit that was fitted. */
export const spendOf = (model: SpendModel, x: number, zbar: number): number => {
  if (model.params) return expectedSpend(model.params, x, zbar);
  return x > 0 ? (x * zbar + PRIOR_PURCHASES * model.typical) / (x + PRIOR_PURCHASES) : model.typical;
};

const correlation = (x: ArrayLike<number>, zbar: ArrayLike<number>): number | null => {
  let n = 0;
  let mx = 0;
  let mz = 0;
  for (let i = 0; i < x.length; i++) {
    if (!(x[i]! > 0 && zbar[i]! > 0)) continue;
    n++;
    mx += x[i]!;
    mz += zbar[i]!;
  }
  if (n < 3) return null;
  mx /= n;
  mz /= n;
  let xx = 0;
  let zz = 0;
  let xz = 0;
  for (let i = 0; i < x.length; i++) {
    if (!(x[i]! > 0 && zbar[i]! > 0)) continue;
    xx += (x[i]! - mx) ** 2;
    zz += (zbar[i]! - mz) ** 2;
    xz += (x[i]! - mx) * (zbar[i]! - mz);
  }
  return xx > 0 && zz > 0 ? xz / Math.sqrt(xx * zz) : null;
};
