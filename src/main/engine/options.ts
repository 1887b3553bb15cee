/** What an engine is started with. Plain data: it crosses to the engine's process. */
export type EngineOptions = {
  /** the app's own folder: received files, safety copies, what was opened lately */
  readonly dataFolder: string;
  /** where new portfolios are put */
  readonly portfolioFolder: string;
  readonly version: string;
  /** a portfolio to open at once */
  readonly open?: string;
};
