import type { PortfolioInfo } from '../../shared/model/portfolio.ts';
import { client } from './api.ts';

/** The time zone of this computer: where the business is, unless the owner says otherwise. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Makes an empty portfolio that writes numbers and days as this computer does. */
export const createPortfolio = async (name: string): Promise<PortfolioInfo> => {
  await client.portfolio.create({ name: name.trim() });
  const answer = await client.portfolio.updateSettings({
    locale: navigator.language,
    timezone: zoneHere(),
  });
  return answer.portfolio;
};
