import type { PortfolioInfo } from '../../../shared/model/portfolio.ts';
import { createFormat } from '../../ui/text/format-core.ts';

/** `Sales from 3 Jan 2024 to 9 Dec 2025, 94% with a customer`: the sales a portfolio is computed from, for the top bar. */
export const periodSentence = (portfolio: PortfolioInfo): string => {
  const { period, coverage, settings } = portfolio;
  if (!period) return 'No sales yet';
  const f = createFormat(settings.locale, settings.currency);
  const days =
    period.from === period.to
      ? `Sales of ${f.day(period.from)}`
      : `Sales from ${f.day(period.from)} to ${f.day(period.to)}`;
  if (coverage === null) return days;
  if (coverage <= 0) return `${days}, none with a customer`;
  return coverage >= 1 ? `${days}, all with a customer` : `${days}, ${f.share(coverage)} with a customer`;
};

/** What a portfolio is called: the business's name, else its file's. */
export const portfolioName = (portfolio: PortfolioInfo): string =>
  portfolio.settings.businessName.trim() ||
  (portfolio.file
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\.clientele$/i, '') ??
    'Portfolio');
