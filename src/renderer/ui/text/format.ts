import { useMemo } from 'react';
import { usePortfolio } from '../../client/portfolio.ts';
import { createFormat, type Format } from './format-core.ts';

export { type Format, gradeInWords } from './format-core.ts';

/** Numbers and days as the owner of the open portfolio writes them. */
export const useFormat = (): Format => {
  const { locale, currency } = usePortfolio().settings;
  return useMemo(() => createFormat(locale, currency), [locale, currency]);
};
