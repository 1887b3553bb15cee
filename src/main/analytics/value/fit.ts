/** What comes of fitting a model: one of four outcomes, never a bare number. Times in weeks. */
export type Fit<P> =
  | ({ readonly kind: 'fitted' } & Estimated<P>)
  | ({ readonly kind: 'at-boundary'; readonly which: readonly (keyof P)[] } & Estimated<P>)
  | { readonly kind: 'too-few'; readonly n: number; readonly needed: number; readonly timeUnit: 'week' }
  | { readonly kind: 'did-not-converge'; readonly iterations: number; readonly timeUnit: 'week' };

type Estimated<P> = {
  readonly params: P;
  readonly logLikelihood: number;
  /** log-likelihood plus the prior without its constants; the log-likelihood itself where there is no prior */
  readonly objective: number;
  readonly n: number;
  readonly timeUnit: 'week';
};

/** What a fit found, or null where it found nothing. */
export const paramsOf = <P>(fit: Fit<P>): P | null =>
  fit.kind === 'fitted' || fit.kind === 'at-boundary' ? fit.params : null;
